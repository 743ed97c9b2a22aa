"""Columns and their widths, and which tables turn a page, are parted or cut words."""

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.outline.block import Column, Grid, Heading
from grantdesk.pdf import printed
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.piece.columns import Extent, extents, groups, leads, squeezed, widths
from grantdesk.pdf.piece.row import Row
from grantdesk.pdf.piece.table import Table
from grantdesk.pdf.story.grid import set_grid
from pdf.expected import expected, told
from pdf.reading import tree
from pdf.sample import outline

LONG_NAME = "Ulosottokaarenkatsastuspalvelukeskus"
SHARES = st.lists(
    st.tuples(st.floats(0.5, 20), st.floats(0, 60), st.floats(0.1, 5), st.booleans()), min_size=1, max_size=20
)


@given(SHARES, st.floats(20, 200))
def test_columns_fill_the_room_or_do_not_fit(
    wishes: list[tuple[float, float, float, bool]], room: float
) -> None:
    columns = [Column("", share, numeric) for _, _, share, numeric in wishes]
    found = [Extent(least, least + more) for least, more, _, _ in wishes]
    fitted = widths(found, columns, room)
    if fitted is None:
        assert sum(extent.least for extent in found) > room
        fitted = widths(squeezed(found, room), columns, room)
    assert fitted
    assert sum(fitted) == pytest.approx(room, abs=0.2)
    assert all(
        width >= min(extent.least, (room - 0.05) / len(found)) - 0.01
        for width, extent in zip(fitted, found, strict=True)
    )


def test_one_column_takes_the_room_and_no_more() -> None:
    assert widths([Extent(1, 50)], [Column("")], 20) == [pytest.approx(20)]


def test_wide_columns_are_parted_with_their_heads() -> None:
    found = [Extent(10, 10)] * 7
    assert groups(found, 1, 35) == [[0, 1, 2], [0, 3, 4], [0, 5, 6]]
    assert groups(found, 1, 5) == [[0, 1], [0, 2], [0, 3], [0, 4], [0, 5], [0, 6]]
    assert groups(found, 1, 60) == [[0, 1, 2, 3], [0, 4, 5, 6]]
    assert groups([Extent(10, 10), Extent(30, 30), *found[:3]], 1, 45) == [[0, 1], [0, 2, 3, 4]]


def test_of_columns_that_do_not_fit_the_widest_are_cut_and_no_other() -> None:
    found = squeezed([Extent(least, 50) for least in (3, 30, 9, 40)], 50.05)
    assert [extent.least for extent in found] == pytest.approx([3, 19, 9, 19])


def test_text_keeps_off_the_numbers_before_it() -> None:
    columns = [Column("Name"), Column("Sum", numeric=True), Column("Share", numeric=True), Column("Why")]
    name, total, share, why = leads(columns)
    assert name == total == share < why
    plain, after = extents([columns[0], columns[3]], [], []), extents(columns[2:], [], [])
    assert after[1].least - plain[1].least == pytest.approx(why - name)


def test_an_empty_column_of_a_form_is_wide_enough_to_be_written_in() -> None:
    heads = [Column("Name", 3.0), Column("To", 1.0, True), Column("Why", 2.0)]
    named, number, reason = extents(heads, [("a" * 12, "", ""), ("b", "", "")], [])
    assert reason.most > 2 * named.most > number.most > number.least
    assert extents(heads, [("a", "1", "b")], [])[2].most < 5


def test_a_long_text_gets_more_room_than_the_short_ones_beside_it() -> None:
    columns = [Column(""), Column(""), Column("")]
    found = [Extent(8, 17, (14.0, 16.0)), Extent(8, 13, (12.0, 5.0)), Extent(8, 90, (85.0, 70.0))]
    fitted = widths(found, columns, 40) or []
    assert sum(fitted) == pytest.approx(40)
    assert fitted[2] > 2 * max(fitted[:2])
    assert all(width >= extent.least for width, extent in zip(fitted, found, strict=True))


def test_texts_as_long_as_each_other_get_the_same_room() -> None:
    found = [Extent(4, 300, (299.0,)), Extent(9, 300, (299.0,))]
    fitted = widths(found, [Column(""), Column("")], 40) or []
    assert fitted == pytest.approx([20, 20])


