"""When to save without being asked: a while after the first edit, and when a person turns a page."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

AUTOSAVE_MS = 120_000  # at the latest, while there is something to save
REST_MS = 1_000  # after the person turned a page
GAP_MS = 20_000  # at least, from one save to the next that nobody asked for


class Rhythm(QObject):
    """Waits only while there is something to save: an idle window uses no time.

    Signals: `due` when it is time.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._begun = -float(GAP_MS)
        self._late = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._soon = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.due)
        self._soon.timeout.connect(self.due)

    def stir(self) -> None:
        """There is something to save."""
        if not self._late.isActive():
            self._late.start()

    def rest(self) -> None:
        """The person pauses, and there is something to save."""
        if not self._soon.isActive():
            since = round((monotonic() - self._begun) * 1000)
            self._soon.start(max(REST_MS, GAP_MS - since))

    def begin(self) -> None:
        """A save begins."""
        self._begun = monotonic()
        self.stop()

    def stop(self) -> None:
        """There is nothing to save."""
        self._late.stop()
        self._soon.stop()
