"""Applications as they are printed for every reader: what the validators and our own checks are given to judge."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import page
import pytest

from bench.reference import Reference, Size
from desks import grant_of
from grantdesk.call.terms.node import AnyNode, Essay, Text
from grantdesk.files.container.content import held
from grantdesk.files.grant import Grant
from grantdesk.model.order import POS
from grantdesk.model.tree import Answers
from grantdesk.outline.blank.form import blank
from grantdesk.outline.block import Outline
from grantdesk.pdf import Print, laid
from grantdesk.pdf import printed as drawn
from grantdesk.pdf.sign.key import FileKey
from grantdesk.pdf.sign.signing import Seen, signed
from grantdesk.session.application import Application
from grantdesk.session.paper.printing import PROFILES, form_printed, printed
from grantdesk.words.language import Language
from pdf.hostile import BLOCKS, TEXTS
from pdf.pictures import DRAWN, UNDRAWN
from pdf.sample import outline
from pdf.sign.keys import NAME, PASSPHRASE, p12
from worlds import form

SMALL = Size(partners=2, packages=2, budget=2, rows=2, essay=900)
SEEN = Seen(("24.11.2026 klo 12.15", "Sähköinen allekirjoitus"), "Hakemuksen allekirjoitus")
FILES: Mapping[str, tuple[str, bytes]] = {
    "liite.pdf": ("application/pdf", b"%PDF-1.4 broken endstream endobj"),
    "empty.txt": ("text/plain", b""),
    "x" * 5000 + ".png": ("image/png", b"\x89PNG"),
    'a/../b\\c:"<>|?*\x00\u202e.exe': ("text/html; charset=x", b"<script>alert(1)</script>"),
    "kartta.png": ("image/png", DRAWN["P seen through"][0]()),
    "kuva.jpg": ("image/jpeg", DRAWN["turned, 6"][0]()),
    "\ud800 😀 الملف.docx": ("", bytes(range(256)) * 40),
    "liite.PDF": ("()<>[]{}/%", b"\r\nendstream\r\nendobj\r\n"),
}


@dataclass(frozen=True)
class Paper:
    """A print, and the outline that it was made of."""

    outline: Outline
    data: bytes


class Wild(Reference):
    """Answers of any call that consist of the texts given, taken by chance."""

    def __init__(self, name: str, texts: Sequence[str], size: Size = SMALL, seed: int = 1) -> None:
        super().__init__(form(name), size, seed)
        self._texts = texts

    def _leaf(self, node: AnyNode) -> Any:
        if isinstance(node, Text | Essay):
            return self.random.choice(self._texts)
        return super()._leaf(node)

    def _text(self, length: int) -> str:
        return self.random.choice(self._texts)


def print_of(grant: Grant, language: str = "fi", **edition: Any) -> Paper:
    """The print of an application, with the outline that was on its way to the page."""
    seen: list[Outline] = []

    def noted(outline: Outline, *rest: Any) -> Print:
        seen.append(outline)
        return laid(outline, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grantdesk.session.paper.printing.laid", noted)
        data = printed(Application(grant), Language(language), **edition)
    return Paper(seen[-1], data)


def form_of(name: str, language: str) -> Paper:
    """A call as a form to be filled in by hand."""
    made = blank(form(name), Language(language))
    return Paper(made, form_printed(form(name), Language(language)))


def enclosing(grant: Grant, files: Mapping[str, tuple[str, bytes]], random: Random | None = None) -> Grant:
    """The application with files behind every answer that names one."""
    chosen = random or Random(1)
    contents = {name: held(data) for name, (_, data) in files.items()}

    def walked(tree: Answers) -> Answers:
        if isinstance(tree.get("sha256"), str):
            name = chosen.choice(sorted(files))
            content, media = contents[name], files[name][0]
            return {
                POS: tree[POS],
                "name": whole(name),
                "type": media,
                "size": content.size,
                "sha256": content.sha256,
            }
        return {key: walked(value) if isinstance(value, dict) else value for key, value in tree.items()}

    attachments = {content.sha256: content for content in contents.values()}
    return replace(grant, answers=walked(grant.answers), attachments=attachments)


def reference(times: int) -> Grant:
    """The application that the bench measures."""
    return grant_of("hevi", Reference(form("hevi"), Size().times(times)).answers())


def signatures(paper: Paper, times: int) -> Paper:
    """The print signed at its first places, one after the other."""
    data = paper.data
    with TemporaryDirectory() as folder:
        for number in range(1, times + 1):
            key = FileKey(p12(Path(folder), f"{NAME} {number}"), PASSPHRASE)
            data = signed(data, f"Signature{number}", key, SEEN)
    return replace(paper, data=data)


def _unfinished() -> Grant:
    return grant_of("hevi", "unfinished")


def _complete() -> Grant:
    return grant_of("hevi", "complete")


def _partner(grant: Grant) -> str:
    return next(iter(grant.answers["partners"]))


def _hostile() -> Grant:
    return grant_of("hevi", Wild("hevi", tuple(map(whole, TEXTS))).answers())


def whole(text: str) -> str:
    """Without halves of characters, which can stand in no file."""
    return text.encode(errors="ignore").decode()


def _long() -> Grant:
    texts = ("sana " * 20_000, "x" * 5_000, "lyhyt", "rivi\n" * 600)
    return grant_of("lump", Wild("lump", texts, Size(2, 2, 1, 1), 3).answers())


def _outlined() -> Paper:
    made = outline(*BLOCKS, draft="<draft>\n\\(")
    return Paper(made, drawn(made))


def _enclosing() -> Grant:
    return enclosing(grant_of("hevi", Reference(form("hevi"), SMALL).answers()), FILES)


def pictured() -> Grant:
    """The sample with pictures among its other attachments, and one that cannot be drawn."""
    grant = grant_of("hevi", "complete")
    makes = [DRAWN[name][0] for name in ("RGBA", "JPEG in CMYK", "JPEG in grey", "I;16", "a row")]
    contents = [held(make()) for make in (*makes, UNDRAWN["a bomb"][0])]
    files = {
        f"f{n}": {
            POS: f"a{n}",
            "name": f"kuva {n}",
            "type": "image/png",
            "size": each.size,
            "sha256": each.sha256,
        }
        for n, each in enumerate(contents, 1)
    }
    attachments = {**grant.attachments, **{each.sha256: each for each in contents}}
    return replace(grant, answers={**grant.answers, "other_attachments": files}, attachments=attachments)


MAKERS: Mapping[str, Callable[[], Paper]] = {
    **{
        f"whole, {code}": partial(lambda code: print_of(_complete(), code), code)
        for code in ("fi", "sv", "en")
    },
    "unfinished": lambda: print_of(_unfinished(), "sv"),
    "draft": lambda: print_of(_unfinished(), "fi", profile="draft"),
    "without empty parts": lambda: print_of(_unfinished(), "en", empty=False),
    "public": lambda: print_of(_complete(), "sv", profile="public"),
    "partner": lambda: print_of(_complete(), "fi", profile="partner", partner=_partner(_complete())),
    "findings": lambda: print_of(_unfinished(), "en", profile="findings"),
    "no findings": lambda: print_of(_complete(), "fi", profile="findings"),
    "nothing answered": lambda: print_of(grant_of("hevi"), "fi", profile="draft"),
    "form, fi": lambda: form_of("hevi", "fi"),
    "form, sv": lambda: form_of("lump", "sv"),
    "lump sum": lambda: print_of(grant_of("lump", "complete"), "en"),
    "attachments of every kind": lambda: print_of(_enclosing(), "fi"),
    "pictures": lambda: print_of(pictured(), "sv"),
    "hostile texts": lambda: print_of(_hostile(), "fi"),
    "hostile blocks": _outlined,
    "endless texts": lambda: print_of(_long(), "en"),
    "signed once": lambda: signatures(paper("whole, sv"), 1),
    "signed twice": lambda: signatures(paper("whole, fi"), 2),
    "reference": lambda: print_of(reference(1)),
    "reference ×4": lambda: print_of(reference(4)),
}
LARGE = ("reference ×4",)
MOMENT = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
assert set(PROFILES) <= {"submission", *MAKERS}


def failures(data: bytes, folder: Path) -> list[str]:
    """What page-validation finds wrong."""
    file = folder / "paper.pdf"
    file.write_bytes(data)
    found = (page.validate_pdf(str(file), profile=profile).failures for profile in ("3a", "ua1"))
    return [f"{failure.rule_id} {failure.message}" for each in found for failure in each]


@cache
def paper(name: str) -> Paper:
    """A paper by its name, made once."""
    return MAKERS[name]()
