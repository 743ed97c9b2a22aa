"""What is wrong with a cell is marked without cutting what stands in it."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from grantdesk.ui.editors.grid.paint import Brush, Drawn
from grantdesk.ui.look.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp)


@pytest.fixture
def brush(look: Look) -> Brush:
    return Brush(look, QFont(), 3)


def drawn(brush: Brush, cell: Drawn, width: int) -> QImage:
    image = QImage(width, brush.height(1), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    brush.draw(painter, QRect(0, 0, width, image.height()), cell)
    painter.end()
    return image


def test_a_mark_stands_beside_a_word_only_where_both_have_room(brush: Brush) -> None:
    word = brush.breaking.metrics.horizontalAdvance("30.9.2029")
    wide, narrow = word + 2 * brush.pad + 30, word + 2 * brush.pad + 6
    assert brush.is_beside(wide, "error", "30.9.2029")
    assert not brush.is_beside(narrow, "error", "30.9.2029")
    assert brush.room(narrow, "error", "30.9.2029") >= word
    assert brush.room(wide, "error", "30.9.2029") < brush.room(wide, "", "30.9.2029")


@pytest.mark.parametrize("mark", ["error", "warning"])
def test_a_mark_without_room_is_a_corner_of_the_cell(brush: Brush, look: Look, mark: str) -> None:
    width = brush.breaking.metrics.horizontalAdvance("30.9.2029") + 2 * brush.pad + 2
    image = drawn(brush, Drawn("30.9.2029", mark=mark), width)
    assert image.pixelColor(2, 2) == look.color(mark)
    assert drawn(brush, Drawn("30.9.2029", mark=mark), width + 60).pixelColor(2, 2) != look.color(mark)
