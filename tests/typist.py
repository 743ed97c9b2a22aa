"""Somebody who fills in an application by keys alone: Tab leads from field to field, and each is answered as one types.

What is to be answered is told as a sample tells it: {question: answer}, tables as lists of rows. Nothing is looked up
but where the focus is: what Tab does not reach is never answered.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path as File
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QRadioButton, QWidget

from desks import Person
from grantdesk.call.terms.node import AnyNode
from grantdesk.model.order import ordered
from grantdesk.model.path import Path
from grantdesk.model.tree import at
from grantdesk.ui.editors.choice.offer import offers
from grantdesk.ui.editors.file.attachment import AttachmentEditor
from grantdesk.ui.editors.grid.grid import Grid
from grantdesk.ui.editors.rows.card.cards import Cards
from grantdesk.ui.editors.rows.gridded import GridEditor
from grantdesk.ui.editors.rows.partners import PartnersEditor
from grantdesk.ui.editors.rows.table import TableEditor
from grantdesk.ui.editors.several.listed import ListedEditor
from grantdesk.ui.field.editor import Editor
from grantdesk.ui.window.window import Window

Key = Qt.Key
Held = Qt.KeyboardModifier
TYPED = 40
"""So many letters of a text are typed; the rest comes as from somebody who dictates it."""
PATIENCE = 400
"""So many times Tab is pressed on a page, at most."""


def strike(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    """One key, wherever the keyboard is."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None, "the focus is lost"
    QTest.keyClick(target, key, held)
    QApplication.processEvents()


def write(text: str) -> None:
    """A text, letter by letter."""
    for letter in text[:TYPED]:
        target = QApplication.focusWidget()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, _code(letter), Held.NoModifier, letter))
    if text[TYPED:]:
        rest = QInputMethodEvent()
        rest.setCommitString(text[TYPED:])
        QApplication.sendEvent(QApplication.focusWidget(), rest)
    QApplication.processEvents()


