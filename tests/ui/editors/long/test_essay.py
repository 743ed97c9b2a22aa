"""The laws of the editor of long texts: what stands there is the answer, undo is everybody's, typing is fast."""

from collections.abc import Callable
from time import process_time

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from grantdesk.call.terms.node import Essay, Limit
from grantdesk.model.tree import Answers, at
from grantdesk.session.session import Session
from grantdesk.session.spelling import Spelling
from grantdesk.session.translation import mark_of
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.long.essay import EssayEditor
from grantdesk.ui.editors.long.length import told
from grantdesk.ui.piece.menu import bare
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from grantdesk.words.typed import count

Desks = Callable[..., Desk]
Z = Qt.Key.Key_Z
CONTROL = Qt.KeyboardModifier.ControlModifier


class Book:
    """A dictionary that knows a few words."""

    def check(self, word: str) -> bool:
        return word.lower() in ("hanke", "on", "hyvä", "ja")

    def suggest(self, word: str) -> list[str]:
        return ["hanke", "hankkeet & hankinnat"]


def edited(qtbot: QtBot, desk: Desk, *names: str) -> list[EssayEditor]:
    host = Scroll(desk)
    editors = []
    for name in names:
        node = desk.session.form.node((name,))
        assert isinstance(node, Essay)
        editor = EssayEditor(desk, node, (name,))
        desk.session.changed.connect(editor.refresh)
        host.column.addWidget(editor)
        editor.host = host  # the bot forgets what nobody else holds
        editors.append(editor)
    host.column.addWidget(QLineEdit())
    host.column.addStretch(1)
    qtbot.addWidget(host)
    host.resize(760, 700)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    editors[0].paper.setFocus()
    return editors


@pytest.fixture
def editor(qtbot: QtBot, desk: Desks) -> EssayEditor:
    return edited(qtbot, desk("hevi"), "need")[0]


def leave(editor: EssayEditor) -> None:
    editor.host.findChild(QLineEdit).setFocus()


def answer(editor: EssayEditor) -> object:
    return at(editor.desk.session.answers, editor.path)


def steps(editor: EssayEditor) -> int:
    return editor.desk.session.stack.count()


def test_what_is_typed_is_the_answer_at_each_key(editor: EssayEditor) -> None:
    QTest.keyClicks(editor.paper, "Tarve on")
    assert answer(editor) == "Tarve on"
    assert steps(editor) == 1


def test_blanks_stay_while_one_types_and_go_when_one_leaves(editor: EssayEditor) -> None:
    QTest.keyClicks(editor.paper, "Tarve  ")
    QTest.keyClick(editor.paper, Qt.Key.Key_Return)
    QTest.keyClick(editor.paper, Qt.Key.Key_Return)
    assert editor.paper.text() == "Tarve  \n\n"
    assert editor.paper.textCursor().position() == 9
    leave(editor)
    assert editor.paper.text() == answer(editor) == "Tarve"


def test_only_blanks_are_no_answer(editor: EssayEditor) -> None:
    QTest.keyClicks(editor.paper, "  ")
    assert answer(editor) is None
    assert editor.paper.text() == "  "


def test_looking_at_a_text_does_not_change_it(qtbot: QtBot, desk: Desks) -> None:
    (editor,) = edited(qtbot, desk("hevi", {"need": "From a file \n"}), "need")
    leave(editor)
    assert answer(editor) == "From a file \n"
    assert not steps(editor)


def test_no_break_spaces_survive_typing_beside_them(qtbot: QtBot, desk: Desks) -> None:
    (editor,) = edited(qtbot, desk("hevi", {"need": "1\xa0200 €"}), "need")
    QTest.keyClicks(editor.paper, "x")
    assert answer(editor) == "x1\xa0200 €"


