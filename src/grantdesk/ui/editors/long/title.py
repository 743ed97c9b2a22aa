"""The editor of a short text that the call asks in a language of its own, as it does the name of a project."""

from grantdesk.call.terms.node import Text
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer
from grantdesk.session.translation import family_of, marked
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.line.text import TextEditor
from grantdesk.ui.editors.long.translated import Translated
from grantdesk.words.phrase import phrase


class TitleEditor(TextEditor):
    """A text on one line, with a message above it when it translates another one that has changed since."""

    def __init__(self, desk: Desk, node: Text, path: Path) -> None:
        self.translated: Translated | None = None  # what follows shows the answer already
        super().__init__(desk, node, path)
        self._family = family_of(desk.session.form, path)
        if self._family is not None and self._family.source != path[-1]:
            self.translated = Translated(desk, path, self._family, opens=False)
            self._column.insertWidget(0, self.translated)
            self._tell()

    def put(self, value: Answer | None, typing: bool = False) -> None:
        """Answers; a translation keeps with it what it was written against."""
        session = self.desk.session
        said = phrase("Change “{field}”", field=self.node.label)
        patch = marked(session.form, session.answers, self.path, value)
        session.edit(patch, said, self.path, self.path if typing else None)

    def concerns(self, path: Path) -> bool:
        """Its own answer, and the text that it translates."""
        beside = path[: len(self.path) - 1] == self.path[:-1]
        return super().concerns(path) or (self.translated is not None and beside)

    def refresh(self) -> None:
        """Another answer takes its place; so does what is to be said of the translation."""
        super().refresh()
        self._tell()

    def speak(self) -> None:
        """Says unit and message anew; what is half typed stays."""
        super().speak()
        if self.translated is not None:
            self.translated.speak()

    def draw(self) -> None:
        """Takes widths and colours of the look."""
        super().draw()
        if self.translated is not None:
            self.translated.draw()

    def _tell(self) -> None:
        if self.translated is not None:
            self.translated.refresh()
            self.translated.setVisible(self.translated.is_stale)
