"""Rows of cells side by side: of a table, or a question with its answer. A row splits across pages if it must."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from grantdesk.outline.block import MARK
from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.style import Style
from grantdesk.pdf.piece.text import fewest, taken


@dataclass(slots=True)
class Cell:
    """Broken lines in their place: `left` is measured from the row's edge; numbers stand to the right."""

    lines: list[str]
    style: Style
    element: Element
    left: float
    width: float
    right: bool = False

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the text inside a mark that is open."""
        x, y = left + self.left, top - self.style.rise
        if self.right:
            # A mark after a number hangs beyond the edge, so that the numbers stand under each other.
            hung = self.style.width(MARK) if self.lines[0].endswith(MARK) else 0.0
            canvas.text_right(self.lines, self.style, x + self.width + hung, y)
        else:
            canvas.text(self.lines, self.style, x, y)

    @property
    def empty(self) -> bool:
        """Is there nothing to draw?"""
        return not any(self.lines)

    @property
    def height(self) -> float:
        """The height of its lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """The height of two lines, or of all if one would be left alone."""
        return fewest(len(self.lines)) * self.style.leading


class Row:
    """Cells with `pad` above and below. `foot` rows are sums."""

    __slots__ = ("cells", "foot", "height", "pad")

    def __init__(self, cells: Sequence[Cell], pad: float, foot: bool = False) -> None:
        self.cells = cells
        self.pad = pad
        self.foot = foot
        self.height = max(cell.height for cell in cells) + 2 * pad

    @property
    def least(self) -> float:
        """The smallest part that may stand at the foot of a page: two lines of each cell, or all of a short one."""
        return max(cell.least for cell in self.cells) + 2 * self.pad

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """Every cell is split at the same height; a short cell is in the first part whole."""
        inner = room - 2 * self.pad
        first, rest = [], []
        for cell in self.cells:
            if cell.height <= inner:
                count = len(cell.lines)
            elif not (count := taken(len(cell.lines), cell.style.leading, inner)):
                return None
            first.append(replace(cell, lines=cell.lines[:count]))
            rest.append(replace(cell, lines=cell.lines[count:]))
        return Row(first, self.pad, self.foot), Row(rest, self.pad, self.foot)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the cells, each for its element."""
        for cell in self.cells:
            if not cell.empty:
                canvas.begin(cell.element)
                cell.draw(canvas, left, top - self.pad)
                canvas.end()

    def repeat(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the cells once more, as decoration."""
        canvas.decorate("Repeated")
        for cell in self.cells:
            cell.draw(canvas, left, top - self.pad)
        canvas.end()
