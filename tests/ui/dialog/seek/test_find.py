"""Find looks through what is asked and answered, as it is read, and leads from one place to the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from grantdesk.model.tree import at
from grantdesk.ui.dialog.seek.find import FindPanel
from grantdesk.ui.dialog.seek.hit import hits
from grantdesk.ui.dialog.seek.select import nth, select
from grantdesk.words.phrase import phrase

# Qt without a screen says of each dialog that it cannot tell its size to a window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def found(one, query: str):
    return hits(one.session.dossier(one.speech.language), query)


def test_every_hit_is_where_it_says(desk):
    one = desk("hevi", "complete")
    hits_ = found(one, "kaupun")
    assert hits_
    for hit in hits_:
        text = at(one.session.answers, hit.path)
        if isinstance(text, str) and hit.word in text:
            assert hit.word.casefold() == "kaupun"


def test_case_and_marks_do_not_matter(desk):
    one = desk("hevi", "complete", "fi")
    one.session.edit({("name_fi",): "Päätös ÄLYKKÄÄSTI"}, phrase("Change"))
    [hit] = [hit for hit in found(one, "alykkaasti") if hit.path == ("name_fi",)]
    assert hit.word == "ÄLYKKÄÄSTI"
    assert hit.before == "Päätös "


def test_a_choice_and_a_date_are_found_as_they_are_read(desk):
    one = desk("hevi", "complete", "fi")
    start = one.session.form.call.parts.start
    said = one.speech.language.date(one.session.answers[start])
    assert (start,) in [hit.path for hit in found(one, said)]


def test_what_a_condition_hides_is_not_found(desk):
    one = desk("hevi", "complete")
    for hit in found(one, "a"):
        assert at(one.session.report.asked, hit.path) is not None


def test_the_panel_counts_and_steps_around(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    panel = FindPanel(one)
    qtbot.addWidget(panel)
    panel.show()
    panel.line.setText("kaupun")
    went = []
    panel.chosen.connect(went.append)
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    n = panel.hits.rowCount()
    assert panel._told.text() == f"1 of {n}"
    panel.step(-1)
    assert panel._told.text() == f"{n} of {n}"
    panel.step(1)
    assert len({(*hit.path, hit.n) for hit in went}) == 2
    panel.line.setText("xyzzy")
    panel.seek()
    assert panel._told.text() == "No matches"


def test_the_word_is_marked_in_lines_and_texts_whatever_stands_before_it(qtbot: QtBot):
    line, text = QLineEdit("😀 Alpha alpha"), QPlainTextEdit("😀 x\nAlpha alpha")
    for widget in (line, text):
        qtbot.addWidget(widget)
        assert select(widget, "ALPHA", 1)
        assert not select(widget, "alpha", 2)
    assert line.selectedText() == "alpha"
    assert text.textCursor().selectedText() == "alpha"
    assert not select(None, "alpha", 0)


def test_the_nth_of_a_word_is_counted_without_overlaps_from_the_beginning():
    assert nth("ab ab ab", "ab", 2) == 6
    assert nth("ab", "ab", 1) == -1
