"""Blocks of cells as spreadsheets put them on the clipboard."""

from hypothesis import given
from hypothesis import strategies as st

from grantdesk.ui.editors.grid.sheet.clipboard import block_of, cells, html, mime, table, tsv

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x00"), max_size=12)


def blocks(text: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    return st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(text, min_size=width, max_size=width), min_size=1, max_size=4)
    )


@given(blocks(TEXT))
def test_a_block_written_as_text_is_read_back_as_the_same(block: list[list[str]]) -> None:
    assert cells(tsv(block)) == block


@given(st.text("ab\t\n\"'\r ", max_size=40))
def test_no_text_on_the_clipboard_is_too_odd_to_be_read(text: str) -> None:
    assert all(isinstance(each, str) for row in cells(text) for each in row)


def test_cells_of_excel_with_line_breaks_and_quotes_are_one_cell_each() -> None:
    assert cells('"one\r\ntwo"\t"say ""yes"""\r\n3\t4\r\n') == [["one\ntwo", 'say "yes"'], ["3", "4"]]


def test_a_quote_that_is_never_closed_is_a_plain_character() -> None:
    assert cells('"3 inch\t5') == [['"3 inch', "5"]]


def test_an_empty_line_at_the_end_is_no_row_and_one_in_the_middle_is() -> None:
    assert cells("a\n\nb\n") == [["a"], [""], ["b"]]


def test_a_table_of_a_web_page_is_read_where_there_is_no_text() -> None:
    source = (
        "<p>Before</p><table><tr><th colspan=2>Head</th><th>x</th></tr>"
        "<tr><td>1 &amp;\n 2</td><td>a<br>b</td><td></td></tr></table><table><tr><td>other</td></tr></table>"
    )
    assert table(source) == [["Head", "", "x"], ["1 & 2", "a\nb", ""]]


@given(blocks(st.text("abc <&>\"'", max_size=8).map(str.strip).map(lambda text: " ".join(text.split()))))
def test_a_block_written_as_html_is_read_back_as_the_same(block: list[list[str]]) -> None:
    assert table(html(block)) == block


def test_the_clipboard_has_both_forms_and_the_text_comes_first() -> None:
    data = mime([["a", "b"]])
    assert data.hasHtml()
    assert block_of(data) == [["a", "b"]]
    data.setText("")
    assert block_of(data) == [["a", "b"]]


def test_a_clipboard_that_has_nothing_at_all_has_no_block() -> None:
    assert block_of(None) == []
