"""What the editors of several choices share: each tick is a step, and a count where the call limits it."""

from PySide6.QtWidgets import QWidget

from grantdesk.call.terms.node import Several
from grantdesk.ui.field.editor import Editor
from grantdesk.words.phrase import counted, phrase


class SetEditor(Editor):
    """Any number of options: {option: True}, so that two people's ticks can be merged."""

    node: Several

    def chosen(self) -> list[str]:
        """The ids that are chosen, in the order of the answer."""
        answer = self.answer
        return [*answer] if isinstance(answer, dict) else []

    def tick(self, key: str, on: bool) -> None:
        """Chooses an option, or no longer."""
        said = phrase("Change “{field}”", field=self.node.label)
        whole = self.answer is not None and not isinstance(self.answer, dict)
        if whole:  # a file may hold anything; a tick on top of it would be lost
            self.put({key: True} if on else None)
        else:
            self.desk.session.edit({(*self.path, key): True if on else None}, said, self.path)

    def counter(self) -> str:
        """How many are chosen, where the call limits it."""
        used, say = len(self.chosen()), self.desk.say
        if self.node.most is not None:
            most = self.node.most
            return say(
                counted("{used} of at most {n} chosen", "{used} of at most {n} chosen", n=most, used=used)
            )
        if self.node.least > 1 and used < self.node.least:
            least = self.node.least
            return say(
                counted("{used} of at least {n} chosen", "{used} of at least {n} chosen", n=least, used=used)
            )
        return ""

    def reveal(self, path: tuple[str, ...]) -> None:
        """Brings the focus to the first option."""
        target: QWidget = self.main()
        target.setFocus()
