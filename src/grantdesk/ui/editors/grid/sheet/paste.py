"""A block of texts put into a grid: one patch, and every text that could not be read or had no room."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers, Patch, at
from grantdesk.ui.editors.grid.sheet.clipboard import Block
from grantdesk.ui.editors.grid.sheet.sheet import Sheet
from grantdesk.words.phrase import Phrase

NEW = ""
"""The key of a row that is not there yet."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that stands in its cell as it was typed, since it could not be read."""

    at: Path
    row: int
    column: str
    text: str
    why: Phrase


@dataclass(frozen=True, slots=True)
class Area:
    """Cells side by side: from a row and a column, so many rows and columns."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting does. `rows_lost` and `columns_lost` had no room; `kept` cells are worked out: they stay; `titles`
    and `sums` are how many rows were left out since they had the titles of the columns or their sums."""

    patch: Patch = field(default_factory=dict)
    area: Area = Area(0, 0, 0, 0)
    refused: tuple[Refused, ...] = ()
    rows_lost: int = 0
    columns_lost: int = 0
    kept: int = 0
    titles: int = 0
    sums: int = 0
    before: Answer | None = None
    """What stood in the whole sheet before."""

    def stands(self, answers: Answers, path: Path) -> bool:
        """Is there still something to tell of it, in the sheet at path? Not after it was undone, nor when all that was
        refused has been corrected."""
        if at(answers, path) is self.before:
            return False
        return not self.refused or any(at(answers, each.at) == each.text for each in self.refused)


def copied(sheet: Sheet, area: Area) -> list[list[str]]:
    """The texts of cells."""
    keys = sheet.keys()[area.row : area.row + area.rows]
    columns = range(area.column, area.column + area.columns)
    return [[sheet.written(key, column) for column in columns] for key in keys]


def pasted(sheet: Sheet, block: Block, row: int, column: int) -> Pasted:
    """What a block does with its first text in a cell. Rows are added while there is room for them."""
    keys, columns = sheet.keys(), sheet.columns()
    width = max(map(len, block), default=0)
    fit = min(width, len(columns) - column)
    tall = min(len(block), len(keys) - row + sheet.room())
    put = _Put(sheet)
    for place, texts in enumerate(block[:tall], row):
        put.row(keys[place] if place < len(keys) else NEW, place, column, texts[:fit])
    return Pasted(
        put.patch(),
        Area(row, column, tall, fit),
        put.refused(),
        len(block) - tall,
        width - fit,
        put.kept,
    )


def filled(sheet: Sheet, text: str, area: Area) -> Pasted:
    """One text in every cell of an area; no row is added."""
    tall = min(area.rows, len(sheet.keys()) - area.row)
    return pasted(sheet, [[text] * area.columns] * tall, area.row, area.column)


def cleared(sheet: Sheet, cells: Sequence[tuple[str, int]]) -> dict[Path, Answer | None]:
    """The patch that takes the answers of cells away."""
    return {sheet.place(row, column): None for row, column in cells if sheet.node(row, column) is not None}


class _Put:
    """Gathers what pasting does, row by row."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._cells: dict[Path, Answer | None] = {}
        self._new: list[dict[int, Answer]] = []
        self._refused: list[tuple[str, int, int, str, Phrase]] = []
        self._added: tuple[Patch, tuple[str, ...]] = ({}, ())
        self.kept = 0
        self._first_new = -1

    def row(self, key: str, place: int, column: int, texts: Sequence[str]) -> None:
        """Puts texts in a row, from a column on."""
        if key == NEW:
            self._first_new = place if self._first_new < 0 else self._first_new
            self._new.append({})
        for cell, text in enumerate(texts, column):
            if self._sheet.node(key, cell) is None:
                self.kept += text != (self._sheet.written(key, cell) if key != NEW else "")
                continue
            read = self._sheet.read(key, cell, text)
            if read.trouble is not None:
                self._refused.append((key, place, cell, text, read.trouble))
            if key != NEW:
                self._cells[self._sheet.place(key, cell)] = read.value
            elif read.value is not None:
                self._new[-1][cell] = read.value

    def patch(self) -> dict[Path, Answer | None]:
        """All of it."""
        self._added = self._sheet.added(self._new) if self._new else ({}, ())
        return {**self._added[0], **self._cells}

    def refused(self) -> tuple[Refused, ...]:
        """What could not be read, with the places where it stands after `patch`."""
        columns, keys = self._sheet.columns(), self._added[1]
        return tuple(
            Refused(
                self._sheet.place(key or keys[place - self._first_new], cell),
                place + 1,
                columns[cell].title,
                text,
                why,
            )
            for key, place, cell, text, why in self._refused
        )
