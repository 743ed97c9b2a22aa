"""What is looked for on the pages, and where it stands."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from grantdesk.session.work import Work
from grantdesk.ui.paper.rendering import Pdf, unless_closed
from grantdesk.ui.paper.text.letters import matches


class Hit(NamedTuple):
    """A place that was found: the page, and from which letter on to before which."""

    page: int
    start: int
    end: int


class Found(QObject):
    """The places where the words stand. The text of the pages is read when somebody looks for something.

    Signals: `changed` when they are others than before; `read` when the text of the pages is there.
    """

    changed = Signal()
    read = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._pdf: Pdf | None = None
        self._texts: Sequence[str] | None = None
        self._words, self._here = "", 0
        self._hits: list[Hit] = []

    def show_pdf(self, pdf: Pdf) -> None:
        """Looks for the same words on other pages."""
        self._pdf, self._texts = pdf, None
        if self._words:
            self._read()

    def find(self, words: str) -> int:
        """Looks for words; how many places were found. As long as the text is not there, none are."""
        self._words, self._here = words, 0
        if words.split() and self._texts is None:
            self._read()
        self._search()
        return len(self._hits)

    def go(self, n: int) -> Hit:
        """Goes to the n-th place. IndexError if there are not so many."""
        self._here = n
        return self._hits[n]

    def first_from(self, page: int) -> int:
        """The number of the first place on a page or after it; 0 if there is none."""
        return next((n for n, hit in enumerate(self._hits) if hit.page >= page), 0)

    def on(self, page: int) -> list[tuple[int, int]]:
        """What was found on a page."""
        return [(hit.start, hit.end) for hit in self._hits if hit.page == page]

    def here(self, page: int) -> tuple[int, int] | None:
        """The place that was gone to, if it is on the page."""
        hit = self._hits[self._here] if self._here < len(self._hits) else None
        return (hit.start, hit.end) if hit and hit.page == page else None

    def _search(self) -> None:
        texts = self._texts or ()
        self._hits = [
            Hit(page, *span) for page, text in enumerate(texts) for span in matches(text, self._words)
        ]
        self.changed.emit()

    def _read(self) -> None:
        pdf = self._pdf
        if pdf is None:
            return

        def then(texts: list[str]) -> None:
            if isValid(self) and pdf is self._pdf:
                self._texts = texts
                self._search()
                self.read.emit()

        self._work.start(pdf.texts, then, unless_closed(pdf))
