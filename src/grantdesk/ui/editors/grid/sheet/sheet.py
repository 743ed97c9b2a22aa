"""What a grid shows: rows and columns of answers, each at its place, and the patches that change them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grantdesk.call.terms.node import AnyNode, Choice, Several
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Patch, at
from grantdesk.outline.dossier import Dossier
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet import cell
from grantdesk.ui.editors.grid.sheet.cell import Offer, Read
from grantdesk.words.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Column:
    """What stands above a column, and how its cells are set. `wish` is how wide it would like to be beside others."""

    title: str
    help: str = ""
    needed: bool = False
    numeric: bool = False
    wish: float = 1.0


@dataclass(frozen=True, slots=True)
class Sum:
    """What stands below a column. `settled` is False while a number is missing: it is then the sum so far."""

    text: str = ""
    settled: bool = True


class Sheet:
    """Rows by their keys, columns by their numbers. What is asked in a cell is a node, or nothing: a cell to be read.

    A growing sheet has room for another row below. All of it is read from the session at every question, but for what
    is kept until `turn`.
    """

    growing = False
    named = True
    """Do names stand beside the rows?"""
    seen = 540
    """How much of the rows is seen at once, at a text size of 100 %; what is longer scrolls by itself."""
    lines = 3
    """Lines of a text that a cell shows; the rest is in its editor."""
    translations: Mapping[int, str] = {}
    """The columns that translate another one of the row, with the language of that one."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self.desk, self.path = desk, path

    @property
    def dossier(self) -> Dossier:
        """Call, answers and report in the language of the window."""
        return self.desk.session.dossier(self.desk.speech.language)

    def turn(self) -> None:
        """The answers or the language may be others: forgets what was kept."""

    def keys(self) -> Sequence[str]:
        """The rows, in their order."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """The columns, in their order; always as many."""
        raise NotImplementedError

    def wordy(self) -> Sequence[int]:
        """The columns in which texts stand, which break into lines."""
        return [n for n, column in enumerate(self.columns()) if not column.numeric]

    def state(self, row: str) -> object:
        """Another object whenever the answers of the row are others."""
        return at(self.desk.session.answers, (*self.path, row))

    def name(self, row: str) -> str:
        """What stands beside a row."""
        raise NotImplementedError

    def node(self, row: str, column: int) -> AnyNode | None:
        """What is asked in a cell; None where nothing is typed."""
        raise NotImplementedError

    def place(self, row: str, column: int) -> Path:
        """Where the answer of a cell stands."""
        raise NotImplementedError

    def asks(self, row: str, column: int) -> bool:
        """Is the cell there to be answered now? What a condition hides is not."""
        return self.node(row, column) is not None

    def shown(self, row: str, column: int) -> str:
        """What a cell shows."""
        node = self.node(row, column)
        return cell.shown(self.dossier, node, self.value(row, column)) if node else ""

    def foot(self) -> Sequence[Sum]:
        """What stands below each column; nothing at all where there are no sums."""
        return ()

    def hint(self, column: int) -> str:
        """What an empty cell says while it is typed in."""
        return ""

    def room(self) -> int:
        """How many rows can be added."""
        return 0

    def added(self, rows: Sequence[Mapping[int, Answer]]) -> tuple[Patch, tuple[str, ...]]:
        """The patch that adds rows with these answers by column, and their keys."""
        raise NotImplementedError

    def value(self, row: str, column: int) -> Answer | None:
        """The answer of a cell."""
        return at(self.desk.session.answers, self.place(row, column))

    def written(self, row: str, column: int) -> str:
        """A cell to be changed or copied."""
        node = self.node(row, column)
        if node is None:
            return self.shown(row, column)
        return cell.written(self.dossier, node, self.value(row, column))

    def read(self, row: str, column: int, text: str) -> Read:
        """What was typed in a cell, as an answer. The row may be one that is not there yet."""
        node = self.node(row, column)
        return cell.read(self.dossier, node, text) if node else Read(None)

    def offers(self, row: str, column: int) -> list[Offer]:
        """What can be chosen in a cell."""
        node = self.node(row, column)
        return cell.offers(self.dossier, node) if isinstance(node, Choice | Several) else []

    def says(self, row: str, column: int) -> Phrase:
        """What a change of a cell is called among the steps that can be undone."""
        return phrase("Change “{field}”", field=self.columns()[column].title)
