"""How pieces find their places: pages, columns, rows, and what stays with what."""

from dataclasses import replace
from itertools import pairwise

import pytest

from grantdesk.outline.block import (
    Bar,
    Chart,
    Column,
    Entry,
    Gantt,
    Grid,
    Heading,
    Note,
    Outline,
    Prose,
    Signature,
    Stack,
    Stacks,
)
from grantdesk.pdf.drawing.figure import Figure
from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.file.writer import Writer
from grantdesk.pdf.flow import Area, Flow
from grantdesk.pdf.look import BODY, FAINT, INFO, MEASURE, RUNNING
from grantdesk.pdf.look import SMALL as SMALL_TEXT
from grantdesk.pdf.page import Marks, elided
from grantdesk.pdf.piece.contents import Pointer
from grantdesk.pdf.piece.entry import Question
from grantdesk.pdf.piece.note import Remark
from grantdesk.pdf.piece.piece import Break, Gap, Piece
from grantdesk.pdf.piece.row import Cell, Row
from grantdesk.pdf.piece.signing import Lines
from grantdesk.pdf.piece.table import SMALL, Table
from grantdesk.pdf.piece.text import Text
from grantdesk.pdf.story.chart import set_chart
from grantdesk.pdf.story.form import set_entries
from grantdesk.pdf.story.front import set_contents
from grantdesk.pdf.story.grid import set_grid
from grantdesk.pdf.story.heading import Place
from grantdesk.pdf.story.setting import items
from grantdesk.pdf.story.story import Story
from grantdesk.words.language import Language

PAGE = 100.0


class Sheets:
    """Pages of 100 points, and on which page each piece was drawn."""

    def __init__(self) -> None:
        self.turned: list[bool] = []

    def open(self, turned: bool) -> Area:
        self.turned.append(turned)
        return Area(0, PAGE, 0)


class Block(Piece):
    """A piece of a height that splits anywhere if it is soft, and notes the page and the height that it is drawn at."""

    def __init__(self, name: str, height: float, **wishes: bool | float) -> None:
        self.name = name
        self._height = height
        self.soft = bool(wishes.pop("soft", False))
        self.__dict__.update(wishes)
        self.wishes = wishes

    @property
    def height(self) -> float:
        return self._height

    @property
    def least(self) -> float:
        return min(self._height, 20.0) if self.soft else self._height

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        if not self.soft or room < 20:
            return None
        return tuple(
            Block(self.name, height, soft=True, **self.wishes) for height in (room, self._height - room)
        )

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        canvas.append((self.name, len(canvas.sheets.turned), top))  # type: ignore[attr-defined]  # the list below


class Drawn(list[tuple[str, int, float]]):
    """In place of a canvas."""

    sheets: Sheets


def flowed(*pieces: Piece) -> Drawn:
    drawn = Drawn()
    drawn.sheets = Sheets()
    Flow(drawn, drawn.sheets).run(pieces)
    return drawn


def test_of_two_wishes_for_space_the_wider_holds_and_none_at_the_top() -> None:
    drawn = flowed(
        Block("a", 10, before=9.0, after=5.0), Block("b", 10, before=3.0), Block("c", 10, before=7.0)
    )
    assert drawn == [("a", 1, 100), ("b", 1, 85), ("c", 1, 68)]


def test_a_piece_that_does_not_fit_goes_to_the_next_page() -> None:
    assert flowed(Block("a", 60), Block("b", 60)) == [("a", 1, 100), ("b", 2, 100)]


def test_a_piece_that_splits_fills_its_page() -> None:
    drawn = flowed(Block("a", 50), Block("b", 160, soft=True), Block("c", 10))
    assert drawn == [("a", 1, 100), ("b", 1, 50), ("b", 2, 100), ("b", 3, 100), ("c", 3, 90)]


def test_a_heading_goes_with_what_follows() -> None:
    drawn = flowed(
        Block("a", 65), Block("h", 10, keep=True), Block("h2", 10, keep=True), Block("b", 90, soft=True)
    )
    assert [(name, page) for name, page, _ in drawn] == [("a", 1), ("h", 2), ("h2", 2), ("b", 2), ("b", 3)]


