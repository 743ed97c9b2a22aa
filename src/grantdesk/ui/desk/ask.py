"""What the window asks the person. One small object does it all, and tests put another in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from grantdesk.words.phrase import Phrase

Kind: TypeAlias = Literal[
    "application", "document", "pdf", "paper", "certificate", "key", "module", "attachment", "text"
]
"""What a file is: "document" is an application by itself or inside a PDF; "paper" a PDF, or a scan or photograph of
one; "key" and "module" are what is signed with."""
ENDINGS: Mapping[Kind, tuple[str, ...]] = {
    "application": ("grant",),
    "document": ("grant", "pdf"),
    "pdf": ("pdf",),
    "paper": ("pdf", "png", "jpg", "jpeg", "tif", "tiff", "webp", "bmp", "gif"),
    "certificate": ("pem", "crt", "cer", "der"),
    "key": ("p12", "pfx"),
    "module": ("so", "dll", "dylib"),
    "attachment": (),
    "text": ("txt",),
}
"""How such files end, without a dot; nothing where it depends."""


def is_of(path: Path, kind: Kind) -> bool:
    """Does the file end as one of the kind does?"""
    return path.suffix.lower().removeprefix(".") in ENDINGS[kind]


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, a verb: "Save a copy". `id` is what choosing it gives."""

    id: str
    said: Phrase
    tone: Literal["main", "plain", "danger"] = "plain"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: one sentence, more about it if there is more, and the options; nothing is lost by closing it."""

    said: Phrase
    options: Sequence[Option]
    detail: Phrase | None = None


class Ask(Protocol):
    """Asks and tells. Every method waits for the person."""

    def choose(self, question: Question) -> str:
        """The id of the option; empty if the person chose none."""
        ...

    def tell(self, said: Phrase, detail: Phrase | None = None) -> None:
        """Tells something that the person must have seen."""
        ...

    def file_to_open(self, kind: Kind, formats: Sequence[str] = ()) -> Path | None:
        """A file that is there; `formats` are endings without a dot, for attachments."""
        ...

    def file_to_save(self, kind: Kind, suggested: Path) -> Path | None:
        """Where to write; that something is replaced there has been agreed to."""
        ...

    def folder(self) -> Path | None:
        """A folder that is there."""
        ...
