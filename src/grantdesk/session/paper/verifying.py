"""Whether a PDF, a printed code and an application belong together, in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from grantdesk.files.container.entry import MAGIC
from grantdesk.files.grant import Grant, digest
from grantdesk.files.reading import read
from grantdesk.pdf import enclosed, seal
from grantdesk.pdf.code import PREFIX, SHORT, spelled
from grantdesk.session.application import Application, form_of
from grantdesk.session.earlier.difference import Difference, differences
from grantdesk.session.paper.printing import WHOLE, printed
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase

LANGUAGES = ("fi", "sv", "en")
_APART = re.compile(r"[\s:–—-]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`holds`: nothing speaks against it. `said` is what was found, `open` what was not and cannot be checked here, and
    `differences` what has another answer in the application than in the PDF."""

    holds: bool
    said: tuple[Phrase, ...]
    open: tuple[Phrase, ...] = ()
    differences: tuple[Difference, ...] = ()


def verified(data: bytes, file: Grant | None, language: Language) -> Verdict:
    """What there is to say about a PDF, and about an application beside it.

    NothingEnclosed if no application is in the PDF; FileTrouble, CallFault if it cannot be read.
    """
    inside = _opened(enclosed(data, MAGIC))
    state, same = seal(data), _is_print_of(data, inside)
    said = [_sealed(state), *_printed(state, same)]
    holds = state != "altered"
    if file is None:
        return Verdict(holds, tuple(said), tuple(_open(state)))
    matches = digest(file) == digest(inside)
    found = () if matches else tuple(differences(form_of(file.call), inside.answers, file.answers, language))
    said.append(_together(matches, file, inside, bool(found)))
    return Verdict(holds and matches, tuple(said), tuple(_open(state)), found)


def code_verified(code: str, file: Grant) -> Verdict:
    """Whether a code that somebody typed or scanned from paper is that of the application: all of it, or the beginning
    that stands at the foot of every page."""
    asked = _APART.sub("", code).lower().removeprefix(_APART.sub("", PREFIX).lower())
    own = digest(file)
    short = spelled(own[:SHORT])
    if len(asked) < SHORT or not re.fullmatch(r"[0-9a-f]+", asked):
        return Verdict(
            False,
            (
                phrase(
                    "“{code}” is no code of a printed page: it has 12 or 64 digits and letters A–F.",
                    code=code[:80],
                ),
            ),
        )
    if own.startswith(asked):
        return Verdict(True, (phrase("The paper and the application belong together ({code}).", code=short),))
    return Verdict(
        False, (phrase("The paper is not of this application as it is now: its code is {code}.", code=short),)
    )


def _opened(raw: bytes) -> Grant:
    """The application in the bytes, with its contents in memory."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "enclosed.grant"
        path.write_bytes(raw)
        return read(path).grant


def _is_print_of(data: bytes, inside: Grant) -> bool:
    """Does printing the application again give these bytes? In whichever language and edition it was printed."""
    application = Application(inside)
    ways = product(LANGUAGES, (True, False), WHOLE)
    prints = (printed(application, Language(code), empty, profile) for code, empty, profile in ways)
    return any(data.startswith(each) for each in prints)


def _sealed(state: str) -> Phrase:
    match state:
        case "whole":
            return phrase("The PDF is as grantdesk made it.")
        case "added":
            return phrase(
                "The PDF is as grantdesk made it, and something was added to it afterwards, as signing does."
            )
        case _:
            return phrase(
                "The PDF was altered after grantdesk made it, or another program has written it anew."
            )


def _printed(state: str, same: bool) -> Iterator[Phrase]:
    if same:
        yield phrase("What is printed is what the application inside says.")
    elif state != "altered":
        yield phrase(
            "Another version of grantdesk printed it: its pages were not compared with the application inside."
        )


def _together(same: bool, file: Grant, inside: Grant, differ: bool) -> Phrase:
    if same:
        return phrase("The PDF and the application belong together.")
    if file.id != inside.id:
        return phrase("The PDF is of another application.")
    if differ:
        return phrase("The application has changed since the PDF was made:")
    return phrase("The application has changed since the PDF was made: its call is another version.")


def _open(state: str) -> Iterator[Phrase]:
    if state == "added":
        yield phrase("Who has signed it was not checked.")
    else:
        yield phrase("It is not signed: who made it cannot be told from it.")