def test_what_cannot_stay_together_on_one_page_is_not_moved_for_it() -> None:
    drawn = flowed(Block("a", 10), *(Block(f"h{n}", 30, keep=True) for n in range(6)), Block("b", 10))
    assert [page for _, page, _ in drawn] == [1, 1, 1, 1, 2, 2, 2, 2]


def test_a_piece_higher_than_a_page_that_does_not_split_is_drawn_all_the_same() -> None:
    assert flowed(Block("a", 10), Block("b", 300), Block("c", 10)) == [
        ("a", 1, 100),
        ("b", 2, 100),
        ("c", 3, 100),
    ]


def test_a_turned_piece_has_its_own_page_with_its_heading() -> None:
    drawn = flowed(
        Block("a", 10), Break(), Block("h", 10, keep=True), Block("t", 20, turned=True), Block("b", 10)
    )
    assert [(name, page) for name, page, _ in drawn] == [("a", 1), ("h", 2), ("t", 2), ("b", 3)]
    assert drawn.sheets.turned == [False, True, False]


def test_a_break_at_the_top_of_a_page_opens_none() -> None:
    assert flowed(Gap(0), Break(), Break(), Block("a", 10)) == [("a", 1, 100)]


def test_a_paragraph_leaves_no_line_alone() -> None:
    text = Text(lines=["x "] * 5, style=BODY, element=Element("P"), after=7.0)
    lead = BODY.leading
    assert text.least == 2 * lead
    assert text.split(1.9 * lead) is None
    first, rest = text.split(4.5 * lead) or (text, text)
    assert (len(first.lines), len(rest.lines)) == (3, 2)
    assert (first.after, rest.after) == (0.0, 7.0)
    assert first.split(9 * lead) is None
    assert first.least == 3 * lead


def cell(lines: int, right: bool = False) -> Cell:
    return Cell(["x "] * lines, BODY, Element("TD"), 0, 50, right)


def test_a_row_splits_at_one_height_or_not_at_all() -> None:
    row = Row([cell(20), cell(3, True), cell(9)], 2)
    above, below = row.split(8 * 15 + 4) or (row, row)
    assert [len(each.lines) for each in above.cells] == [8, 3, 7]
    assert [len(each.lines) for each in below.cells] == [12, 0, 2]
    assert row.split(2 * 15 + 4) is None  # the cell of three lines cannot be torn
    assert (row.least, Row([cell(3)], 2).least) == (49, 49)


def table(rows: list[Row], head: bool = True) -> Table:
    return Table(Row([cell(1)], 2) if head else None, rows, 50)


def test_a_small_table_stays_whole_and_no_row_stands_alone() -> None:
    assert table([Row([cell(1)], 2)] * 10).least == 19 * 11 <= SMALL
    rows = [Row([cell(1)], 2) for _ in range(20)]
    long = table(rows)
    assert long.least == 3 * 19
    high = table([Row([cell(7)], 2), *rows])
    assert high.least == 19 + 7 * 15 + 4 + 19
    assert table([Row([cell(11)], 2)] * 9).least == 19 + 11 * 15 + 4
    above, below = long.split(20 * 19) or (long, long)
    assert (len(above.rows), len(below.rows)) == (17, 3)
    assert (above.again, below.again) == (False, True)
    assert long.split(25) is None
    assert table(rows, head=False).least == 2 * 19


def test_a_high_row_is_split_where_the_page_ends() -> None:
    tall = table([Row([cell(1)], 2), Row([cell(40)], 2)])
    above, below = tall.split(300) or (tall, tall)
    assert (len(above.rows), len(below.rows)) == (2, 1)
    assert tall.split(40) is not None
    assert table([Row([cell(40)], 2)]).least == 19 + 2 * 15 + 4


def test_a_long_answer_is_split_and_keeps_its_foot() -> None:
    question = Question(Row([cell(1), cell(40)], 2), keep=True)
    question.last, question.after = True, 14.0
    above, below = question.split(200) or (question, question)
    assert (above.keep, below.keep, below.after) == (False, True, 14.0)
    assert Question(Row([cell(4)], 2)).split(40) is None
    assert question.least == 2 * 15 + 4


