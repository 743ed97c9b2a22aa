"""Unsaved work that a crash left behind: what it is, and what can be done with it."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal

from grantdesk.ui.piece.banner import Action, Banner
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Fact, Phrase, phrase
from grantdesk.words.writing import parsed_moment


class Record(Protocol):
    """What is known of the work: `moment` is ISO text; `path` None if it was never saved."""

    @property
    def name(self) -> str: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def moment(self) -> str: ...


class Recovered(Protocol):
    """Unsaved work, as whoever finds it hands it over."""

    @property
    def record(self) -> Record: ...


class Unsaved(Banner):
    """Signals: `answered(id, work)`: "restore", "show" or "forget"."""

    answered = Signal(str, object)

    def __init__(self, scene: Scene, work: Recovered) -> None:
        super().__init__(scene, phrase("Work that was not saved"), told(work.record), "warning")
        self.work = work
        keep = phrase("Keep the saved file") if work.record.path else phrase("Throw it away")
        self.offer(
            [
                Action("restore", phrase("Restore"), "primary"),
                Action("show", phrase("Show what would be restored")),
                Action("forget", keep, "quiet"),
            ]
        )
        self.chosen.connect(self._answer)

    def _answer(self, action: str) -> None:
        self.answered.emit(action, self.work)


def told(record: Record) -> Phrase:
    """What it is and from when, in the time of this computer."""
    when = parsed_moment(record.moment)
    moment: Fact = when.astimezone() if when else record.moment
    name: Fact = record.name or (record.path.stem if record.path else phrase("An application without a name"))
    if record.path is None:
        return phrase(
            "“{name}” was not saved yet when grantdesk ended. Last change: {moment}.",
            name=name,
            moment=moment,
        )
    return phrase(
        "“{name}” was changed after it was last saved in {file}. Last change: {moment}.",
        name=name,
        file=record.path.name,
        moment=moment,
    )