def test_a_paragraph_a_pause_and_a_paste_begin_steps(editor: EssayEditor) -> None:
    QTest.keyClicks(editor.paper, "Yksi")
    QTest.keyClick(editor.paper, Qt.Key.Key_Return)
    QTest.keyClicks(editor.paper, "Kaksi")
    assert steps(editor) == 2
    editor._rest.timeout.emit()
    QTest.keyClicks(editor.paper, "a")
    assert steps(editor) == 3
    QGuiApplication.clipboard().setText("liite")
    editor.paper.paste()
    QTest.keyClicks(editor.paper, "b")
    assert steps(editor) == 5
    for left in ("Yksi\nKaksialiite", "Yksi\nKaksia", "Yksi\nKaksi", "Yksi\n", None):
        QTest.keyClick(editor.paper, Z, CONTROL)
        assert answer(editor) == left


def test_undo_shows_the_caret_at_the_change(qtbot: QtBot, desk: Desks) -> None:
    (editor,) = edited(qtbot, desk("hevi", {"need": "alku 😀 keskellä loppu"}), "need")
    editor.paper.replace(8, 16, "muualla")
    assert answer(editor) == "alku 😀 muualla loppu"
    editor.paper.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(editor.paper, Z, CONTROL)
    assert editor.paper.text() == "alku 😀 keskellä loppu"
    assert 8 <= editor.paper.textCursor().position() <= 16
    QTest.keyClick(editor.paper, Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert answer(editor) == "alku 😀 muualla loppu"


def test_letters_that_come_by_an_input_method_are_typed(editor: EssayEditor) -> None:
    event = QInputMethodEvent()
    event.setCommitString("€ ja a\u0308")
    QApplication.sendEvent(editor.paper, event)
    assert answer(editor) == "€ ja ä"


def test_tab_leads_on(editor: EssayEditor) -> None:
    QTest.keyClick(editor.paper, Qt.Key.Key_Tab)
    assert not editor.paper.hasFocus()


def test_what_is_pasted_becomes_paragraphs_and_as_it_is_on_wish(editor: EssayEditor) -> None:
    data = QMimeData()
    data.setHtml("<p>Yksi</p><ul><li>a</li><li>b</li></ul>")
    data.setText("•\tplain")
    editor.paper.insertFromMimeData(data)
    assert answer(editor) == "Yksi\n- a\n- b"
    editor.paper.selectAll()
    QGuiApplication.clipboard().setText("•\tplain")
    QTest.keyClick(editor.paper, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert answer(editor) == "•\tplain"


def test_what_is_copied_or_cut_is_plain_text(qtbot: QtBot, desk: Desks) -> None:
    (editor,) = edited(qtbot, desk("hevi", {"need": "1\xa0200\nb"}), "need")
    editor.paper.selectAll()
    QTest.keyClick(editor.paper, Qt.Key.Key_C, CONTROL)
    clipboard = QGuiApplication.clipboard()
    assert (clipboard.mimeData().formats(), clipboard.text()) == (["text/plain"], "1\xa0200\nb")
    clipboard.clear()
    QTest.keyClick(editor.paper, Qt.Key.Key_X, CONTROL)
    assert clipboard.text() == "1\xa0200\nb"
    assert answer(editor) is None


def test_files_are_no_text(editor: EssayEditor) -> None:
    data = QMimeData()
    data.setText("file:///a.txt")
    data.setUrls(["file:///a.txt"])
    assert not editor.paper.canInsertFromMimeData(data)


@pytest.mark.parametrize(
    ("limit", "text", "said"),
    [
        (Limit(most=250, counting="words"), "yksi kaksi", "2 of 250 words"),
        (Limit(most=250, least=100, counting="words"), "yksi", "1 word, at least 100"),
        (Limit(most=2000), "yksi kaksi", "10 of 2,000 characters · 2 words"),
        (Limit(most=2000), "", "0 of 2,000 characters"),
        (Limit(most=5), "yksi kaksi", "10 of 5 characters: 5 too many · 2 words"),
        (
            Limit(most=20, counting="characters_crlf"),
            "a\nb",
            "4 of 20 characters (a line break counts as two) · 2 words",
        ),
        (
            Limit(most=20, counting="characters_without_spaces"),
            "a b",
            "2 of 20 characters (without spaces) · 2 words",
        ),
        (Limit(most=20, counting="utf16"), "😀", "2 of 20 characters · 0 words"),
    ],
)
def test_the_counter_counts_as_the_call_does(limit: Limit, text: str, said: str) -> None:
    assert Language("en").say(told(limit, text)) == said


def test_the_counter_is_that_of_the_finding(qtbot: QtBot, editor: EssayEditor) -> None:
    most = editor.node.limit.most
    with qtbot.waitSignal(editor.counted):
        editor.paper.replace(0, 0, "sana " * (most // 5) + "ja lisää")
    (finding,) = [each for each in editor.desk.session.report.findings if each.path == editor.path]
    assert finding.facts["count"] == count(str(answer(editor)), editor.node.limit.counting)
    assert Language("en").number(int(str(finding.facts["over"]))) in editor.counter()
    assert len(str(answer(editor))) > most


def test_it_grows_with_its_text_and_then_scrolls(qtbot: QtBot, editor: EssayEditor) -> None:
    small = editor.paper.height()
    assert small >= 5 * editor.paper.fontMetrics().lineSpacing()
    editor.paper.replace(0, 0, "rivi\n" * 12)
    grown = editor.paper.height()
    assert grown > small
    assert not editor.paper.verticalScrollBar().maximum()
    editor.paper.replace(0, 0, "rivi\n" * 200)
    assert grown < editor.paper.height() <= editor.host.height() * 0.62
    assert editor.paper.verticalScrollBar().maximum()
    editor.host.resize(760, 1400)
    qtbot.waitUntil(lambda: editor.paper.height() > 700)


def test_the_wheel_scrolls_the_page_unless_one_works_in_the_text(qtbot: QtBot, editor: EssayEditor) -> None:
    editor.paper.replace(0, 0, "rivi\n" * 200)
    place = QPointF(20, 20)

    def is_taken() -> bool:
        down = QPoint(0, -120)
        none, quiet = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, place, down, down, none, Qt.KeyboardModifier.NoModifier, quiet, False)
        editor.paper.verticalScrollBar().setValue(3)
        QApplication.sendEvent(editor.paper.viewport(), event)
        return editor.paper.verticalScrollBar().value() != 3

    assert is_taken()
    leave(editor)
    assert not is_taken()


def test_an_answer_that_is_no_text_is_borne(qtbot: QtBot, desk: Desks) -> None:
    (one,) = edited(qtbot, desk("hevi", {"need": {"x": "y"}}), "need")
    assert one.paper.text() == ""
    (other,) = edited(qtbot, desk("hevi", {"need": 7}), "need")
    assert other.paper.text() == "7"


def test_what_is_only_read_cannot_be_typed_into(qtbot: QtBot, desk: Desks) -> None:
    made = desk("hevi", {"need": "Tarve"})
    reader = Desk(
        Session(made.session.grant, read_only=True),
        *(made.attention, made.speech, made.look, made.ask, made.preferences, made.work),
    )
    (editor,) = edited(qtbot, reader, "need")
    QTest.keyClicks(editor.paper, "x")
    editor.paper.replace(0, 0, "x")
    assert editor.paper.text() == "Tarve"


# Two languages


def pair(qtbot: QtBot, desk: Desks, answers: Answers) -> tuple[EssayEditor, EssayEditor]:
    source, other = edited(qtbot, desk("hevi", answers), "summary_fi", "summary_en")
    return source, other


TWO = {"summary_fi": "Yksi kaksi.\n\nKolme.", "summary_en": "One."}


def test_typing_a_translation_keeps_what_it_was_written_against(qtbot: QtBot, desk: Desks) -> None:
    source, other = pair(qtbot, desk, TWO)
    assert other.translated is not None
    assert other.translated.changed is None
    other.paper.setFocus()
    QTest.keyClicks(other.paper, "x")
    assert at(other.desk.session.answers, mark_of(other.path)) is not None
    assert steps(other) == 1
    source.paper.setFocus()
    QTest.keyClicks(source.paper, "Nolla. ")
    banner = other.translated._banner
    assert banner is not None
    assert banner.isVisible()
    assert banner.said.text() == "The Finnish text has changed since this was written."
    banner.button("show").click()
    other.desk.work.finish()
    assert other.translated.changed is not None
    assert other.translated.changed.text() == "Nolla. Yksi kaksi.\n\nKolme."
    assert "New: Nolla." in other.translated.changed.accessibleDescription()
    banner.button("hold").click()
    assert not banner.isVisible()
    other.desk.session.stack.undo()
    assert banner.isVisible()


def test_a_stale_text_whose_source_is_lost_is_shown_beside_it(qtbot: QtBot, desk: Desks) -> None:
    _, other = pair(qtbot, desk, {**TWO, "translations": {"summary_en": "0" * 12}})
    assert other.translated is not None
    assert other.translated._banner is not None
    other.translated._banner.button("show").click()
    other.desk.work.finish()
    assert other.translated._banner.detail.isVisible()
    assert other.beside is not None
    assert other.beside.leaf.text() == TWO["summary_fi"]


def test_the_other_text_is_read_beside_and_follows(qtbot: QtBot, desk: Desks) -> None:
    source, other = pair(qtbot, desk, {**TWO, "summary_en": "One two.\nThree."})
    assert other.translated is not None
    other.translated.button.click()
    beside = other.beside
    assert beside is not None
    assert beside.leaf.isReadOnly()
    assert beside.leaf.accessibleName() == "The Finnish text"
    other.paper.setFocus()
    other.paper.moveCursor(QTextCursor.MoveOperation.End)
    (here,) = beside.leaf.extraSelections()
    assert here.cursor.block().text() == "Kolme."
    source.paper.setFocus()
    QTest.keyClicks(source.paper, "x")
    assert beside.leaf.text().startswith("xYksi")
    other.translated.button.click()
    assert not beside.isVisible()


def test_a_narrow_column_has_the_other_text_above(qtbot: QtBot, desk: Desks) -> None:
    _, other = pair(qtbot, desk, TWO)
    assert other.translated is not None
    other.translated.button.click()
    beside = other.beside
    assert beside is not None
    qtbot.waitUntil(lambda: beside.x() < other.paper.x() and beside.y() <= other.paper.y())
    other.host.resize(420, 700)
    qtbot.waitUntil(lambda: beside.x() == other.paper.x() and beside.y() < other.paper.y())


# Spelling


@pytest.fixture
def spelling(qtbot: QtBot, desk: Desks) -> EssayEditor:
    made = desk("hevi", language="fi")
    Spelling(made.preferences, lambda _: Book())
    return edited(qtbot, made, "need")[0]


def underlined(editor: EssayEditor) -> list[str]:
    found = []
    block = editor.paper.document().begin()
    while block.isValid():
        for part in block.layout().formats():
            if part.format.fontUnderline() or part.format.underlineStyle():
                found.append(
                    block.text()
                    .encode("utf-16-le")[2 * part.start : 2 * (part.start + part.length)]
                    .decode("utf-16-le")
                )
        block = block.next()
    return found


def looked_at(qtbot: QtBot, editor: EssayEditor) -> None:
    later = editor.paper.spelt._later
    later.start(0)
    qtbot.waitUntil(lambda: not later.isActive() and not editor.desk.work.busy)
    later.start(0)
    qtbot.waitUntil(lambda: not later.isActive())


def test_a_word_spelt_wrong_is_underlined_when_the_caret_has_left_it(
    qtbot: QtBot, spelling: EssayEditor
) -> None:
    QTest.keyClicks(spelling.paper, "Hanke on hankke")
    looked_at(qtbot, spelling)
    assert underlined(spelling) == []
    QTest.keyClicks(spelling.paper, " ja")
    looked_at(qtbot, spelling)
    assert underlined(spelling) == ["hankke"]


def test_words_behind_an_emoji_are_underlined_where_they_stand(qtbot: QtBot, spelling: EssayEditor) -> None:
    spelling.paper.replace(0, 0, "😀 hankke on")
    looked_at(qtbot, spelling)
    assert underlined(spelling) == ["hankke"]


def test_the_menu_proposes_and_learns(qtbot: QtBot, spelling: EssayEditor) -> None:
    spelling.paper.replace(0, 0, "hankke on mobiliteetti ja")
    looked_at(qtbot, spelling)
    texts = [bare(action.text()) for action in spelling.paper.menu(3).actions() if action.text()]
    assert texts[:3] == ["hanke", "hankkeet & hankinnat", spelling.desk.say(phrase("Add to my dictionary"))]
    spelling.paper.menu(3).actions()[0].trigger()
    assert answer(spelling) == "hanke on mobiliteetti ja"
    looked_at(qtbot, spelling)
    assert underlined(spelling) == ["mobiliteetti"]
    spelling.paper.spelt.learn("mobiliteetti")
    looked_at(qtbot, spelling)
    assert underlined(spelling) == []


def test_names_of_the_application_are_not_underlined(qtbot: QtBot, spelling: EssayEditor) -> None:
    spelling.desk.session.edit({("acronym",): "Kehäväylä"}, phrase("Undo"))
    spelling.paper.replace(0, 0, "Kehäväylä on Virhe ja")
    looked_at(qtbot, spelling)
    assert underlined(spelling) == ["Virhe"]


def test_switched_off_nothing_is_underlined(qtbot: QtBot, spelling: EssayEditor) -> None:
    spelling.paper.replace(0, 0, "hankke on")
    looked_at(qtbot, spelling)
    spelling.desk.preferences.change(spelling=False)
    assert underlined(spelling) == []


def typed(editor: QPlainTextEdit) -> float:
    """Seconds of the processor for a letter: the median of forty."""
    times = []
    for _ in range(40):
        start = process_time()
        editor.insertPlainText("x")
        times.append(process_time() - start)
    return sorted(times)[len(times) // 2]


def test_typing_in_a_long_text_costs_little_more_with_spelling(qtbot: QtBot, spelling: EssayEditor) -> None:
    spelling.paper.replace(0, 0, "Hanke on hyvvä ja hankke. " * 310)
    looked_at(qtbot, spelling)
    assert len(underlined(spelling)) > 500
    spelling.desk.session.blockSignals(True)  # what the application makes of a text is measured elsewhere
    bare = QPlainTextEdit(spelling.paper.toPlainText())
    qtbot.addWidget(bare)
    assert typed(spelling.paper) < 6 * typed(bare) + 0.002


def test_looking_comes_to_an_end(qtbot: QtBot, spelling: EssayEditor) -> None:
    spelling.paper.replace(0, 0, " ".join(f"virhe{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600)))
    looked_at(qtbot, spelling)
    later = spelling.paper.spelt._later
    QApplication.processEvents()
    assert not later.isActive()


def test_every_text_has_a_name_and_says_itself_anew(qtbot: QtBot, desk: Desks) -> None:
    _, other = pair(qtbot, desk, TWO)
    other.describe("Summary", "Help")
    assert other.main().accessibleName() == "Summary"
    assert other.translated is not None
    other.desk.speech.use("fi")
    other.speak()
    assert other.translated.button.accessibleName() == other.translated.button.text()
    assert other.paper.text() == "One."
    assert other.paper.event(QEvent(QEvent.Type.StyleChange))
