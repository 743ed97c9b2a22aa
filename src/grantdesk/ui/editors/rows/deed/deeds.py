"""Rows added, copied, moved and removed in a session, each a step with a name; and what removing them left behind."""

from collections.abc import Sequence

from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers, at
from grantdesk.session import rows
from grantdesk.session.rows import Rows
from grantdesk.session.session import Session
from grantdesk.words.phrase import Phrase, Texts, counted, phrase


class Deeds:
    """What is done with the rows of the table at a path; `label` is what the call calls it."""

    def __init__(self, session: Session, path: Path, label: Texts) -> None:
        self._session, self._path, self._label = session, path, label

    @property
    def table(self) -> Answer | None:
        """The rows as they are."""
        return at(self._session.answers, self._path)

    def add(self, row: Answers | None = None, said: Phrase | None = None) -> str:
        """A new row at the end; its key."""
        made = rows.added(self.table, self._path, [row or {}])
        self._do(made, said or phrase("Add a row to “{table}”", table=self._label), made.keys[0])
        return made.keys[0]

    def duplicate(self, keys: Sequence[str]) -> Sequence[str]:
        """Copies below; their keys."""
        made = rows.duplicated(self.table, self._path, keys)
        if made.keys:
            said = counted(
                "Duplicate {n} row of “{table}”",
                "Duplicate {n} rows of “{table}”",
                n=len(made.keys),
                table=self._label,
            )
            self._do(made, said, made.keys[0])
        return made.keys

    def shift(self, keys: Sequence[str], by: int) -> None:
        """One place up or down."""
        self._move(rows.shifted(self.table, self._path, keys, by))

    def move(self, keys: Sequence[str], after: str | None) -> None:
        """Right after another row, or first."""
        self._move(rows.moved(self.table, self._path, keys, after))

    def remove(self, keys: Sequence[str], said: Phrase | None = None) -> int:
        """Takes rows away; gives how many places referred to them and refer to nothing now."""
        referring = self._referring(keys)
        step = counted(
            "Delete {n} row of “{table}”", "Delete {n} rows of “{table}”", n=len(keys), table=self._label
        )
        self._do(rows.removed(self._path, keys), said or step, keys[0])
        return referring

    def _referring(self, keys: Sequence[str]) -> int:
        if len(self._path) > 1:
            return 0
        session = self._session
        return len(rows.referring(session.form, session.answers, self._path[0], keys))

    def _move(self, made: Rows) -> None:
        if made.patch:
            said = counted(
                "Move {n} row of “{table}”", "Move {n} rows of “{table}”", n=len(made.keys), table=self._label
            )
            self._do(made, said, made.keys[0])

    def _do(self, made: Rows, said: Phrase, key: str) -> None:
        self._session.edit(made.patch, said, (*self._path, key))


def told(referring: int) -> Phrase | None:
    """That places refer to what is gone; nothing if none does."""
    if not referring:
        return None
    return counted(
        "{n} place referred to what is gone. Choose anew there, or undo.",
        "{n} places referred to what is gone. Choose anew there, or undo.",
        n=referring,
    )
