"""What stands on a page and leads elsewhere leads there; and a window to read in hands on what is read."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from grantdesk.session.keeping.keeper import Keeper
from grantdesk.session.session import Session
from grantdesk.ui.desk.attention import Attention
from grantdesk.ui.desk.spot import Spot, spots
from grantdesk.ui.dialog.compare import CompareDialog
from grantdesk.ui.window.reading import ReadingWindow

# the offscreen platform has no windows to hint at
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_open_part_of_a_partner_opens_the_first_page_of_its_part(window):  # type: ignore[no-untyped-def]
    shown = window("hevi", "complete")
    shown.go(("partners",))
    members = shown.middle.book.page.questions.fields[("partners",)].editor.members
    key = list(members)[1]
    members[key].open.click()
    pages = [page for page in spots(shown.desk.session) if page.partner == key]
    assert shown.moving.here == pages[0]
    first = next(iter(shown.middle.book.page.questions.fields.values()))
    assert first.isAncestorOf(QApplication.focusWidget())


def test_a_matrix_without_rows_leads_to_the_tables_that_it_waits_for(window):  # type: ignore[no-untyped-def]
    shown = window("hevi")
    shown.go(("effort",))
    matrix = shown.middle.book.page.questions.fields[("effort",)].editor
    for n, table in enumerate(("partners", "work_packages")):
        shown.go(("effort",))
        matrix.links[n].click()
        assert shown.moving.here == Spot(shown.desk.session.form.home(table))
        assert shown.middle.book.page.questions.fields[(table,)].isAncestorOf(QApplication.focusWidget())


@pytest.fixture
def reading(desk, qtbot: QtBot) -> Iterator[ReadingWindow]:  # type: ignore[no-untyped-def]
    one = desk("hevi", "complete")
    session = Session(one.session.grant, read_only=True)
    made = ReadingWindow(replace(one, session=session, attention=Attention(session)), Keeper(session))
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


def test_who_reads_begins_in_the_text(reading: ReadingWindow):
    assert reading.reader.page.hasFocus()


def test_what_is_only_read_can_be_compared_with_another_version(reading: ReadingWindow):
    compared: list[QDialog] = []
    reading.handing.run = compared.append
    reading.reader.comparing.emit()
    assert [type(each) for each in compared] == [CompareDialog]


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_P])
def test_what_is_only_read_can_be_exported_and_printed(
    reading: ReadingWindow, qtbot: QtBot, key: Qt.Key, monkeypatch
):  # type: ignore[no-untyped-def]
    called: list[str] = []
    monkeypatch.setattr(reading.handing, "export", lambda language: called.append(f"export {language}"))
    monkeypatch.setattr(reading.handing, "print", lambda language: called.append(f"print {language}"))
    qtbot.keyClick(reading, key, Qt.KeyboardModifier.ControlModifier)
    assert called == ["export en" if key is Qt.Key.Key_E else "print en"]
