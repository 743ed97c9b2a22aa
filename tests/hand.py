"""A hand that does anything anywhere in a window, as told by numbers: it types, clicks, drags rows about and saves.

Each gesture takes two numbers, `at` for where and `which` for what; they are taken modulo what there is. The same
numbers do the same in the same window.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from audit import widgets
from grantdesk.model.order import ordered
from grantdesk.session.opening import opened
from grantdesk.session.rows import added, duplicated, removed, shifted
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import spots
from grantdesk.ui.window.window import Window
from grantdesk.words.phrase import phrase

TYPED = (
    *(
        "",
        "0",
        "1",
        "-5",
        "1 234,50",
        "99 €",
        "12.5",
        "31.12.2027",
        "2027-02-30",
        "abc",
        "Äly & valo",
        "<b>x</b>",
    ),
    *("kyllä", "0201256-6", "FI14 8000 1900 9661 60", "http://", "  ", "\u202f1", "🙂", "a" * 300),
)
KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        "Tab",
        "Backtab",
        "Return",
        "Escape",
        "Delete",
        "Backspace",
        "Up",
        "Down",
        "Left",
        "Space",
        "F2",
    )
)
BLOCKS = ("1\t2\t3\n4\t5\t6", "A;B", "Työ\t1.9.2027\t1 000,00 €\n\t\t", "x" * 50, "1\n2\n3", "<p>Sana</p>")
COMMANDS = (
    *("undo", "undo", "redo", "check", "next_finding", "previous_finding", "next_page", "previous_page"),
    *("pages", "page", "issues", "help", "trial", "goto", "find", "find_next"),
    *("sign", "prove", "speak_fi", "speak_sv", "speak_en", "look_dark", "look_light", "larger", "usual"),
)
NEVER = ("close", "quit", "new", "open", "save_as", "export", "print", "form")


class Closer(QObject):
    """Puts away every menu and dialog that waits for an answer, as somebody does who presses Escape."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._close)
        self._timer.start()

    def stop(self) -> None:
        """From now on everything stays open."""
        self._timer.stop()

    def _close(self) -> None:
        open_now = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if open_now is not None:
            open_now.close()


class Hand:
    """The hand and the window that it works in. `desk_for` makes a desk for a session."""

    def __init__(self, desk_for: Callable[..., Desk], path: Path) -> None:
        self._desk_for, self.path = desk_for, path
        self.window = self._opened()

    def _opened(self) -> Window:
        opening = opened(self.path)
        window = Window(self._desk_for(opening.session), opening.keeper)
        window.resize(1360, 860)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    def do(self, name: str, at: int, which: int) -> None:
        """One gesture, and what follows from it. Where a dialog was put away, the window comes back first."""
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            QApplication.processEvents()
        getattr(self, name)(at, which)
        QApplication.processEvents()
        # What was deleted goes, as in the program's own loop.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def type(self, at: int, which: int) -> None:
        """Types into a field of the page; every other time the field is emptied first."""
        fields = [w for w in self._inputs() if isinstance(w, QLineEdit | QPlainTextEdit | QTextEdit)]
        if fields:
            field = fields[at % len(fields)]
            field.setFocus(Qt.FocusReason.TabFocusReason)
            if which % 2:
                field.selectAll()
            event = QInputMethodEvent()
            event.setCommitString(TYPED[which % len(TYPED)])
            QApplication.sendEvent(field, event)

    def press(self, at: int, which: int) -> None:
        """Presses a key where the focus is."""
        focused = QApplication.focusWidget()
        if focused is not None and self.window.isAncestorOf(focused):
            QTest.keyClick(focused, KEYS[which % len(KEYS)])

    def click(self, at: int, which: int) -> None:
        """Clicks a button of the page."""
        buttons = [w for w in self._inputs() if isinstance(w, QAbstractButton)]
        if buttons:
            buttons[at % len(buttons)].click()

    def choose(self, at: int, which: int) -> None:
        """Chooses in a list that drops down."""
        boxes = [w for w in self._inputs() if isinstance(w, QComboBox) and w.count()]
        if boxes:
            box = boxes[at % len(boxes)]
            box.setFocus(Qt.FocusReason.TabFocusReason)
            box.setCurrentIndex(which % box.count())
            box.activated.emit(box.currentIndex())

    def cell(self, at: int, which: int) -> None:
        """Goes to a cell of a table and types into it, or pastes a block there."""
        views = [w for w in self._inputs() if isinstance(w, QTableView) and w.model().rowCount()]
        if views:
            view = views[at % len(views)]
            model = view.model()
            row, column = at // 3 % model.rowCount(), which % max(1, model.columnCount())
            view.setFocus(Qt.FocusReason.TabFocusReason)
            view.setCurrentIndex(model.index(row, column))
            self.paste(at, which) if at % 4 == 0 else self._enter(view, TYPED[which % 7])

    def paste(self, at: int, which: int) -> None:
        """Pastes where the focus is."""
        QGuiApplication.clipboard().setText(BLOCKS[which % len(BLOCKS)], QClipboard.Mode.Clipboard)
        focused = QApplication.focusWidget()
        if focused is not None and self.window.isAncestorOf(focused):
            QTest.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def turn(self, at: int, which: int) -> None:
        """Opens a page."""
        pages = spots(self.window.desk.session)
        self.window.moving.begin(pages[at % len(pages)])

    def rows(self, at: int, which: int) -> None:
        """Adds, copies, moves or removes a row or a partner."""
        session = self.window.desk.session
        tables = tuple(session.form.project.tables)
        table = tables[at % len(tables)] if tables else None
        if table is None:
            return
        held = session.answers.get(table)
        keys = [key for key, _ in ordered(held)]
        some = [keys[which % len(keys)]] if keys else []
        patches = [added(held, (table,), [{}])]
        if some:
            patches += [
                duplicated(held, (table,), some),
                removed((table,), some),
                shifted(held, (table,), some, 1),
            ]
        session.edit(patches[which % len(patches)].patch, phrase("Change the rows"), (table,))

    def command(self, at: int, which: int) -> None:
        """Does what a command of the window says."""
        names = [name for name in COMMANDS if name in self.window.commands.table]
        action = self.window.commands.action(names[at % len(names)])
        if action.isEnabled():
            action.trigger()

    def save(self, at: int, which: int) -> None:
        """Saves, and waits for it."""
        self.window.saving.save()
        assert self.window.keeper.save_and_wait()

    def reopen(self, at: int, which: int) -> None:
        """Closes the window and opens the file again."""
        self.close()
        self.window = self._opened()

    def close(self) -> None:
        """Closes the window; what is unsaved is saved by that."""
        assert self.window.close()
        self.window.deleteLater()
        self.window.desk.work.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as back in the event loop

    def _enter(self, view: QAbstractItemView, text: str) -> None:
        for character in text:
            if character.isascii():
                QTest.keyClick(QApplication.focusWidget() or view, character)
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Return)

    def _inputs(self) -> Sequence[QWidget]:
        """Everything on the page that somebody could use now."""
        return [
            w
            for w in widgets(self.window.middle)
            if w.isEnabled() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
