"""Whether a paper, as a PDF, a scan or a code, belongs to an application: read from what somebody has at hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grantdesk.files.grant import Grant
from grantdesk.files.reading import read
from grantdesk.files.result import got
from grantdesk.session.paper.verdict import Fit, Verdict
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

__all__ = ["Evidence", "Fit", "Verdict", "proved", "written"]

PDF = b"%PDF"


class NothingToCompare(Trouble):
    """There is a code, and no application that it could be of."""

    def __init__(self) -> None:
        super().__init__(
            phrase(
                "A printed page says which application it is of only by its code: choose the application too."
            )
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is to be checked: `paper` is a PDF, or a scan or photograph of a printed page; without one, the `code` of a
    page. `file` is the application beside it, or `own` gives the one that is open; `trusted` are files with the
    certificates that those who sign must lead to."""

    paper: Path | None = None
    code: str = ""
    file: Path | None = None
    own: Grant | None = field(default=None, repr=False)
    trusted: Sequence[Path] = ()

    @property
    def is_enough(self) -> bool:
        """Is there anything to check?"""
        return self.paper is not None or bool(self.code.strip())


def proved(evidence: Evidence, language: Language) -> Verdict:
    """What there is to say. It takes a while: the application in the PDF is printed again.

    NothingToCompare; FileTrouble, CallFault, NothingEnclosed, ScanTrouble, SigningTrouble.
    """
    from grantdesk.session.paper.verifying import verified  # for start-up: it prints

    if evidence.paper is None:
        return _of_code(evidence.code, _beside(evidence))
    data = got(evidence.paper)
    if not data.startswith(PDF):
        return _of_code(_seen(data), _beside(evidence))
    trusted = [got(each) for each in evidence.trusted] or None
    beside = _beside(evidence)
    try:
        return verified(data, beside, language, trusted)
    except Trouble:
        if (code := _scanned(data)) is None:
            raise
        return _of_code(code, beside)


def written(headline: Phrase, verdict: Verdict, language: Language, names: Sequence[str] = ()) -> str:
    """The whole verdict as a text to send on: of what, the headline, what was found, what differs, what is open."""
    say = language.say
    lines = [*names, say(headline), *map(say, verdict.said)]
    for each in verdict.differences:
        lines.append(f"– {say(each.place)}: {each.before} → {each.after}")
    return "\n".join([*lines, *map(say, verdict.open)])


def _beside(evidence: Evidence) -> Grant | None:
    if evidence.file is not None:
        return read(evidence.file, newer=True).grant
    return evidence.own


def _of_code(code: str, beside: Grant | None) -> Verdict:
    from grantdesk.session.paper.code import code_verified  # for start-up: as above

    if beside is None:
        raise NothingToCompare
    return code_verified(code, beside)


def _seen(data: bytes) -> str:
    from grantdesk.pdf.scan import seen  # for start-up: as above

    return seen(data)


def _scanned(data: bytes) -> str | None:
    """The code in a PDF that is only the scan of a page; None if none is seen."""
    from grantdesk.pdf.scan import ScanTrouble  # for start-up: as above

    try:
        return _seen(data)
    except ScanTrouble:
        return None
