"""Somebody who mends an application by keys alone: each issue leads to its field, and that is answered anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from grantdesk.model.path import Path
from grantdesk.ui.editors.grid.view import GridView
from typist import Typist, editor_of, strike, typed, write

Key = Qt.Key
ALL = Qt.KeyboardModifier.ControlModifier


class Mender(Typist):
    """A typist who comes back to what was answered."""

    def place(self) -> Path:
        """Where in the answers the focus is; nowhere outside the form."""
        focused = QApplication.focusWidget()
        if isinstance(focused, GridView):
            at = focused.currentIndex()
            return focused.cells.sheet.place(focused.cells.key(at.row()), at.column())
        editor = editor_of(focused)
        return editor.path if editor is not None else ()

    def mend(self) -> None:
        """Answers anew what has the focus, as the sample tells it."""
        place = self.place()
        focused, form = QApplication.focusWidget(), self.window.desk.session.form
        text = typed(form.node(place).kind, self.wanted(place))
        if isinstance(focused, GridView):
            write(text)
            strike(Key.Key_Return)
        else:
            self.write_over(text)

    def write_over(self, text: str) -> None:
        """Takes away what stands there, and types."""
        strike(Key.Key_A, ALL)
        write(text)
