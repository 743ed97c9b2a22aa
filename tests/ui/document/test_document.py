"""The document on the screen says what the outline says, letter by letter, and leads back to every field."""

import pytest
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from grantdesk.model.path import Path, dotted
from grantdesk.outline.block import (
    Block,
    Chart,
    Column,
    Entry,
    Grid,
    Heading,
    Listing,
    Note,
    Outline,
    Prose,
    Signature,
)
from grantdesk.outline.edition import Edition
from grantdesk.outline.outline import outlined
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.document.document import Made, Making, Manner, made
from grantdesk.ui.document.pen import linked
from grantdesk.ui.document.style import Style
from grantdesk.ui.reader.page import Page
from ui.conftest import Desks

EVIL = '<b>bold</b> <img src="file:///etc/passwd"> &amp; javascript:x'

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def outline(desk: Desk, **more: object) -> Outline:
    session = desk.session
    edition = Edition(identity="a-b", saved="2026-11-24T10:15:00Z")
    return outlined(session.form, session.answers, session.report, desk.speech.language, edition)


def of(desk: Desk, *blocks: Block, change: str = "", draft: str = "") -> Made:
    whole = Outline("Title", "", "The call", "en", "", "", blocks, draft)
    return made(whole, Manner(Style(desk.look), 600, change, bool))


def texts(document: QTextDocument) -> list[str]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block.text())
        block = block.next()
    return found


def links(document: QTextDocument) -> dict[str, Path | None]:
    """The text of every link, with where it leads."""
    found: dict[str, Path | None] = {}
    block: QTextBlock = document.begin()
    while block.isValid():
        for run in block.textFormats():
            if run.format.anchorHref():
                found[run.format.anchorHref()] = linked(run.format.anchorHref())
        block = block.next()
    return found


def tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_text_of_the_outline_is_there(desk: Desks, language: str) -> None:
    at = desk("hevi", "complete", language)
    whole = outline(at)
    text = "\n".join(texts(made(whole, Manner(Style(at.look))).document))
    for block in whole.blocks:
        match block:
            case Heading():
                assert block.text in text
            case Entry():
                assert block.label in text
                assert block.text in text
            case Prose():
                assert block.label in text
            case Grid():
                assert all(cell in text for row in (*block.rows, *block.foot) for cell in row)
            case Chart():
                assert block.alt in text
            case Listing():
                assert all(item in text for item in block.items)
            case Note() | Signature():
                pass


def test_what_looks_like_markup_is_shown_as_it_was_typed(desk: Desks) -> None:
    at = desk("kinds")
    grid = Grid(EVIL, (Column(EVIL),), ((EVIL,),))
    blocks = (
        Heading(2, EVIL),
        Entry(EVIL, EVIL),
        Prose(EVIL, (EVIL,)),
        Listing(EVIL, (EVIL,)),
        grid,
        Note(EVIL),
    )
    document = of(at, *blocks).document
    assert document.toPlainText().count("<b>bold</b>") == 11
    assert not links(document)


def test_the_ways_back_lead_to_the_fields(desk: Desks) -> None:
    at = desk("kinds")
    blocks = (
        Entry("a", "b", ("one",)),
        Prose("c", ("d",), ("parts", "k3", "two")),
        Grid("e", (Column("f"),), (), at=("three",)),
        Note("g", "error", ("four",)),
        Entry("nowhere", ""),
    )
    found = links(of(at, *blocks, change="Change").document)
    assert set(found.values()) == {("one",), ("parts", "k3", "two"), ("three",), ("four",)}
    assert links(of(at, *blocks).document) == {}


def test_numbers_stand_to_the_right_and_sums_are_bold(desk: Desks) -> None:
    grid = Grid("", (Column("Item"), Column("€", numeric=True)), (("a", "1"),), (("Sum", "1"),), 1)
    result = of(desk("kinds"), grid)
    (table, *_) = tables(result.document)
    assert table.format().headerRowCount() == 1
    cell = table.cellAt(1, 1).firstCursorPosition()
    assert cell.blockFormat().alignment().name == "AlignRight"
    assert not cell.charFormat().font().bold()
    assert table.cellAt(2, 1).firstCursorPosition().charFormat().font().bold()


