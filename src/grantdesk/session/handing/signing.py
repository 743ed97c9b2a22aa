"""A PDF signed electronically: the places that are free, whose they are, the key, and the signed file beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from grantdesk.files.result import got, put
from grantdesk.files.trouble import FileTrouble
from grantdesk.session.handing.attached import free
from grantdesk.session.paper.signing import FileKey, Key, TokenKey, places, seen, sign
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

__all__ = ["FileKey", "Key", "Signing", "TokenKey", "free_places", "sign_file", "suggested"]

APART = " – "  # in what the paper tells of a place: that it is for a signature, for whom, in which role


class WouldLoseIt(FileTrouble):
    """The signed PDF would take the place of the one that is signed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, phrase("Keep the PDF as it is, too: give the signed one another name."))


@dataclass(frozen=True, slots=True)
class Signing:
    """What is signed, where and with what. `reason` and `stamper` (the address of a time-stamping service) may be
    empty; the language is that of the paper. The secret in the key is shown and kept nowhere."""

    pdf: Path
    place: str
    key: Key = field(repr=False)
    language: str = "fi"
    reason: str = ""
    stamper: str = ""


def free_places(pdf: Path) -> Mapping[str, str]:
    """The places that nobody has signed yet, by their names, each with what the paper tells of it: who signs there.

    FileTrouble; NotInstalled, NoPdf."""
    return {name: told.partition(APART)[2] or told for name, told in places(got(pdf)).items()}


def suggested(pdf: Path, word: str) -> Path:
    """Where the signed PDF might go: beside the other, with the word for “signed” in its name, where nothing lies."""
    return free(pdf if pdf.stem.endswith(f"({word})") else pdf.with_stem(f"{pdf.stem} ({word})"))


def sign_file(signing: Signing, target: Path, moment: datetime) -> Path:
    """Puts the signed PDF at target. WouldLoseIt, FileTrouble; SigningTrouble; what `put` raises."""
    if target.exists() and target.samefile(signing.pdf):
        raise WouldLoseIt(target)
    shown = seen(Language(signing.language), moment, signing.reason)
    put(target, sign(got(signing.pdf), signing.place, signing.key, shown, signing.stamper))
    return target
