"""The names that an application brings with it: its acronym, its partners, its people. They are never spelt wrong."""

from PySide6.QtCore import QObject, Qt, Signal

from grantdesk.call.terms.node import AnyNode, Essay, Text
from grantdesk.model.path import Path
from grantdesk.model.tree import leaves
from grantdesk.session.session import Session
from grantdesk.session.spelling.word import words


class Proper(QObject):
    """The words with a capital that stand in short answers, and all words of the names of people and organisations.
    They are gathered when somebody asks after a change.

    Signals: `changed` when there may be others.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._nodes: dict[Path, AnyNode | None] = {}
        self._words: frozenset[str] | None = None
        session.changed.connect(self._change)

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = self._gathered()
        return word in self._words

    def _change(self, paths: frozenset[Path]) -> None:
        """A long text brings no names, and is what is typed most; anything else may, a whole row among them."""
        if not all(isinstance(self._node(path), Essay) for path in paths):
            self._words = None
            self.changed.emit()

    def _gathered(self) -> frozenset[str]:
        found: set[str] = set()
        for path, leaf in leaves(self._session.answers):
            if isinstance(leaf, str):
                node = self._node(path)
                if isinstance(node, Text):
                    found.update(w.text for w in words(leaf) if node.identity or not w.text.islower())
        return frozenset(found)

    def _node(self, path: Path) -> AnyNode | None:
        """What is asked there; every row of a table is asked the same. None for a row and what is in an answer."""
        if len(path) % 2 == 0:
            return None
        asked = path[::2]
        if asked not in self._nodes:
            self._nodes[asked] = self._session.form.node(path)
        return self._nodes[asked]


def proper_of(session: Session) -> Proper:
    """The one that belongs to a session; it is made when it is first asked for."""
    found = session.findChild(Proper, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Proper(session)
