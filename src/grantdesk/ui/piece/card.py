"""A card that one can press, with an icon, a text and lines below it. Keys and screen readers take it for a button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from grantdesk.ui.piece.label import Label, Said
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scene import Scene

INKS = {"card-error": "error", "card-warning": "warning", "card-info": "accent"}


class Card(QPushButton):
    """`role` is card, card-error, card-warning, card-info, or card-plain, which has no border. Pressing it is
    `clicked`, as with every button.

    `lines` takes more widgets below the text, `row` takes some beside it; what is put in and shall not be pressed
    by itself goes through `quiet`.
    """

    def __init__(self, scene: Scene, said: Said = "", icon: str = "", role: str = "card") -> None:
        super().__init__()
        self._scene = scene
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.picture = Picture(scene, icon, INKS.get(role, "mute"))
        self.said = Label(scene, said)
        self.row, self.lines = QHBoxLayout(self), QVBoxLayout()
        self.row.addWidget(quiet(self.picture), 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(self.lines, 1)
        self.lines.addWidget(quiet(self.said))
        self.picture.setVisible(bool(icon))
        self._measure()
        scene.look.changed.connect(self._measure)
        scene.speech.changed.connect(self._name)
        self._name()

    def show_said(self, said: Said) -> None:
        """Says something else from now on."""
        self.said.show_said(said)
        self._name()

    def add_line(self, said: Said, role: str = "mute") -> Label:
        """A line below the text."""
        label = Label(self._scene, said, role)
        self.lines.addWidget(quiet(label))
        self._name()
        return label

    def sizeHint(self) -> QSize:
        """As large as what is in it."""
        return self.row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same for the least size."""
        return self.row.totalMinimumSize()

    def _measure(self) -> None:
        px = self._scene.look.px
        self.row.setContentsMargins(px(12), px(12), px(12), px(12))
        self.row.setSpacing(px(12))
        self.lines.setSpacing(px(4))

    def _name(self) -> None:
        """Its name is all that stands on it, in the order in which it is read."""
        labels = (label.text() for label in self.findChildren(Label) if not label.isHidden())
        self.setAccessibleName(", ".join(filter(None, labels)))


def quiet(widget: QWidget) -> QWidget:
    """Lets the mouse through to the card that the widget is on."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