class Typist:
    """Fills in the pages of a window with the answers of a `sample`; `files` has what is attached, by name.

    The tables in `pasted` are not typed: their rows come from a spreadsheet.
    """

    def __init__(
        self,
        window: Window,
        person: Person,
        sample: Mapping[str, Any],
        files: File,
        pasted: Sequence[str] = (),
    ) -> None:
        self.window, self.sample = window, sample
        self._person, self._files, self._pasted = person, files, pasted
        self.done: set[Path] = set()

    def fill(self) -> list[Path]:
        """Answers the page from its first field to its button “Save and continue”; what was never reached."""
        self.settle()
        page = self.window.middle.book.page
        assert page is not None
        for _ in range(PATIENCE):
            focused = QApplication.focusWidget()
            if focused is page.foot.on:
                break
            assert focused is not None
            assert page.isAncestorOf(focused), f"Tab left {page.spot} for {focused}"
            self._answer_here(focused)
            if QApplication.focusWidget() is focused or not self._is_new():
                strike(Key.Key_Tab)
        else:
            raise AssertionError(f"Tab never came to the end of {page.spot}")
        return [
            path for path in page.questions.fields if self.wanted(path) is not None and path not in self.done
        ]

    def go_on(self) -> None:
        """Presses the button at the end of the page."""
        strike(Key.Key_Space)
        self.settle()

    def wanted(self, path: Path) -> Any:
        """What the sample answers at a place; None where it says nothing."""
        found: Any = self.sample
        for n, key in enumerate(path):
            if isinstance(found, list):
                rows = [row for row, _ in ordered(at(self.window.desk.session.answers, path[:n]))]
                found = found[rows.index(key)] if rows.index(key) < len(found) else None
            else:
                found = found.get(key) if isinstance(found, dict) else None
        return found

    def settle(self) -> None:
        """What was begun is done, and the page stands."""
        self.window.desk.work.finish()
        for _ in range(40):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _is_new(self) -> bool:
        """Has answering led to a field that is still to be answered?"""
        editor = editor_of(QApplication.focusWidget())
        return editor is not None and editor.path not in self.done

    def _answer_here(self, focused: QWidget | None) -> None:
        editor = editor_of(focused)
        if editor is None or editor.path in self.done or _is_beside(editor):
            return
        self.done.add(editor.path)
        value = self.wanted(editor.path)
        if value is not None:
            self._answer(editor, value)

    def _answer(self, editor: Editor, value: Any) -> None:
        node = editor.node
        if isinstance(editor, PartnersEditor):
            self._fill_cards(value, lambda: editor.add, lambda: editor.fields)
        elif isinstance(editor, TableEditor) and isinstance(editor.body, Cards):
            cards = editor.body
            self._fill_cards(value, lambda: cards.add, lambda: cards.fields)
        elif isinstance(editor, TableEditor):
            strike(Key.Key_Space)  # the button that makes the first row
            strike(Key.Key_Escape)
            if node.id in self._pasted:
                self._paste(editor.body.grid, value)
            else:
                self._fill_grid(editor.body.grid, len(value))
        elif isinstance(editor, GridEditor):
            self._fill_grid(editor.grid, len(editor.grid.model.keys))
        elif isinstance(editor, AttachmentEditor):
            self._attach(value)
        elif isinstance(editor, ListedEditor):
            self._tick_listed(editor, value)
        else:
            self._answer_line(editor, node, value)

    def _answer_line(self, editor: Editor, node: AnyNode, value: Any) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QCheckBox):
            self._tick(editor, value)
        elif isinstance(focused, QRadioButton):
            strike(Key.Key_Space)
            if isinstance(value, bool):
                for _ in range(not value):
                    strike(Key.Key_Right)
            else:
                for _ in range(self._row(node, value)):
                    strike(Key.Key_Down)
        elif isinstance(focused, QComboBox) and not focused.isEditable():
            strike(Key.Key_Home)  # “no answer”
            for _ in range(self._row(node, value) + 1):
                strike(Key.Key_Down)
        elif node.kind == "choice":
            write(self._name(node, value)[:TYPED])
            strike(Key.Key_Return)
        else:
            write(typed(node.kind, value))

    def _tick(self, editor: Editor, value: Sequence[str]) -> None:
        found = offers(self.window.desk, editor.node)  # type: ignore[arg-type]
        keys = [self._key(editor.node, key) for key in value]
        for n, offer in enumerate(found):
            if n:
                strike(Key.Key_Tab)
            if offer.id in keys:
                strike(Key.Key_Space)

    def _tick_listed(self, editor: ListedEditor, value: Sequence[str]) -> None:
        for key in value:
            strike(Key.Key_A, Held.ControlModifier)
            write(self._name(editor.node, key)[:TYPED])
            strike(Key.Key_Tab)
            strike(Key.Key_Space)
            strike(Key.Key_Backtab)

    def _attach(self, value: Sequence[Mapping[str, str]]) -> None:
        for each in value:
            self._person.files.append(self._files / each["name"])
            strike(Key.Key_Space)
            self.settle()

    def _fill_cards(
        self, rows: Sequence[Any], add: Callable[[], QWidget], fields: Callable[[], QWidget | None]
    ) -> None:
        """The focus is on the button that makes the first row, later on the one that makes another."""
        for n in range(len(rows)):
            if n:
                for _ in range(PATIENCE):
                    if QApplication.focusWidget() is add():
                        break
                    strike(Key.Key_Tab)
            strike(Key.Key_Space)
            opened = fields()
            assert opened is not None
            for _ in range(PATIENCE):
                focused = QApplication.focusWidget()
                if focused is None or not opened.isAncestorOf(focused):
                    break
                self._answer_here(focused)
                strike(Key.Key_Tab)

    def _fill_grid(self, grid: Grid, rows: int) -> None:
        """From the first cell to the last, with Tab; the row below the last is typed into to have another."""
        view, columns = grid.view, range(grid.model.columnCount())
        typed = [(row, at) for row in range(rows) for at in columns if self._is_typed(grid, row, at)]
        for n, place in enumerate(typed):
            if n:
                strike(Key.Key_Tab)
            assert (view.currentIndex().row(), view.currentIndex().column()) == place
            self._fill_cell(grid, *place)

    def _paste(self, grid: Grid, rows: Sequence[Mapping[str, Any]]) -> None:
        """The rows as Excel puts them on the clipboard."""
        sheet, columns = grid.model.sheet, range(grid.model.columnCount())
        nodes = [sheet.node(grid.model.key(0), column) for column in columns]
        block = "".join("\t".join(self._in_excel(node, row) for node in nodes) + "\r\n" for row in rows)
        QGuiApplication.clipboard().setText(block)
        strike(Key.Key_V, Held.ControlModifier)

    def _in_excel(self, node: AnyNode | None, row: Mapping[str, Any]) -> str:
        value = None if node is None else row.get(node.id)
        if node is None or value is None:
            return ""
        if node.kind != "choice":
            return typed(node.kind, value)
        return self._name(node, value) if offers(self.window.desk, node) else ""

    def _is_typed(self, grid: Grid, row: int, column: int) -> bool:
        """Is a cell there to be typed in? Rows that are still to come are like the last one."""
        model = grid.model
        index = model.index(min(row, model.rowCount() - 1), column)
        return bool(model.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _fill_cell(self, grid: Grid, row: int, column: int) -> None:
        sheet, model = grid.model.sheet, grid.model
        node = sheet.node(model.key(row), column)
        if node is None:
            return
        place = sheet.place(model.key(row), column)
        if model.is_ghost(row):
            rows = self.wanted(sheet.path)
            value = rows[row].get(node.id) if row < len(rows) else None
        else:
            value = self._in_grid(place)
        if value is None or (node.kind == "choice" and not offers(self.window.desk, node)):
            return
        if node.kind == "yes_no":
            strike(Key.Key_Space)
            if value is False:
                strike(Key.Key_Space)
        elif node.kind in ("choice", "several"):
            self._choose_in_cell(node, value)
        else:
            write(typed(node.kind, value))

    def _choose_in_cell(self, node: AnyNode, value: Any) -> None:
        if node.kind == "choice":
            write(self._name(node, value)[:TYPED])
            return
        strike(Key.Key_Space)
        for n in sorted(self._row(node, each) for each in value):
            strike(Key.Key_Home)
            for _ in range(n):
                strike(Key.Key_Down)
            strike(Key.Key_Space)

    def _in_grid(self, place: Path) -> Any:
        """Cells of a matrix are called by their rows, which the sample calls by its own names."""
        found: Any = self.sample
        for n, key in enumerate(place):
            if isinstance(found, list):
                rows = [row for row, _ in ordered(at(self.window.desk.session.answers, place[:n]))]
                found = found[rows.index(key)]
            elif isinstance(found, dict):
                found = found.get(key, found.get(self._told(key)))
        return found

    def _told(self, key: str) -> str:
        """How the sample calls a row."""
        return {real: told for told, real in self._rows().items()}.get(key, "")

    def _rows(self) -> dict[str, str]:
        """The rows of the project by what the sample calls them."""
        found = dict[str, str]()
        for table, rows in self.sample.items():
            if isinstance(rows, list) and rows and isinstance(rows[0], dict):
                keys = [key for key, _ in ordered(self.window.desk.session.answers.get(table))]
                found |= {row.get("id", ""): key for row, key in zip(rows, keys, strict=False)}
        return found

    def _key(self, node: AnyNode, value: str) -> str:
        return self._rows().get(value, value) if getattr(node, "rows_of", None) else value

    def _row(self, node: AnyNode, value: str) -> int:
        found = offers(self.window.desk, node)  # type: ignore[arg-type]
        return [offer.id for offer in found].index(self._key(node, str(value)))

    def _name(self, node: AnyNode, value: str) -> str:
        return offers(self.window.desk, node)[self._row(node, value)].name  # type: ignore[arg-type]


def editor_of(widget: QWidget | None) -> Editor | None:
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget


def _is_beside(editor: Editor) -> bool:
    """Is the focus on a button of a text, before the text itself?"""
    return editor.node.kind in ("essay", "text") and isinstance(QApplication.focusWidget(), QAbstractButton)


def typed(kind: str, value: Any) -> str:
    """As a Finn types it: 1 234,50 and 1.9.2027."""
    if kind == "date":
        year, month, day = str(value).split("-")
        return f"{int(day)}.{int(month)}.{year}"
    if kind == "money":
        return f"{Decimal(value):,.2f}".replace(",", " ").replace(".", ",")
    return str(value).replace(".", ",") if kind in ("number", "rate") else str(value)


def _code(letter: str) -> int:
    """The code of the key; letters that are on no key have none."""
    return ord(letter.upper()) if letter.isascii() else 0
