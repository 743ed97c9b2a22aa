"""A card of a row keeps its measures when the size of text is another."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from grantdesk.outline.fact.answer import plain
from grantdesk.rules.progress import Tally
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.rows.card.card import RowCard, Summary
from ui.conftest import Desks


def card(qtbot: QtBot, desk: Desk, name: str, width: int = 500) -> RowCard:
    made = RowCard(desk, "a", ("rows", "a"))
    made.show_summary(Summary(plain("{it}", it=name), Tally(1, 1, 0)))
    qtbot.addWidget(made)
    made.resize(width, made.sizeHint().height())
    made.show()
    return made


def first_ink(widget: QWidget) -> int:
    """The leftmost column of pixels of a widget that is not its ground."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(image.width() // 2, 2)
    middle = range(image.height() // 3, 2 * image.height() // 3)
    return next(x for x in range(4, image.width()) if any(image.pixel(x, y) != ground for y in middle))


def test_names_that_are_cut_begin_where_others_do(qtbot: QtBot, desk: Desks) -> None:
    at = desk("kinds")
    short = card(qtbot, at, "WP1")
    cut = [card(qtbot, at, f"WP{n} " + "word " * n * 10) for n in range(2, 8)]
    assert {first_ink(each.head) for each in cut} == {first_ink(short.head)}


def test_margins_follow_the_size_of_text_back_and_forth(qtbot: QtBot, desk: Desks) -> None:
    at = desk("kinds")
    shown = card(qtbot, at, "WP1")
    before = shown.layout().contentsMargins()
    at.look.use("light", 200)
    assert shown.layout().contentsMargins().left() == 2 * before.left()
    at.look.use("light", 100)
    assert shown.layout().contentsMargins() == before


def test_a_long_name_makes_no_page_wider_and_what_stands_beside_it_goes_below(
    qtbot: QtBot, desk: Desks
) -> None:
    at = desk("kinds")
    short, long = (card(qtbot, at, name) for name in ("WP1", "WP2 " + "word " * 30))
    assert long.minimumSizeHint().width() < 400
    assert (long.width(), short.width()) == (500, 500)
    assert short.mark.y() < short.head.geometry().bottom()
    assert long.mark.y() >= long.head.geometry().bottom()
