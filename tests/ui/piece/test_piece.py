"""Pieces say themselves anew, can be used by keys alone, and never read as markup what somebody typed."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from grantdesk.ui.look.tokens import tokens
from grantdesk.ui.piece.banner import Action, Banner
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.card import Card
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Badge, Label, bare
from grantdesk.ui.piece.mark import SHAPES, Bar, Mark
from grantdesk.ui.piece.pick import Pick
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import Cents, Phrase, Texts

# what windows without a screen say of their size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HELLO = Phrase(Texts("Hei, {name}", "Hej, {name}", "Hello, {name}"), {"name": "A & B"})
NO, YES = Phrase(Texts("Ei", "Nej", "No")), Phrase(Texts("Kyllä", "Ja", "Yes"))


def wheel(over: QWidget) -> QWheelEvent:
    """Turns the wheel over a widget."""
    at = QPointF(over.rect().center())
    event = QWheelEvent(
        at,
        QPointF(over.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, event)
    return event


def test_a_label_says_itself_anew(scene: Stage, qtbot: QtBot) -> None:
    label = Label(scene, HELLO)
    qtbot.addWidget(label)
    scene.speech.use("sv")
    assert label.text() == "Hej, A & B"
    label.show_said(bare(Cents(123450)))
    assert label.text() == "1 234,50 €".replace(" ", "\N{NO-BREAK SPACE}")


def test_what_somebody_typed_is_no_markup(scene: Stage, qtbot: QtBot) -> None:
    label = Label(scene, "<b>bold</b><img src='x'>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b><img src='x'>"


def test_an_answer_can_be_marked_and_copied_by_keys(scene: Stage, qtbot: QtBot) -> None:
    label = Label(scene, "1234567-1")
    qtbot.addWidget(label)
    label.let_select()
    label.show()
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert label.selectedText() == "1234567-1"


def test_a_button_keeps_the_ampersand_of_a_name(scene: Stage, qtbot: QtBot) -> None:
    button = Button(scene, HELLO)
    qtbot.addWidget(button)
    assert button.text() == "Hello, A && B"
    assert button.accessibleName() == "Hello, A & B"
    scene.speech.use("fi")
    assert button.accessibleName() == "Hei, A & B"


def ink(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_enter_presses_a_button_as_the_space_bar_does(scene: Stage, qtbot: QtBot) -> None:
    for button in (Button(scene, HELLO), Tool(scene, HELLO, "plus")):
        qtbot.addWidget(button)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            with qtbot.waitSignal(button.clicked):
                qtbot.keyClick(button, key)


def test_a_button_without_room_cuts_its_words_and_has_them_in_its_tip(scene: Stage, qtbot: QtBot) -> None:
    button = Button(scene, HELLO)
    qtbot.addWidget(button)
    whole, wide = button.accessibleName(), button.sizeHint().width()
    button.resize(wide - 15, 30)
    button.show()
    assert button.drawn.endswith("…")
    button.grab()
    assert button.toolTip() == button.accessibleName() == whole
    assert button.sizeHint().width() == wide
    button.resize(wide, 30)
    button.grab()
    assert (button.drawn.replace("&&", "&"), button.toolTip()) == (whole, "")


def test_an_icon_takes_the_colour_of_the_look_and_of_its_button(scene: Stage, qtbot: QtBot) -> None:
    scene.look.use("light", 200)
    button = Button(scene, YES, "plus", "primary")
    qtbot.addWidget(button)
    assert tokens("light")["accent_text"] in ink(button.icon().pixmap(button.iconSize()).toImage())
    scene.look.use("dark", 180)
    assert tokens("dark")["accent_text"] in ink(button.icon().pixmap(button.iconSize()).toImage())
    assert button.iconSize().height() == 32


def test_a_tool_without_a_text_has_a_name_and_a_tip_with_its_keys(scene: Stage, qtbot: QtBot) -> None:
    tool = Tool(scene, YES, "check", named=False, keys="Ctrl+J")
    qtbot.addWidget(tool)
    assert (tool.text(), tool.accessibleName()) == ("", "Yes")
    assert tool.toolTip() == "Yes (Ctrl+J)"
    tool.show_said(NO, "x")
    assert tool.accessibleName() == "No"


def test_a_card_is_a_button_named_by_all_that_stands_on_it(scene: Stage, qtbot: QtBot) -> None:
    card = Card(scene, HELLO, "info", "card-error")
    qtbot.addWidget(card)
    card.add_line("Planned start")
    scene.speech.use("fi")
    card.show()
    assert card.accessibleName() == "Hei, A & B, Planned start"
    assert QAccessible.queryAccessibleInterface(card).role() == QAccessible.Role.Button
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Select):
        with qtbot.waitSignal(card.clicked):
            qtbot.keyClick(card, key)


def test_a_card_grows_with_what_it_has_to_say(scene: Stage, qtbot: QtBot) -> None:
    card = Card(scene, "word " * 60)
    qtbot.addWidget(card)
    assert card.heightForWidth(250) > 2 * card.heightForWidth(900)


def test_the_mouse_on_a_card_s_text_presses_the_card(scene: Stage, qtbot: QtBot) -> None:
    card = Card(scene, HELLO)
    qtbot.addWidget(card)
    card.resize(300, 80)
    card.show()
    assert card.childAt(card.said.geometry().center()) is None
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.said.geometry().center())


@pytest.mark.parametrize("state", SHAPES)
def test_a_state_is_told_by_a_shape_and_a_word(scene: Stage, qtbot: QtBot, state: str) -> None:
    mark = Mark(scene)
    qtbot.addWidget(mark)
    mark.stand(state)  # type: ignore[arg-type]
    assert mark.findChild(Label).text() == state.replace("_", " ")
    assert len({icon for icon, _ in SHAPES.values()}) == len(SHAPES)


def test_a_bar_tells_its_share_and_what_is_not_all_is_never_all(scene: Stage, qtbot: QtBot) -> None:
    bar = Bar(scene, 9999)
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "99% answered"
    assert not bar.property("state")
    bar.show_share(12_000)
    assert (bar.value(), bar.property("state"), bar.accessibleName()) == (10_000, "done", "100% answered")


def test_a_badge_is_no_wider_than_its_words(scene: Stage, qtbot: QtBot) -> None:
    badge = Badge(scene, "closed", "error")
    qtbot.addWidget(badge)
    badge.tone("ok")
    badge.ensurePolished()
    assert badge.property("tone") == "ok"
    assert badge.sizeHint().width() < 100


def test_a_banner_tells_what_was_chosen(scene: Stage, qtbot: QtBot) -> None:
    banner = Banner(scene, HELLO, NO, "warning")
    qtbot.addWidget(banner)
    banner.offer([Action("yes", YES, "primary"), Action("no", NO)])
    with qtbot.waitSignal(banner.chosen) as caught:
        banner.button("no").click()
    assert caught.args == ["no"]
    with pytest.raises(KeyError):
        banner.button("maybe")


def test_a_banner_can_be_sent_away(scene: Stage, qtbot: QtBot) -> None:
    banner = Banner(scene, HELLO)
    qtbot.addWidget(banner)
    banner.let_dismiss()
    banner.show()
    with qtbot.waitSignal(banner.dismissed):
        banner.findChild(Tool).click()
    assert banner.isHidden()


def test_a_pick_tells_only_what_the_person_picks(scene: Stage, qtbot: QtBot) -> None:
    pick = Pick(scene, ((0, NO), (1, YES)))
    qtbot.addWidget(pick)
    pick.show()
    with qtbot.assertNotEmitted(pick.picked):
        pick.show_value(1)
    scene.speech.use("fi")
    assert (pick.value, pick.currentText()) == (1, "Kyllä")
    with qtbot.waitSignal(pick.picked) as caught:
        qtbot.keyClick(pick, Qt.Key.Key_Up)
    assert caught.args == [0]
    assert not wheel(pick).isAccepted()
    assert pick.value == 0


@pytest.fixture
def scroll(scene: Stage, qtbot: QtBot) -> Scroll:
    scroll = Scroll(scene)
    qtbot.addWidget(scroll)
    scroll.resize(900, 300)
    return scroll


def test_tab_brings_the_whole_of_a_control_into_sight(scroll: Scroll, qtbot: QtBot) -> None:
    first, gap, last = QLineEdit(), QWidget(), QPlainTextEdit()
    gap.setMinimumHeight(scroll.viewport().height() * 2)
    last.setMinimumHeight(150)
    for widget in (first, gap, last):
        scroll.column.addWidget(widget)
    scroll.show()
    scroll.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_the_wheel_scrolls_the_page_and_changes_no_answer(scroll: Scroll, qtbot: QtBot) -> None:
    first, box, tall = QLineEdit(), QComboBox(), QWidget()
    box.addItems(["a", "b", "c"])
    tall.setMinimumHeight(2000)
    for widget in (first, box, tall):
        scroll.column.addWidget(widget)
    scroll.show()
    qtbot.waitUntil(lambda: scroll.is_settled)
    assert not wheel(box).isAccepted()
    assert box.currentIndex() == 0
    late = QComboBox()
    late.addItems(["a", "b"])
    scroll.column.insertWidget(1, late)
    qtbot.waitUntil(lambda: late.isVisible() and scroll.is_settled)
    assert not wheel(late).isAccepted()
    assert late.currentIndex() == 0
    scroll.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    wheel(box)
    assert box.currentIndex() == 1


def test_a_column_is_never_wider_than_one_reads_well(scene: Stage, scroll: Scroll, qtbot: QtBot) -> None:
    line = QLineEdit()
    scroll.column.addWidget(line)
    scroll.show()
    assert line.width() == 680
    left = line.mapTo(scroll, QPoint(0, 0)).x()
    assert left == pytest.approx(scroll.width() - left - line.width(), abs=14)
    scroll.resize(400, 300)
    qtbot.waitUntil(lambda: line.width() == 400 - 2 * 24)


def test_what_is_brought_into_view_has_room_around_it(scroll: Scroll, qtbot: QtBot) -> None:
    line, tall = QLineEdit(), QWidget()
    tall.setMinimumHeight(2000)
    for widget in (tall, line):
        scroll.column.addWidget(widget)
    scroll.show()
    assert line.visibleRegion().isEmpty()
    scroll.bring(line)
    assert not line.visibleRegion().isEmpty()


def test_buttons_go_on_in_the_next_line_where_there_is_no_room(scene: Stage, qtbot: QtBot) -> None:
    window, flow = QWidget(), Flow()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addLayout(flow)
    column.addStretch(1)
    buttons = [Button(scene, HELLO) for _ in range(3)]
    for button in buttons:
        flow.addWidget(button)
    window.resize(900, 300)
    window.show()
    assert len({button.y() for button in buttons}) == 1
    assert window.minimumSizeHint().width() < 2 * buttons[0].width()
    window.resize(buttons[0].width() + 40, 300)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 3)
    assert all(upper.geometry().bottom() < lower.y() for upper, lower in pairwise(buttons))


def test_what_is_low_stands_in_the_middle_of_its_line(scene: Stage, qtbot: QtBot) -> None:
    window, flow = QWidget(), Flow()
    qtbot.addWidget(window)
    window.setLayout(flow)
    high, low = Button(scene, HELLO), Label(scene, "100 %")
    for widget in (high, low):
        flow.addWidget(widget)
    window.resize(400, 100)
    window.show()
    assert high.height() > low.height()
    assert abs(high.geometry().center().y() - low.geometry().center().y()) <= 1


def test_a_picture_grows_with_the_text(scene: Stage, qtbot: QtBot) -> None:
    picture = Picture(scene, "info", "accent", 20)
    qtbot.addWidget(picture)
    scene.look.use("dark", 200)
    assert picture.pixmap().height() == 40 * picture.pixmap().devicePixelRatio()
    picture.draw("check", "ok")
    assert tokens("dark")["ok"] in ink(picture.pixmap().toImage())
