"""What has changed in a text: words that went are struck out, words that came are underlined."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor

from grantdesk.session.translation import State, Stretch
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.long.leaf import Leaf
from grantdesk.words.phrase import phrase


class Changed(Leaf):
    """Shows both texts as one, in paragraphs, from the first change on."""

    share = 0.3

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setReadOnly(True)
        self._stretches: Sequence[Stretch] = ()

    def show_changes(self, stretches: Sequence[Stretch]) -> None:
        """Shows what stayed, went and came."""
        self._stretches = stretches
        self.clear()
        cursor = QTextCursor(self.document())
        first: QTextCursor | None = None
        for stretch in stretches:
            if stretch.state != "same" and first is None:
                first = QTextCursor(self.document())
                first.setPosition(cursor.position())
            cursor.insertText(stretch.text, self._form(stretch.state))
        self.setTextCursor(first or QTextCursor(self.document()))
        self.speak()

    def speak(self) -> None:
        """Names it, and says in words what the eye sees."""
        said = [
            self._desk.say(_SAID[each.state]) + " " + each.text
            for each in self._stretches
            if each.state != "same"
        ]
        self.setAccessibleName(
            self._desk.say(phrase("What changed: removed words are struck out, new ones underlined"))
        )
        self.setAccessibleDescription(" ".join(" ".join(said).split()))

    def draw(self) -> None:
        """Takes the colours of the look."""
        self.show_changes(self._stretches)

    def _form(self, state: State) -> QTextCharFormat:
        form, look = QTextCharFormat(), self._desk.look
        if state == "gone":
            form.setFontStrikeOut(True)
            form.setForeground(look.color("error"))
            form.setBackground(look.color("error_back"))
        elif state == "new":
            form.setFontUnderline(True)
            form.setForeground(look.color("ok"))
            form.setBackground(look.color("ok_back"))
        else:
            form.setForeground(look.color("text"))
        return form


_SAID = {"gone": phrase("Removed:"), "new": phrase("New:")}
