"""The page where one begins, with its ways into the desk, and with what a crash has left unsaved."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from grantdesk.session.preferences import Preferences
from grantdesk.session.stock.calls import offered
from grantdesk.ui.desk.ask import Ask
from grantdesk.ui.dialog.run import put_away
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.start.start import Start

if TYPE_CHECKING:  # for start-up: mostly nothing is left unsaved
    from grantdesk.session.earlier.left import Left


class Host(Protocol):
    """Whoever opens windows."""

    stage: Stage
    preferences: Preferences
    ask: Ask

    def open(self, path: Path) -> None:
        """Opens a file."""
        ...

    def open_all(self, paths: list[Path]) -> None:
        """Opens files."""
        ...

    def read(self, path: Path) -> None:
        """Opens a file to read it."""
        ...

    def begin(self, call: str) -> None:
        """Begins an application for a call, by its id."""
        ...

    def begin_from(self, path: Path, call: str) -> None:
        """Begins one that takes over what it can from an earlier one."""
        ...

    def prove(self) -> None:
        """Tells whether a paper belongs to an application."""
        ...

    def restore(self, work: "Left") -> None:
        """Opens what a crash has left unsaved."""
        ...


class Reception(QObject):
    """`start` is the page; None once somebody has closed it."""

    def __init__(self, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host
        self.start: Start | None = None

    def opened(self) -> Start:
        """The page; made if there is none."""
        if self.start is None:
            self.start = self._made()
        return self.start

    def offer(self, works: "Sequence[Left]") -> None:
        """Offers what a crash has left."""
        if self.start is not None:
            self.start.offer_unsaved(works)

    def drop(self, work: "Left") -> None:
        """One of them is dealt with: nothing more to offer, nothing more to show."""
        if self.start is not None:
            self.start.drop_unsaved(work)
            self.start.setVisible(self.start.has_unsaved)

    def make_way(self) -> None:
        """Work has begun in a window: the page is there no more, unless it still offers something."""
        if self.start is not None and not self.start.has_unsaved:
            self.start.hide()

    def close(self) -> None:
        """Closes the page."""
        if self.start is not None:
            put_away(self.start)
            self.start.close()

    def _made(self) -> Start:
        host = self._host
        start = Start(host.stage, host.preferences, host.ask, offered())
        start.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        start.destroyed.connect(self._closed)
        start.chosen_file.connect(host.open)
        start.chosen_files.connect(host.open_all)
        start.chosen_to_read.connect(host.read)
        start.chosen_call.connect(host.begin)
        start.chosen_proof.connect(host.prove)
        start.chosen_earlier.connect(host.begin_from)
        start.restored.connect(host.restore)
        start.forgotten.connect(self._forget)
        return start

    def _closed(self) -> None:
        self.start = None

    def _forget(self, work: "Left") -> None:
        from grantdesk.session.earlier.left import forget  # for start-up: as above

        forget(work)
        if self.start is not None:
            self.start.drop_unsaved(work)
