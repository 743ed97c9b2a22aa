"""Takes files of applications that are dropped on a window, and shows meanwhile that they may be."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from grantdesk.ui.desk.dropped import openable
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

EDGE = 16


class Drop(QFrame):
    """Lies over its host while something is dragged there. Signals: `dropped(paths)`."""

    dropped = Signal(object)

    def __init__(self, scene: Scene, host: QWidget) -> None:
        super().__init__(host)
        self._scene, self._host = scene, host
        self.setProperty("role", "drop")
        said = Label(scene, phrase("Drop the file here to open it"), "title")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(said)
        self.hide()
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answers for the host."""
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._take(event)
        elif event.type() == QEvent.Type.DragLeave:
            self.hide()
        else:
            return False
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        if openable(event.mimeData()):
            event.acceptProposedAction()
            edge = self._scene.look.px(EDGE)
            self.setGeometry(self._host.rect().adjusted(edge, edge, -edge, -edge))
            self.show()
            self.raise_()
        else:
            event.ignore()

    def _take(self, event: QDropEvent) -> None:
        self.hide()
        event.acceptProposedAction()
        self.dropped.emit(openable(event.mimeData()))
