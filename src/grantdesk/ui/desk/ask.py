"""What the window asks the person. One small object does it all, and tests put another in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from grantdesk.words.phrase import Phrase

Kind: TypeAlias = Literal["application", "pdf", "attachment", "text"]


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
