"""An outline as plain text: everything is there, in lines that can be read."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from grantdesk.outline.block import (
    Block,
    Chart,
    Column,
    Entry,
    Gantt,
    Grid,
    Heading,
    Listing,
    Note,
    Outline,
    Prose,
    Signature,
)
from grantdesk.outline.column import columned, wrapped
from grantdesk.outline.text import text
from grantdesk.words.typed import clean
from outline.laid import every, hevi, outline, strings
from outline.trees import TEXTS, trees
from worlds import form

AMOUNTS = Grid(
    "Costs",
    (Column("Item"), Column("Total of all years", numeric=True)),
    (("Pay", "€1,000"), ("Travel", "€5")),
    (("Total", "€1,005"),),
    1,
)


def plain(*blocks: Block, lang: str = "en", draft: str = "", width: int = 40) -> list[str]:
    """The lines of blocks after the title."""
    made = Outline("T", "", "Call", lang, "", "", (Heading(1, "T"), *blocks), draft)
    return text(made, width).split("\n")[4:-1]


def test_the_front_says_what_this_is_whose_and_when_it_was_saved() -> None:
    made = Outline("Quiet", "City", "A call", "en", "a-1", "2026-11-24T10:15:00Z", draft="DRAFT")
    assert text(made) == (
        "*** DRAFT ***\n\nQuiet\n=====\n\nA call\nApplicant: City\nIdentifier: a-1\n"
        "Saved: 24 November 2026 at 10:15 UTC\n"
    )


def test_headings_are_underlined_by_their_level() -> None:
    blocks = [Heading(level, f"H{level}", "1") for level in range(2, 6)]
    assert plain(*blocks) == [
        *("", "", "1 H2", "===="),
        *("", "1 H3", "----"),
        *("", "1 H4", "~~~~"),
        *("", "1 H5", "...."),
    ]


def test_entries_stand_close_and_a_question_needs_no_colon() -> None:
    assert plain(Entry("Start", "1 May"), Entry("Really?", "Yes"), Prose("Why", ("–",), answered=False)) == [
        "",
        "Start: 1 May",
        "Really? Yes",
        "",
        "Why: –",
    ]


def test_a_label_that_ends_in_a_mark_needs_no_colon() -> None:
    assert plain(Entry("Total:", "5"), Entry("I agree.", "Yes")) == ["", "Total: 5", "I agree. Yes"]


def test_long_answers_are_set_in_and_lists_marked() -> None:
    assert plain(Prose("Need", ("One two.\nThree.", "Four.")), Listing("Themes", ("Energy", "Data"))) == [
        *("", "Need:", "  One two.", "  Three.", "", "  Four."),
        *("", "Themes:", "  - Energy", "  - Data"),
    ]


def test_notes_have_a_mark_and_hang_from_it() -> None:
    assert plain(Note("All is well."), Note("Much is not as it should be at all.", "error"), width=24) == [
        *("", "(i) All is well."),
        *("", "(!) Much is not as it", "    should be at all."),
    ]


def test_a_grid_has_columns_with_numbers_to_the_right_and_sums_below_a_line() -> None:
    assert plain(AMOUNTS, width=20) == [
        *("", "Costs", ""),
        "Item    Total of all",
        "               years",
        "------  ------------",
        "Pay           €1,000",
        "Travel            €5",
        "------  ------------",
        "Total         €1,005",
    ]


def test_rows_of_several_lines_stand_apart() -> None:
    grid = Grid("", (Column("A"), Column("B")), (("one two three", "x"), ("y", "z"), ("u", "v")))
    assert list(columned(grid, 10)) == [
        *("A        B", "-------  -"),
        *("one two  x", "three", "", "y        z", "u        v"),
    ]


def test_a_grid_that_is_too_wide_is_told_row_by_row() -> None:
    grid = Grid(
        "",
        (Column("Name"), Column("Task"), Column("Note")),
        (("Aino Oy", "johtaminen", ""), ("Bertta ry", "viestintä\nja muu", "x")),
        row_heads=1,
    )
    assert list(columned(grid, 14)) == [
        "- Aino Oy",
        "  Task:",
        "  johtaminen",
        "- Bertta ry",
        "  Task:",
        "  viestintä",
        "  ja muu",
        "  Note: x",
    ]


def test_a_chart_is_told_in_words_and_as_its_table() -> None:
    chart = Chart("Bars", "Pay is the most.", Gantt((), 1, ()), AMOUNTS)
    alone = plain(chart, width=60)
    assert alone[:3] == ["", "Bars: Pay is the most.", ""]
    assert alone[3:] == list(columned(AMOUNTS, 60))
    assert plain(AMOUNTS, chart, width=60)[-2:] == ["", "Bars: Pay is the most."]


def test_a_place_to_sign_has_lines_to_write_on() -> None:
    line = "_" * 40
    assert plain(Signature("City", "Mayor", "M. M.", "I promise."), Signature("Oy", ""), width=80) == [
        *("", "City", "  Mayor", "  I promise.", "Name in print: M. M."),
        *(f"Place and date: {line}", f"Signature: {line}"),
        *("", "Oy", f"Name in print: {line}", f"Place and date: {line}", f"Signature: {line}"),
    ]


def test_what_is_invisible_and_would_move_a_cursor_is_left_out() -> None:
    assert plain(Entry("A\x1b[2J", "b\u202ec\x07")) == ["", "A[2J: bc"]


def test_lines_are_broken_at_spaces_only() -> None:
    assert wrapped("aa bb\u00a0cc dd", 5) == ["aa", "bb\u00a0cc", "dd"]
    assert wrapped("abcdefgh ij", 4) == ["abcdefgh", "ij"]
    assert wrapped("", 4) == [""]


@settings(max_examples=40)
@given(trees(form("kinds"), form("kinds").project), st.sampled_from([20, 60, 10**6]))
def test_no_word_of_an_outline_is_lost(answers: Any, width: int) -> None:
    made = outline("kinds", answers, findings="front")
    whole = text(made, width)
    for block in made.blocks:
        shown = tuple(getattr(block, name) for name in SHOWN if hasattr(block, name))
        for word in clean("\n".join(strings(shown))).replace("\n", " ").split(" "):
            assert word in whole


SHOWN = ("label", "text", "caption", "paragraphs", "items", "rows", "foot", "alt", "organisation", "promise")


@example((("", "", "\n"),), 1)  # a cell of nothing but a line break
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=3).map(tuple), st.integers(1, 60))
def test_columns_are_never_wider_than_they_may_be(rows: Any, width: int) -> None:
    grid = Grid("", (Column("a"), Column("b", numeric=True), Column("c")), rows)
    longest = max(
        (len(word) for row in rows for cell in row for word in cell.replace("\n", " ").split(" ")), default=1
    )
    for line in columned(grid, width):
        assert len(line) <= max(width, longest + 3)


def test_the_text_of_an_application_keeps_to_its_width() -> None:
    for lang in ("fi", "sv", "en"):
        made = outline("hevi", hevi("complete"), lang)
        assert max(map(len, text(made).split("\n"))) <= 100
        assert len(every(made, Grid)) > 10
