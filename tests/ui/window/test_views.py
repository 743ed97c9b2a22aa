"""The other views: read as a whole, seen on paper, tried otherwise, exported; and the way back to the form."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from grantdesk.session.handing.exporting import Wish
from grantdesk.ui.desk.spot import spots
from grantdesk.ui.window.part.sheet import Sheet

CTRL = Qt.KeyboardModifier.ControlModifier


def test_reading_takes_the_place_of_the_form_and_escape_gives_it_back(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    qtbot.keyClick(shown, Qt.Key.Key_R, CTRL)
    assert shown.cover.over is not None
    assert not shown.body.isVisible()
    qtbot.keyClick(shown.cover.back, Qt.Key.Key_Escape)
    assert shown.cover.over is None
    assert shown.middle.isAncestorOf(shown.focusWidget())


def test_going_to_a_field_uncovers_the_form(window):
    shown = window("hevi", "complete")
    shown.viewing.read()
    shown.go(("name_fi",))
    assert shown.cover.over is None
    assert shown.middle.book.page.questions.fields[("name_fi",)].isAncestorOf(shown.focusWidget())


def test_finding_while_one_reads_is_the_search_of_the_reader(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    shown.viewing.read()
    shown.looking.find()
    assert shown.cover.over.search.isVisible()
    assert shown.looking._find is None


def test_the_pages_on_paper_are_made_meanwhile(window, qtbot: QtBot):
    shown = window("lump")
    shown.viewing.preview()
    paper = shown.viewing.easel.paper
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=30_000)
    assert paper.pages.sheets
    shown.viewing.preview()
    assert not shown.viewing.easel.is_up


def test_other_choices_are_tried_in_a_sheet(window):
    shown = window("hevi", "complete")
    before = shown.desk.session.answers
    shown.viewing.try_out()
    sheet = shown.viewing._trial
    assert isinstance(sheet, Sheet)
    assert sheet.isVisible()
    sheet.put_away()
    assert shown.desk.session.answers is before


def test_what_is_tried_out_does_not_hide_the_paper(window):
    shown = window("hevi", "complete")
    for bring in (shown.viewing.preview, shown.viewing.show_paper, shown.viewing.preview):
        shown.viewing.try_out()
        bring()
        assert not shown.viewing._trial.isVisible()
        assert shown.viewing.is_previewing()
    shown.viewing.preview()
    assert not shown.viewing.is_previewing()


def test_an_export_is_made_meanwhile_and_says_where_it_is(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    target = tmp_path / "a.pdf"
    shown.desk.ask.files.append(target)

    def wish(dialog) -> None:
        dialog.wish = Wish("sv")

    shown.handing.run = wish
    shown.handing.export()
    qtbot.waitUntil(target.exists, timeout=30_000)
    qtbot.waitUntil(lambda: "a.pdf" in shown.strip.text)
    assert target.read_bytes().startswith(b"%PDF")


def test_an_export_that_cannot_be_written_says_so(window, qtbot: QtBot, tmp_path: Path):
    shown = window("lump")
    shown.desk.ask.files.append(tmp_path / "none" / "a.pdf")

    def wish(dialog) -> None:
        dialog.wish = Wish("fi")

    shown.handing.run = wish
    shown.handing.export()
    qtbot.waitUntil(lambda: "is not there" in shown.strip.text, timeout=30_000)


def test_go_to_leads_where_the_person_chooses(window):
    shown = window("hevi", "complete")
    page = spots(shown.desk.session)[4]

    def choose(dialog) -> None:
        title = shown.desk.say(shown.desk.session.form.sections[page.section].title)
        dialog.chosen = next(each for each in dialog._among if each.title == title)

    shown.looking.run = choose
    shown.looking.go_to()
    assert shown.moving.here == page


def test_the_word_that_was_found_is_marked_in_its_field(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    qtbot.keyClick(shown, Qt.Key.Key_F, CTRL)
    panel = shown.looking._find
    panel.line.setText("kaupunkilogistiikan")
    qtbot.keyClick(shown, Qt.Key.Key_F3)
    assert shown.focusWidget().selectedText() == "kaupunkilogistiikan"
    qtbot.keyClick(shown, Qt.Key.Key_F3)
    assert panel.list.currentIndex().row() == 1
