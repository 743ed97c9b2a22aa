"""The table of what the keys do, and of all that has no key but can be gone to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from grantdesk.ui.dialog.question import center
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

WIDE, HIGH = 620, 620


@dataclass(frozen=True, slots=True)
class Chapter:
    """Commands of one kind: what they do, and their keys as this system writes them."""

    said: Phrase
    rows: Sequence[tuple[Phrase, Sequence[str]]]


class Shortcuts(QDialog):
    """All chapters in one table that scrolls."""

    def __init__(self, scene: Scene, chapters: Sequence[Chapter], over: QWidget | None) -> None:
        super().__init__(over)
        self._scene, px = scene, scene.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        area = self._area = QScrollArea(widgetResizable=True)
        area.setProperty("role", "read")
        area.setWidget(_table(scene, chapters))
        close = Button(scene, phrase("Close"), role="primary")
        close.clicked.connect(self.accept)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        scene.speech.changed.connect(self._say)
        self._say()
        Fit(self, scene.look, WIDE, HIGH)
        center(self, over)
        area.setFocus()

    def _say(self) -> None:
        self.setWindowTitle(self._scene.say(phrase("Keyboard shortcuts")))
        self._area.setAccessibleName(self.windowTitle())


def _table(scene: Scene, chapters: Sequence[Chapter]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    px = scene.look.px
    grid.setContentsMargins(px(14), px(10), px(14), px(10))
    grid.setHorizontalSpacing(px(24))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(0, 1)
    for chapter in chapters:
        if chapter.rows:
            head = Label(scene, chapter.said, "section")
            head.setContentsMargins(0, px(12) if grid.count() else 0, 0, 0)
            grid.addWidget(head, grid.rowCount(), 0, 1, 2)
            for said, keys in chapter.rows:
                row = grid.rowCount()
                grid.addWidget(Label(scene, said), row, 0)
                grid.addWidget(_keys("  ".join(keys)), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return table


def _keys(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "chip" if text else "")
    return label