def rows(grid: Grid) -> list[list[Row]]:
    """The rows of each table that a grid is set as; none of them is turned."""
    pieces = [piece for piece in set_grid(grid, Element("Sect")) if isinstance(piece, Table)]
    assert not any(piece.turned for piece in pieces)
    return [list(piece.rows) for piece in pieces]


def test_a_table_of_few_columns_cuts_long_names_and_is_not_set_small() -> None:
    columns = (*(Column("Name") for _ in range(4)), Column("Sum", numeric=True))
    ((row,),) = rows(Grid("", columns, ((*[LONG_NAME] * 4, "12 345 678,90 €"),)))
    assert row.cells[0].style.size >= 8.0
    assert "".join(row.cells[0].lines) == LONG_NAME
    assert len(row.cells[0].lines) == 2
    assert len(row.cells[4].lines) == 1
    ((row,),) = rows(Grid("", (Column("Sum", numeric=True),) * 5, ((LONG_NAME,) * 5,)))
    assert row.cells[0].style.size == 8.0


def test_a_table_of_few_rows_is_not_worth_a_page_in_landscape() -> None:
    columns = (Column("Name"), *(Column(f"TP{n}", numeric=True) for n in range(20)))
    grid = Grid("", columns, (("Esimerkki Oy", *["12,50"] * 20),) * 3)
    assert [len(table) for table in rows(grid)] == [3, 3]
    texts = Grid("", (Column("Name"),) * 6, ((LONG_NAME,) * 6,))
    assert [len(table) for table in rows(texts)] == [1]
    many = list(set_grid(replace(grid, rows=grid.rows * 6), Element("Sect")))
    assert [piece.turned for piece in many] == [True]


def turned(rows: int, columns: int, name: str = "Esimerkki Oy") -> list[Table]:
    """A matrix of so many numbers, as it is set."""
    heads = (Column("Name", 2.0), *(Column(f"TP{n}", numeric=True) for n in range(columns)))
    grid = Grid("Work", heads, ((name, *["12,50"] * columns),) * rows, (("Total", *["99,50"] * columns),), 1)
    return [piece for piece in set_grid(grid, Element("Sect")) if isinstance(piece, Table)]


def test_a_table_that_nearly_fits_on_a_turned_page_is_set_smaller_until_it_does() -> None:
    (low,), (high,), (long,) = turned(9, 17), turned(22, 17), turned(41, 17)
    assert low.turned
    assert high.turned
    assert low.rows[0].cells[0].style.size == long.rows[0].cells[0].style.size == 9.0
    assert 7.0 <= high.rows[0].cells[0].style.size < 9.0
    assert high.height < 467


def test_a_table_that_no_turned_page_holds_is_parted_into_upright_ones_that_a_page_holds_each() -> None:
    long = "Pitkän nimen saanut esimerkkiosakeyhtiö, sen kumppanit ja heidän kumppaninsa"
    parts = turned(20, 27, long)
    assert [(part.turned, len(part.rows)) for part in parts] == [(False, 21)] * 3
    assert all(part.height < 713 for part in parts)
    assert all(part.rows[0].cells[0].style.size == 8.0 for part in parts)
    (whole,) = turned(30, 27, long)
    assert whole.turned


def test_a_parted_table_without_a_caption_is_told_which_part_it_is() -> None:
    heads = (Column("Name"), *(Column(f"TP{n}", numeric=True) for n in range(20)))
    made = outline(Heading(2, "x"), Grid("", heads, (("Esimerkki Oy", *["12,50"] * 20),), row_heads=1))
    read = tree(printed(made))
    assert [each.whole() for each in read.all("Caption")] == ["(1/2)", "(2/2)"]
    assert told(read) == expected(made)


def test_a_mark_after_a_number_hangs_beyond_those_above_it() -> None:
    grid = Grid("", (Column("Sum", numeric=True),), (("1 234 €",), ("5 €*",), ("67 €",)))
    with pypdfium2.PdfDocument(printed(outline(Heading(2, "x"), grid))) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        ends = [round(page.get_charbox(at)[2], 1) for at, letter in enumerate(text) if letter == "€"]
    assert len(ends) == 3
    assert len(set(ends)) == 1
