"""One undoable step: the answers before and after it. The only undo command there is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QUndoCommand

from grantdesk.model.path import Path
from grantdesk.model.tree import Answers, same
from grantdesk.words.phrase import Phrase

TYPING = 1


class Show(Protocol):
    """Shows other answers; `back` is the place that the eye is brought to, None for an edit that is being made."""

    def __call__(self, answers: Answers, back: Path | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Step:
    """What a step does: its name, the place it is about, and the place that is being typed into, None if none is."""

    said: Phrase
    at: Path
    typing: Path | None = None


class Edit(QUndoCommand):
    """Goes from `before` to `after` and back. Typing in one place is one step until `is_open` says no."""

    def __init__(self, before: Answers, after: Answers, step: Step, show: Show) -> None:
        super().__init__()
        self.before, self.after, self.step = before, after, step
        self._show, self._done = show, False
        self.is_open: Callable[[], bool] = lambda: True

    def redo(self) -> None:
        """Shows the answers after the step."""
        self._show(self.after, self.step.at if self._done else None)
        self._done = True

    def undo(self) -> None:
        """Shows the answers before the step."""
        self._show(self.before, self.step.at)

    def id(self) -> int:
        """Steps of one id may be merged: only typing is."""
        return TYPING if self.step.typing is not None else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Takes a later step in, if it types on in the same place."""
        if not isinstance(other, Edit) or other.step.typing != self.step.typing or not self.is_open():
            return False
        self.after = other.after
        self.setObsolete(same(self.before, self.after))
        return True
