"""The reader: contents that follow, words found, files saved, another language, and nothing that can be changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desks import Person
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.reader.contents import Contents
from grantdesk.ui.reader.reader import FILES, REMARKS, TEXT, Reader
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def opened(qtbot: QtBot, desk: Desk) -> Reader:
    desk.session.read_only = True
    reader = Reader(desk)
    qtbot.addWidget(reader)
    reader.resize(1100, 700)
    reader.show()
    qtbot.waitUntil(lambda: reader.reading.is_fresh)
    return reader


@pytest.fixture
def reader(qtbot: QtBot, desk: Desks) -> Reader:
    return opened(qtbot, desk("hevi", "complete"))


def test_it_shows_the_application_with_its_contents(reader: Reader) -> None:
    assert "Hiljainen jakelu" in reader.page.toPlainText()
    titles = [reader.contents.model().index(n, 0).data() for n in range(reader.contents.model().rowCount())]
    assert titles[0] == "In brief"
    assert "7 Implementation" in titles
    assert reader.page.isReadOnly()


def test_the_contents_lead_to_a_heading_and_follow_what_is_read(qtbot: QtBot, reader: Reader) -> None:
    wanted = next(n for n, stop in enumerate(reader.page.stops) if stop.text.endswith("Results and impact"))
    reader.contents.chosen.emit(wanted)
    qtbot.waitUntil(lambda: reader.contents.currentIndex().data() == "8 Results and impact")
    reader.page.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: reader.contents.currentIndex().data() != "8 Results and impact")


def test_words_are_found_from_one_to_the_next(qtbot: QtBot, reader: Reader) -> None:
    seen: list[tuple[int, int]] = []
    reader.search.moved.connect(lambda n, all_: seen.append((n, all_)))
    qtbot.keyClick(reader.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.search.isVisible()
    qtbot.keyClicks(reader.search.field, "kokeilukortti")
    count = seen[-1][1]
    assert count == reader.page.toPlainText().lower().count("kokeilukortti") > 0
    reader.search.on()
    reader.search.back()
    assert [n for n, _ in seen[-3:]] == [1, 2 if count > 1 else 1, 1]
    assert reader.page.textCursor().selectedText().lower() == "kokeilukortti"


def test_what_is_not_there_is_said(qtbot: QtBot, reader: Reader) -> None:
    reader.search.open_bar()
    qtbot.keyClicks(reader.search.field, "zzzz")
    assert "Nothing found" in [label.text() for label in reader.search.findChildren(type(reader._size))]
    qtbot.keyClick(reader.search.field, Qt.Key.Key_Escape)
    assert not reader.search.isVisible()


def test_it_is_read_in_any_language_whatever_the_window_speaks(qtbot: QtBot, reader: Reader) -> None:
    reader.reading.read_in("sv")
    qtbot.waitUntil(lambda: reader.reading.is_fresh)
    assert "Projektets namn på engelska" in reader.page.toPlainText()
    assert reader.tabs.tabText(TEXT) == "Text"
    reader.reading.read_in("")
    qtbot.waitUntil(lambda: reader.reading.is_fresh)
    assert "Project title in English" in reader.page.toPlainText()


def test_letters_become_larger_and_smaller(qtbot: QtBot, reader: Reader) -> None:
    before = reader.page.document().size().height()
    qtbot.keyClick(reader.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: reader.reading.zoom == 110 and reader.reading.is_fresh)
    assert reader.page.document().size().height() > before
    qtbot.keyClick(reader.page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert reader.reading.zoom == 100


def test_a_file_is_saved_as_it_is(reader: Reader, tmp_path: Path) -> None:
    assert reader.tabs.tabText(FILES) == "Attachments (5)"
    person = reader.desk.ask
    assert isinstance(person, Person)
    person.files = [tmp_path / "copy.pdf", None]
    card = reader.files.cards[0]
    card.save.click()  # type: ignore[attr-defined]
    card.save.click()  # type: ignore[attr-defined]
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")
    person.files = [tmp_path / "nowhere" / "copy.pdf"]
    card.save.click()  # type: ignore[attr-defined]
    assert len(person.told) == 1


def test_a_finding_leads_to_its_place_in_the_text(qtbot: QtBot, reader: Reader) -> None:
    assert reader.tabs.tabText(REMARKS) == "Issues (2)"
    reader.tabs.setCurrentIndex(REMARKS)
    reader.remarks.cards[0].click()
    assert reader.tabs.currentIndex() == TEXT
    qtbot.waitUntil(lambda: reader.page.verticalScrollBar().value() > 0)


def test_who_follows_a_finding_goes_on_by_keys_from_its_place(reader: Reader) -> None:
    reader.come_to(("own_attachments",))
    assert reader.page.textCursor().position() == 0
    reader.come_to(("cost_justification",))
    assert reader.page.textCursor().block().text().startswith("Justification of the costs")
    assert reader.page.viewport().rect().contains(reader.page.cursorRect().center())


def test_what_is_marked_can_be_copied(qtbot: QtBot, reader: Reader) -> None:
    reader.page.selectAll()
    reader.page.copy()
    assert "Hiljainen jakelu" in QApplication.clipboard().text()


def test_comparing_is_asked_of_the_window(qtbot: QtBot, reader: Reader) -> None:
    kind = type(reader.files.cards[0].save)  # type: ignore[attr-defined]
    button = next(each for each in reader.findChildren(kind) if each.text() == "Compare with …")
    with qtbot.waitSignal(reader.comparing):
        button.click()


def test_no_control_of_its_head_is_beyond_the_edge(qtbot: QtBot, reader: Reader) -> None:
    controls = [each for each in reader.head.findChildren(QAbstractButton) if each.isVisible()]
    for wide, text in ((1100, 100), (1020, 200), (900, 200)):
        reader.desk.look.use("light", text)
        reader.resize(wide, 700)
        qtbot.wait(20)
        assert reader.width() == wide
        places = [QRect(each.mapTo(reader, QPoint(0, 0)), each.size()) for each in controls]
        assert all(reader.rect().contains(place) for place in places)
    assert len(controls) > 4


def test_every_control_has_a_name(reader: Reader) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTabBar, QTextEdit

    for kind in (QAbstractButton, QComboBox, QLineEdit, QTextEdit, QTabBar, Contents):
        for control in reader.findChildren(kind):
            if control.focusPolicy() != Qt.FocusPolicy.NoFocus and not control.objectName().startswith("qt_"):
                assert control.accessibleName() or getattr(control, "text", str)(), control


def test_an_empty_application_can_be_read_too(qtbot: QtBot, desk: Desks) -> None:
    reader = opened(qtbot, desk("kinds"))
    assert reader.files.count == 0
    assert "Project without a name" in reader.page.toPlainText()


def test_its_keys_are_its_own_though_a_window_has_the_same(qtbot: QtBot, desk: Desks) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    taken: list[str] = []
    for keys in ("Ctrl+F", "Ctrl++"):
        action = QAction(window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: taken.append(keys))
        window.addAction(action)
    reader = Reader(desk("hevi", "complete"))
    window.setCentralWidget(reader)
    window.resize(1100, 700)
    window.show()
    qtbot.waitUntil(lambda: reader.reading.is_fresh)
    reader.page.setFocus()
    qtbot.waitUntil(reader.page.hasFocus)
    qtbot.keyClick(reader.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(reader.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert taken == []
    assert reader.reading.zoom == 110
    assert reader.search.isVisible()
