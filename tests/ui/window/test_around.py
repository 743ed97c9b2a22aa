"""The Tab key leads through the whole window: the page, then what is around it, and to the page again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def around(qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """Every control on the way of the key, from the one that has the focus until it comes to one again."""
    way: list[QWidget] = []
    while (here := QApplication.focusWidget()) not in way:
        assert here is not None
        way.append(here)
        qtbot.keyClick(here, key)
    assert way.index(here) == 0, "it goes round in a part of the window"
    return way


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("page", range(4))
def test_tab_leads_out_of_the_page_around_the_window_and_in_again(
    window, qtbot: QtBot, page: int, key: Qt.Key
):  # type: ignore[no-untyped-def]
    shown = window("hevi")
    for _ in range(page):
        shown.moving.next_page()
    here = shown.middle.book.page
    here.fill()
    way = around(qtbot, key)
    for part in (
        here.questions,
        here.foot,
        shown.header,
        shown.moving.navigator,
        shown.status,
    ):
        assert any(part.isAncestorOf(each) for each in way), type(part).__name__
    assert (shown.moving.findings.list in way) == bool(shown.desk.attention.shown)
    inside = [here.isAncestorOf(each) for each in way]
    assert sum(one != other for one, other in zip(inside, inside[1:] + inside[:1], strict=True)) == 2


def test_the_key_for_the_issues_leads_to_what_is_said_where_there_are_none(window, qtbot: QtBot):  # type: ignore[no-untyped-def]
    shown = window("hevi")
    assert not shown.desk.attention.shown
    qtbot.keyClick(shown, Qt.Key.Key_F4)
    assert shown.moving.findings.isAncestorOf(QApplication.focusWidget())
