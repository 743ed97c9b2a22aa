"""Rows added, copied, moved and removed in a session, each a step with a name; and what removing them left behind."""

from collections.abc import Sequence

from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers, at
from grantdesk.outline.fact.answer import plain
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

    def add(self, row: Answers | None = None, after: str | None = None) -> str:
        """A new row after another or at the end; its key."""
        made = rows.added(self.table, self._path, [row or {}], after)
        self._do(made, phrase("Add a row to “{table}”", table=self._label), made.keys[0])
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

    def remove(self, keys: Sequence[str]) -> Phrase:
        """Takes rows away. Says what was done, and how many places referred to them."""
        referring = self._referring(keys)
        said = counted(
            "Delete {n} row of “{table}”", "Delete {n} rows of “{table}”", n=len(keys), table=self._label
        )
        self._do(rows.removed(self._path, keys), said, keys[0])
        if not referring:
            return counted("{n} row was deleted.", "{n} rows were deleted.", n=len(keys))
        told = counted(
            "{n} place refers to what is gone, and has to be chosen anew.",
            "{n} places refer to what is gone, and have to be chosen anew.",
            n=referring,
        )
        gone = counted("{n} row was deleted.", "{n} rows were deleted.", n=len(keys))
        return plain("{gone} {told}", gone=gone, told=told)

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