def test_what_explains_a_mark_stands_in_small_letters_under_the_table_and_in_no_box(desk: Desks) -> None:
    grid = Grid("", (Column("€", numeric=True),), (("1*",),))
    result = of(desk("kinds"), grid, Note("* So far."), Entry("Label", "1*"), Note("* No table."))
    (*_, table, after, box) = tables(result.document)
    assert table.rows() == 2
    assert "* So far." in texts(result.document)
    assert (after.cellAt(0, 0).firstCursorPosition().block().text(), box.columns()) == ("Label", 2)
    assert box.cellAt(0, 1).firstCursorPosition().block().text() == "* No table."


def test_headings_keep_their_levels_and_one_can_go_to_them(desk: Desks) -> None:
    result = of(desk("kinds"), Heading(2, "A", "1"), Heading(3, "B", "1.1", ("b",)))
    assert [(stop.level, stop.text) for stop in result.stops] == [(1, "Title"), (2, "1  A"), (3, "1.1  B")]
    for stop in result.stops:
        block = result.document.findBlock(stop.place)
        assert block.text() == stop.text
        assert block.blockFormat().headingLevel() == stop.level


def test_lists_that_people_typed_become_lists(desk: Desks) -> None:
    document = of(desk("kinds"), Prose("", ("First:\n- one\n* two\n3) three\n\nlast",))).document
    assert texts(document)[-5:] == ["First:", "•\u2002one", "•\u2002two", "3)\u2002three", "last"]


def test_a_chart_is_a_picture_with_words_and_its_table_comes_once(desk: Desks) -> None:
    at = desk("hevi", "complete")
    whole = outline(at)
    charts = [block for block in whole.blocks if isinstance(block, Chart)]
    document = made(whole, Manner(Style(at.look))).document
    text = document.toPlainText()
    notes = sum(isinstance(block, Note) for block in whole.blocks)  # each has an icon
    assert text.count("\ufffc") == len(charts) + notes > notes
    shared = [chart for chart in charts if chart.table in whole.blocks]
    assert shared
    assert text.count(shared[0].table.caption + "\n") == 1


def test_columns_are_as_wide_as_their_longest_words_are_drawn(desk: Desks) -> None:
    at = desk("kinds")
    style, word = Style(at.look), "utvecklingsbolag"
    bold, plain = (QFontMetricsF(style.font(14, strong)).horizontalAdvance(word) for strong in (True, False))
    room = bold + 3 * plain + 4 * style.px(20)  # too little for four words as wide as the label
    labels, row = (word, "a", "b", "c"), ("d", word, word, word)
    grid = Grid("Companies", tuple(map(Column, labels)), (row,))
    document = made(Outline("T", "", "", "en", "", "", (grid,), ""), Manner(style, room, "", bool)).document
    [table] = [each for each in document.rootFrame().childFrames() if isinstance(each, QTextTable)]
    widths = [each.rawValue() for each in table.format().columnWidthConstraints()]
    for width, needed in zip(widths, (bold, plain, plain, plain), strict=True):
        assert width * room / sum(widths) >= needed + style.px(16)


def test_a_draft_is_marked_and_a_place_to_sign_has_lines(desk: Desks) -> None:
    document = of(desk("kinds"), Signature("City", "Mayor", "", "I promise"), draft="DRAFT").document
    text = document.toPlainText()
    assert "DRAFT" in text
    assert text.index("City") < text.index("Mayor") < text.index("I promise") < text.index("____")


def test_it_can_be_made_a_little_at_a_time(desk: Desks) -> None:
    at = desk("hevi", "complete")
    making = Making(outline(at), Manner(Style(at.look)))
    turns = 1
    while not making.go_on(0.0):
        turns += 1
    assert turns > 100
    at_once = made(outline(at), Manner(Style(at.look)))
    assert making.result.document.toPlainText() == at_once.document.toPlainText()


def test_one_comes_to_the_place_of_an_answer_or_to_what_it_lies_in(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    page = Page(at.look)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_made(made(outline(at), Manner(Style(at.look))))
    page.show()
    page.come_to(("risks", "nobody", "what"))
    page.come_to(("cost_justification",))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    top = page.cursorForPosition(page.viewport().rect().topLeft()).block()
    names = [name for run in top.textFormats() for name in run.format.anchorNames()]
    assert dotted(("cost_justification",)) in names
