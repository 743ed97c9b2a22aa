"""What one does with a block of cells: clear, cut, copy, paste, fill down. Each is one undoable step."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from grantdesk.call.terms.node import AnyNode, Number
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, at
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.sheet.clipboard import block_of, mime
from grantdesk.ui.editors.grid.sheet.paste import Area, Pasted, cleared, copied, filled, pasted
from grantdesk.ui.editors.grid.sheet.titles import has_sums, has_titles
from grantdesk.words.phrase import Phrase, counted, phrase

Cells = Sequence[tuple[str, int]]
"""Cells by the keys of their rows and the numbers of their columns."""


def clear(model: GridModel, cells: Cells, said: Phrase | None = None) -> None:
    """Takes the answers of the cells away."""
    patch = cleared(model.sheet, cells)
    if patch:
        name = said or counted("Clear {n} cell", "Clear {n} cells", n=len(patch))
        model.edit(patch, name, next(iter(patch)))


def cut(model: GridModel, cells: Cells, area: Area) -> None:
    """Puts the block on the clipboard and takes its answers away."""
    copy(model, area)
    clear(model, cells, counted("Cut {n} cell", "Cut {n} cells", n=len(cells)))


def copy(model: GridModel, area: Area) -> None:
    """Puts the block on the clipboard; where there are no cells the clipboard stays as it is."""
    block = copied(model.sheet, area)
    if block:
        QGuiApplication.clipboard().setMimeData(mime(block))


def copy_all(model: GridModel) -> None:
    """Puts all rows on the clipboard, with what stands above them."""
    titles = [column.title for column in model.sheet.columns()]
    block = copied(model.sheet, Area(0, 0, len(model.keys), len(titles)))
    QGuiApplication.clipboard().setMimeData(mime([titles, *block]))


def paste(model: GridModel, area: Area) -> Pasted:
    """Puts the block of the clipboard at the first cell of the area; one single text goes into every cell of it."""
    block = block_of(QGuiApplication.clipboard().mimeData())
    if not block:
        return Pasted()
    titles = int(has_titles(model.sheet, block, area.row, area.column))
    block = block[titles:]
    sums = int(has_sums(model.sheet, block, area.column))
    block = block[: len(block) - sums]
    single = len(block) == 1 and len(block[0]) == 1
    if single and area.rows * area.columns > 1:
        done = filled(model.sheet, block[0][0], area)
    else:
        done = pasted(model.sheet, block, area.row, area.column)
    done = replace(done, titles=titles, sums=sums, before=at(model.session.answers, model.sheet.path))
    if done.patch:
        n = done.area.rows * done.area.columns
        model.edit(done.patch, counted("Paste {n} cell", "Paste {n} cells", n=n), _first(model, done))
    return done


def fill_down(model: GridModel, area: Area) -> None:
    """Puts the answers of the first row of the area into those below; in a single row those of the row above."""
    keys, sheet = model.keys, model.sheet
    first = area.row if area.rows > 1 else area.row - 1
    if first < 0:
        return
    columns = range(area.column, area.column + area.columns)
    patch: dict[Path, Answer | None] = {
        sheet.place(key, column): sheet.value(keys[first], column)
        for key in keys[first + 1 : area.row + area.rows]
        for column in columns
        if _alike(sheet.node(keys[first], column), sheet.node(key, column))
    }
    if patch:
        model.edit(patch, phrase("Fill down"), next(iter(patch)))


def _alike(node: AnyNode | None, other: AnyNode | None) -> bool:
    """Is an answer of the one an answer of the other too?"""
    if node is None or other is None or node.kind != other.kind:
        return False
    return not isinstance(node, Number) or not isinstance(other, Number) or node.decimals == other.decimals


def _first(model: GridModel, done: Pasted) -> Path:
    """Where the block begins, also if it begins with a new row."""
    keys = model.keys
    if done.area.row < len(keys):
        return model.sheet.place(keys[done.area.row], done.area.column)
    return next(iter(done.patch))
