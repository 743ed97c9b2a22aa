"""The book: few pages are kept, those that are forgotten are gone, and none of them hears anything any more."""

import gc
import weakref
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot, spots
from grantdesk.ui.page.book import KEPT, Book
from grantdesk.words.phrase import phrase

Desks = Callable[..., Desk]
Books = Callable[..., Book]


def test_a_page_that_was_seen_is_the_same_when_it_is_seen_again(
    desk: Desks, book: Books, qtbot: QtBot
) -> None:
    made = book(desk("hevi"), Spot("project"))
    first = made.page
    with qtbot.waitSignal(made.turned) as turned:
        made.turn(Spot("summary"))
    assert turned.args == [Spot("summary")]
    assert made.turn(Spot("project")) is first


def test_pages_not_seen_for_long_are_forgotten_and_leave_nothing_behind(desk: Desks, book: Books) -> None:
    here = desk("hevi", "complete")
    made = book(here, Spot("basics"))
    pages = [spot for spot in spots(here.session) if spot not in (CHECK, Spot("basics"))]
    known = weakref.ref(made.page)
    for spot in pages[: KEPT + 2]:
        made.turn(spot)
    assert made.count() == KEPT
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert known() is None
    here.session.edit({("call_code",): "ANOTHER"}, phrase("Change it"))
    here.speech.use("fi")
    here.attention.check()
    assert made.turn(Spot("basics")).questions.fields[("call_code",)].editor.main().text() == "ANOTHER"


def test_a_page_catches_up_with_what_happened_while_another_was_open(desk: Desks, book: Books) -> None:
    here = desk("hevi", "complete")
    made = book(here, Spot("project"))
    page = made.turn(Spot("project"))
    made.turn(Spot("summary"))
    here.session.edit({("acronym",): "SAIL"}, phrase("Change it"))
    here.speech.use("fi")
    made.turn(Spot("project"))
    assert page.questions.fields[("acronym",)].editor.main().text() == "SAIL"
    assert page.questions.fields[("acronym",)].label.text() == "Lyhenne"


def test_a_place_is_revealed_on_its_page(desk: Desks, book: Books) -> None:
    here = desk("hevi", "complete")
    made = book(here, Spot("project"))
    made.reveal(("partners", "city", "support_rate"))
    assert made.page is not None
    assert made.page.spot == Spot("funding_plan", "city")
    field = made.page.questions.fields[("partners", "city", "support_rate")]
    assert field.editor.main().hasFocus()
    made.reveal(("nothing_that_is_asked",))
    assert made.page.spot == Spot("funding_plan", "city")


def test_a_place_far_down_a_page_that_was_never_open_is_seen(desk: Desks, book: Books) -> None:
    here = desk("hevi", "complete")
    made = book(here, Spot("project"))
    for path in [("baltic_text",), ("partners", "city", "no_debts"), ("partners", "city", "income")]:
        made.reveal(path)
        QCoreApplication.processEvents()
        assert made.page is not None
        field = made.page.questions.fields[path]
        assert not field.visibleRegion().isEmpty()
        seen = made.page.area.viewport().rect()
        assert seen.contains(field.label.mapTo(made.page.area.viewport(), field.label.rect().topLeft())), path