def test_running_text_is_shortened_to_its_room() -> None:
    assert elided("lyhyt", RUNNING, 100) == "lyhyt"
    short = elided("pitkä teksti " * 50, RUNNING, 100)
    assert short.endswith("…")
    assert elided("lyhyt", RUNNING, -5) == "…"
    assert 80 < RUNNING.width(short) <= 100


def chart(drawing: Gantt | Stacks) -> list[Piece]:
    empty = Grid("", (), ())
    return list(set_chart(Chart("Kuva", "sanoin", drawing, empty), Element("Sect")))


def test_a_chart_of_nothing_is_its_words() -> None:
    for drawing in (Gantt((), 12, ()), Stacks((), ())):
        label, words = chart(drawing)
        assert isinstance(label, Text)
        assert isinstance(words, Text)
        assert (label.lines, words.lines, words.style) == (["Kuva"], ["sanoin"], FAINT)


def test_a_chart_is_parted_where_a_package_begins() -> None:
    bars = tuple(Bar(f"b{n}", n, n + 1, 0 if n % 4 == 0 else 1) for n in range(90))
    pieces = chart(Gantt(bars, 90, ()))
    figures = [piece for piece in pieces if not isinstance(piece, Text)]
    assert len(figures) == 4
    assert all(figure._lines[0].bar.depth == 0 for figure in figures)
    flat = chart(Gantt(tuple(Bar("x", 0, 1, 1) for _ in range(90)), 0, ()))
    assert len(flat) == 2 * 3


def test_figures_fit_a_page_whatever_they_are_given() -> None:
    names = tuple("pitkä nimi " * 30 for _ in range(30))
    stacks = tuple(Stack(name, (-5, 0, n), "€" * n) for n, name in enumerate(names))
    for piece in chart(Stacks(names, stacks)):
        assert piece.height < 700


def test_only_bars_with_a_value_are_drawn() -> None:
    canvas = Canvas(Writer())
    canvas.turn(600, 800)
    (figure,) = [
        piece
        for piece in chart(Stacks(("a", "b", "c"), (Stack("x", (-5, 0, 9), "9 €"),)))
        if piece.height > 40
    ]
    figure.draw(canvas, 0, 700)
    shapes = [code for code in canvas.pages[0].code if " re " in code]
    assert len(shapes) == 3 + 1  # the legend, and one bar


def test_a_gap_is_space_and_draws_nothing() -> None:
    gap = Gap(12.0)
    gap.draw(Canvas(Writer()), 0, 0)
    assert (gap.height, gap.least, gap.split(5)) == (12.0, 12.0, None)


def test_a_box_splits_with_its_text_if_it_is_high() -> None:
    short = Remark(Text(lines=["x "] * 9, style=BODY, element=Element("P")), INFO, "info")
    assert (short.split(60), short.least) == (None, short.height)
    long = Remark(Text(lines=["x "] * 12, style=BODY, element=Element("P")), INFO, "info")
    above, below = long.split(60) or (long, long)
    assert (above.height, below.height, below.begun) == (59.0, 149.0, True)
    assert long.least == 2 * 15 + 14


def test_the_widths_of_a_table_add_up_to_the_measure() -> None:
    pieces = set_grid(Grid("K", (Column("A"), Column("B", 3)), (("a", "b" * 500),)), Element("Sect"))
    (found,) = [piece for piece in pieces if isinstance(piece, Table)]
    assert found.width == pytest.approx(MEASURE, abs=1)


def test_marks_do_not_nest() -> None:
    canvas = Canvas(Writer())
    canvas.turn(100, 100)
    canvas.decorate("Layout")
    with pytest.raises(RuntimeError, match="inside a mark"):
        canvas.begin(Element("P"))


def test_neither_the_first_nor_the_last_short_item_or_entry_stands_alone() -> None:
    kept = [piece.keep for piece in items([("•", text) for text in "abcde"], BODY, Element("Sect"))]
    assert kept == [True, False, False, True, False]
    assert [piece.keep for piece in items([("•", "a")], BODY, Element("Sect"))] == [False]
    long = items([("•", "a " * 300), ("•", "b")], BODY, Element("Sect"))
    assert [piece.keep for piece in long] == [False, False]
    entries = [Entry("Question", "Answer")] * 4
    assert [piece.keep for piece in set_entries(entries, Element("Sect"))] == [True, False, True, False]


