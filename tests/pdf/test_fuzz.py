"""Whatever people type, and whatever a stranger's file holds: a PDF that conforms, or one plain sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reference import Size
from desks import grant_of
from grantdesk.files.grant import Grant
from grantdesk.model.order import POS, ordered
from grantdesk.model.tree import Answers
from grantdesk.outline.kind.image import MEDIA
from grantdesk.pdf import Attachment
from grantdesk.pdf import printed as drawn
from grantdesk.session.application import Application
from grantdesk.session.paper.printing import PROFILES
from grantdesk.words.trouble import Trouble
from pdf.expected import expected, told
from pdf.hostile import TEXTS
from pdf.papers import Paper, Wild, enclosing, print_of, whole
from pdf.pictures import DRAWN, UNDRAWN
from pdf.reading import tree
from pdf.sample import outline
from pdf.vera.verdicts import judged, needed

JUNK: tuple[Any, ...] = (
    10**400,
    -(10**18),
    -1,
    True,
    "abc",
    "\ud800",
    "2027-02-31",
    {},
    {"x": {"y": "z"}},
    {POS: ""},
)
ENDLESS = ("sana " * 20_000, "x" * 5_000, "w" * 100_000, "日" * 40_000, "a\u0301" * 30_000, "rivi\n" * 3_000)
SOME = (DRAWN[name][0] for name in ("1", "P seen through", "LAB", "interlaced", "progressive", "a column"))
SIZES = st.builds(
    Size,
    partners=st.integers(1, 3),
    packages=st.integers(1, 3),
    budget=st.integers(0, 2),
    rows=st.integers(0, 2),
)
TYPED = st.lists(
    st.one_of(st.sampled_from(TEXTS), st.text(max_size=60), st.text(max_size=5000)), min_size=1, max_size=8
)
PICTURES = [make() for make in (*SOME, UNDRAWN["the beginning of a JPEG"][0])]
FILES = st.dictionaries(
    st.text(min_size=1, max_size=300),
    st.one_of(
        st.tuples(st.text(max_size=150), st.binary(max_size=2000)),
        st.tuples(st.sampled_from(sorted(MEDIA)), st.sampled_from(PICTURES)),
    ),
    max_size=3,
)


@dataclass(frozen=True)
class Case:
    """An application of a world, for some reader. `spoilt` of 100 answers are of no kind that was asked for."""

    world: str
    texts: tuple[str, ...]
    size: Size
    seed: int
    spoilt: int
    files: dict[str, tuple[str, bytes]]
    edition: dict[str, Any]
    language: str

    def grant(self) -> Grant:
        """The application."""
        random = Random(self.seed)
        answers = _spoilt(
            Wild(self.world, [*map(whole, self.texts)], self.size, self.seed).answers(), self.spoilt, random
        )
        grant = grant_of(self.world, answers)
        grant = replace(grant, saved=f"{random.randint(1990, 2999)}-01-31T23:59:59Z")
        return enclosing(grant, self.files, random) if self.files else grant

    def paper(self) -> Paper | None:
        """The print; None if a sentence told why there is none."""
        grant = self.grant()
        given = dict(self.edition)
        if given["profile"] == "partner":
            rows = [key for key, _ in ordered(Application(grant).report.asked.get("partners"))]
            given |= {"partner": rows[-1]} if rows else {"profile": "draft"}
        try:
            return print_of(grant, self.language, **given)
        except Trouble as trouble:
            return None if trouble.phrase.said else print_of(grant)


def _spoilt(tree: Answers, share: int, random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in tree.items():
        if random.randrange(100) < share:
            found[key] = random.choice(JUNK)
        else:
            found[key] = _spoilt(value, share, random) if isinstance(value, dict) else value
    return found


EDITIONS = st.fixed_dictionaries({"profile": st.sampled_from(PROFILES), "empty": st.booleans()})
CASES = st.builds(
    Case,
    st.sampled_from(["hevi", "lump", "kinds", "models", "euros"]),
    TYPED.map(tuple),
    SIZES,
    st.integers(0, 10**6),
    st.sampled_from([0, 0, 1, 5, 30]),
    FILES,
    EDITIONS,
    st.sampled_from(["fi", "sv", "en"]),
)


def sound(made: Paper | None) -> None:
    """Conforms, and says under each tag what it should."""
    if made is None:
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(made.data)
        found = [page.validate_pdf(str(file), profile=profile).failures for profile in ("3a", "ua1")]
    assert [f"{each.rule_id} {each.message}" for each in found[0] + found[1]] == []
    assert told(tree(made.data)) == expected(made.outline)


@settings(max_examples=12)
@given(CASES)
def test_any_application_is_a_pdf_that_conforms_or_a_sentence(case: Case) -> None:
    sound(case.paper())


@pytest.mark.slow
@settings(max_examples=300)
@given(CASES)
def test_hundreds_of_applications_conform(case: Case) -> None:
    sound(case.paper())


@pytest.mark.slow
@pytest.mark.parametrize("text", ENDLESS, ids=lambda text: f"{len(text)} {text[:4]}")
def test_an_answer_without_end_conforms(text: str) -> None:
    sound(print_of(grant_of("lump", Wild("lump", (text, "lyhyt"), Size(1, 1, 1, 1), 3).answers())))


@settings(max_examples=30)
@given(
    st.lists(
        st.builds(Attachment, st.text(), st.text(), st.text(), st.just("Supplement"), st.binary()), max_size=9
    )
)
def test_files_of_every_kind_and_name_go_along(files: list[Attachment]) -> None:
    made = outline()
    sound(Paper(made, drawn(made, attachments=files)))


def _by_chance(count: int) -> Iterator[Case]:
    """Cases that are the same in every run."""
    random = Random(20261124)
    for seed in range(count):
        texts = (
            *random.sample(TEXTS, 6),
            "".join(chr(random.randrange(32, 0xD800)) for _ in range(200)),
            "teksti",
        )
        edition = {"profile": PROFILES[seed % len(PROFILES)], "empty": bool(seed % 2)}
        files = {f"liite {seed}.pdf": ("application/pdf", random.randbytes(500))}
        world, language = ("hevi", "lump", "kinds")[seed % 3], ("fi", "sv", "en")[seed % 3]
        yield Case(world, texts, Size(2, 2, 1, 1), seed, seed % 4, files, edition, language)


@pytest.mark.slow
def test_verapdf_finds_no_fault_in_applications_by_chance(tmp_path: Path) -> None:
    needed()
    files = []
    for at, case in enumerate(_by_chance(45)):
        made = case.paper()
        if made:
            files.append(tmp_path / f"{at}.pdf")
            files[-1].write_bytes(made.data)
    assert len(files) > 20
    assert {file.stem: verdict.broken for file, verdict in judged(files).items() if not verdict.holds} == {}
