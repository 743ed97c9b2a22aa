"""Small pictures of the pages: drawn as they are seen, chosen by keys, and the page that is looked at is marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from grantdesk.ui.paper.miniature import Miniatures
from ui.conftest import Desks
from ui.paper.conftest import Previews
from ui.paper.papers import LONG

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_they_are_a_sound_model_whatever_pages_come(desk: Desks, preview: Previews) -> None:
    at = desk("hevi", "complete")
    long, short = preview(at).pdf, preview(desk("kinds")).pdf
    assert long is not None
    assert short is not None
    model = Miniatures(at)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for pdf in (long, short, long):
        model.show_pdf(pdf)
        assert model.rowCount() == len(pdf.sizes)
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 3"
    assert tester.model() is model


def test_only_those_in_sight_are_drawn(qtbot: QtBot, desk: Desks, preview: Previews) -> None:
    paper = preview(desk("hevi", "complete"))
    small = paper.miniatures
    paper.bar.miniatures.click()
    assert small.isVisible()
    qtbot.waitUntil(lambda: 0 in small.miniatures._fresh, timeout=LONG)
    qtbot.waitUntil(lambda: not small.miniatures._asked, timeout=LONG)
    assert len(small.miniatures._fresh) < small.miniatures.rowCount() / 2
    picture = small.miniatures.index(0).data(Qt.ItemDataRole.DecorationRole).toImage()
    assert len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}) > 2


def test_they_lead_to_a_page_and_mark_the_one_that_is_looked_at(
    qtbot: QtBot, desk: Desks, preview: Previews
) -> None:
    paper = preview(desk("hevi", "complete"))
    paper.bar.miniatures.click()
    paper.pages.come_to(3)
    assert paper.miniatures.currentIndex().row() == 3
    qtbot.keyClick(paper.miniatures, Qt.Key.Key_Down)
    assert paper.pages.at == 4
    paper.bar.miniatures.click()
    assert not paper.miniatures.isVisible()