def test_the_parts_of_a_long_chart_are_about_as_high() -> None:
    bars = tuple(Bar(f"WP{n}", 0, 3) for n in range(34))
    figures = [piece for piece in chart(Gantt(bars, 12, ())) if isinstance(piece, Figure)]
    assert len(figures) == 2
    assert figures[0].height - figures[1].height < 40


def test_a_remark_stays_with_the_answer_that_it_is_about() -> None:
    short, entry = Prose("Question", ("Short.",), ("a",)), Entry("Question", "Answer", ("b",))
    high = Prose("Question", ("Long. " * 300,), ("c",))
    remarked = [
        block for asked in (short, entry, high) for block in (asked, Note("Check.", "advice", asked.at))
    ]
    blocks = (*remarked, remarked[-1], Prose("Other", ("Short.",), ("d",)), remarked[-1])
    outline = Outline("T", "A", "C", "en", "i", "2026-11-24", blocks)
    pieces = list(Story(outline, Language("en"), Marks()).pieces())
    kept = [before.keep for before, piece in pairwise(pieces) if isinstance(piece, Remark)]
    assert kept == [True, True, False, False, False]  # remarks do not stay with each other: they may be many


def test_what_only_informs_stays_with_what_follows_unless_it_is_high() -> None:
    blocks = (Heading(2, "A"), Note("Read this."), Note("Long. " * 400), Note("Mend this.", "error"))
    outline = Outline("T", "A", "C", "en", "i", "2026-11-24", blocks)
    pieces = list(Story(outline, Language("en"), Marks()).pieces())
    assert [piece.keep for piece in pieces if isinstance(piece, Remark)] == [True, False, False]


@pytest.mark.parametrize(("many", "together"), [(3, True), (4, False)])
def test_places_to_sign_that_fit_on_one_sheet_are_kept_on_one(many: int, together: bool) -> None:
    places = tuple(Signature(f"Esimerkki {n} Oy", "Johtaja", "", "Lupaan. " * 20) for n in range(many))
    outline = Outline("T", "A", "C", "en", "i", "2026-11-24", (Heading(2, "A"), *places))
    pieces = list(Story(outline, Language("en"), Marks()).pieces())
    assert [piece.keep for piece in pieces if isinstance(piece, Lines)] == [together] * (many - 1) + [False]


@pytest.mark.parametrize("many", [9, 12])
def test_titles_in_the_contents_begin_under_each_other_after_the_longest_number(many: int) -> None:
    places = [Place(2, "12", "Partners", "h"), *(Place(3, f"12.{n}", "One", "h") for n in range(1, many))]
    pieces = [
        each for each in set_contents(places, Language("en"), Element("Sect")) if isinstance(each, Pointer)
    ]
    assert len({piece.text_left for piece in pieces}) == 2
    last = pieces[-1]
    assert last.number_left + last.style.width(last.number) < last.text_left


def test_what_explains_a_table_stands_in_small_letters_right_under_it() -> None:
    grid = Grid("", (Column("Sum", numeric=True),), (("5 €*",),))
    high = replace(grid, rows=grid.rows * 30)
    other, word = Note("Read."), replace(grid, rows=(("Read.",),))
    blocks = (grid, Note("* So far."), high, Note("* So far."), other, grid, other, word, other)
    outline = Outline("T", "A", "C", "en", "i", "2026-11-24", blocks)
    pieces = list(Story(outline, Language("en"), Marks()).pieces())
    tables = [(piece, after) for piece, after in pairwise(pieces) if isinstance(piece, Table)]
    assert [type(after) for _, after in tables] == [Text, Text, Remark, Remark]
    assert [table.keep for table, _ in tables] == [True, False, False, False]
    assert [table.after < Table.after for table, _ in tables] == [True, True, False, False]
    assert [after.style for _, after in tables[:2]] == [SMALL_TEXT] * 2
    _, below = tables[1][0].split(200) or (None, None)
    assert below
    assert below.after == tables[1][0].after
