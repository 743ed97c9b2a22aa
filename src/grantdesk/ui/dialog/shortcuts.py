"""The table of what the keys do, and of all that has no key but can be gone to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from grantdesk.ui.dialog.questions import center
from grantdesk.ui.piece.button import Button
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
        px = scene.look.px
        self.setWindowTitle(scene.say(phrase("Keyboard shortcuts")))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        area = QScrollArea(widgetResizable=True)
        area.setProperty("role", "read")
        area.setAccessibleName(self.windowTitle())
        area.setWidget(_table(scene, chapters))
        close = Button(scene, phrase("Close"), role="primary")
        close.clicked.connect(self.accept)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(px(WIDE), px(HIGH))
        center(self, over)
        area.setFocus()


def _table(scene: Scene, chapters: Sequence[Chapter]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    px = scene.look.px
    grid.setHorizontalSpacing(px(24))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(0, 1)
    for chapter in chapters:
        if chapter.rows:
            head = _label(scene.say(chapter.said), "section")
            head.setContentsMargins(0, px(12) if grid.count() else 0, 0, 0)
            grid.addWidget(head, grid.rowCount(), 0, 1, 2)
            for said, keys in chapter.rows:
                row = grid.rowCount()
                grid.addWidget(_label(scene.say(said), ""), row, 0)
                grid.addWidget(_label("  ".join(keys), "chip" if keys else ""), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return table


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(not role)
    label.setProperty("role", role)
    return label
