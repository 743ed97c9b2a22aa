"""What each kind of node looks like, answered, not answered, and answered in a form that does not belong there."""

import pytest

from grantdesk.outline.block import Block, Chart, Column, Entry, Grid, Heading, Listing, Note, Prose
from outline.laid import changed, every, labelled, outline, said, table

SINGLES = {
    "title": "Hiljainen jakelu",
    "story": "Ett.\nTvå.\n\n\n- tre\n- fyra",
    "price": 123450,
    "people": 8000,
    "months": 150,
    "share": 2644,
    "day": "2027-09-01",
    "one": "blue",
    "some": {"green": True, "blue": True},
    "agreed": True,
    "email": "a@example.org",
}
WRONG = {
    "title": 3,
    "story": {"a": {"b": "deep", "c": 4}},
    "price": "ten or so",
    "people": True,
    "months": {"x": "1,5"},
    "share": "a lot",
    "day": "in spring",
    "one": "purple",
    "some": {"green": "perhaps", "purple": True},
    "agreed": "maybe",
    "email": {"at": "home"},
}


def test_a_single_answer_is_an_entry_as_the_language_writes_it() -> None:
    made = outline("kinds", SINGLES)
    texts = {block.label: block.text for block in every(made, Entry)}
    assert texts["Title"] == "Hiljainen jakelu"
    assert (texts["Price"], texts["People"], texts["Months"]) == ("€1,234.50", "8,000\u00a0people", "1.50")
    assert (texts["Share"], texts["Day"]) == ("26.44%", "1 September 2027")
    assert (texts["One"], texts["Agreed"], texts["E-mail"]) == ("Blue, of the sky", "Yes", "a@example.org")
    assert all(block.at == ("title",) for block in every(made, Entry) if block.label == "Title")


def test_an_essay_keeps_its_paragraphs_and_its_lists() -> None:
    story = labelled(outline("kinds", SINGLES), "Story")
    assert story == Prose("Story", ("Ett.\nTvå.", "- tre\n- fyra"), ("story",), "sv")


def test_an_answer_has_a_language_of_its_own_only_where_it_is_another() -> None:
    assert labelled(outline("kinds", SINGLES, "sv"), "Story").lang == ""
    assert labelled(outline("kinds", SINGLES, "sv"), "Title").lang == "fi"
    assert labelled(outline("kinds", SINGLES, "fi"), "Title").lang == ""


def test_several_choices_are_a_list_in_the_order_of_the_offer_and_one_is_an_entry() -> None:
    assert labelled(outline("kinds", SINGLES), "Some") == Listing(
        "Some", ("Green", "Blue, of the sky"), ("some",)
    )
    one = outline("kinds", {**SINGLES, "some": {"red": True}})
    assert labelled(one, "Some") == Entry("Some", "Red", ("some",))


def test_what_only_informs_is_a_note() -> None:
    assert labelled(outline("kinds", {}), "Read this\nIt asks nothing.") == Note(
        "Read this\nIt asks nothing.", at=("note",)
    )


def test_an_answer_of_another_form_is_shown_as_it_was_given() -> None:
    made = outline("kinds", WRONG)
    texts = {block.label: block.text for block in every(made, Entry)}
    assert texts["Title"] == "3"
    assert labelled(made, "Story").paragraphs == ("deep · 4",)
    assert (texts["Price"], texts["People"], texts["Months"]) == ("ten or so", "Yes", "1,5")
    assert (texts["Share"], texts["Day"]) == ("a lot", "in spring")
    assert texts["One"] == "purple (no longer offered)"
    assert labelled(made, "Some").items == ("Green: perhaps", "purple (no longer offered)")
    assert (texts["Agreed"], texts["E-mail"]) == ("maybe", "home")
    assert labelled(outline("kinds", {"some": "all of them"}), "Some").text == "all of them"
    assert made.title == "Project without a name"


def test_nothing_answered_says_so_where_an_answer_is_required() -> None:
    made = outline("kinds", {"one": "", "email": "  "})
    assert labelled(made, "Title") == Entry("Title", "not answered yet", ("title",), answered=False)
    assert labelled(made, "One") == Entry("One", "–", ("one",), answered=False)
    assert labelled(made, "Story") == Prose("Story", ("–",), ("story",), answered=False)
    assert labelled(made, "E-mail").answered is False
    assert labelled(made, "Total") == Entry("Total", "–", ("grand_total",), answered=False)


def test_files_are_told_with_their_size() -> None:
    file = {"pos": "2", "name": "plan.pdf", "type": "application/pdf", "size": 1200, "sha256": "0" * 64}
    one = labelled(outline("kinds", {"files": {"f": file}}), "Files")
    assert one == Entry("Files", "plan.pdf (1.2\u00a0kB)", ("files",))
    odd = {"f": file, "g": {"pos": "1", "name": "odd.pdf", "size": "big"}, "h": "lost"}
    assert labelled(outline("kinds", {"files": odd}), "Files").items == (
        "odd.pdf · big",
        "plan.pdf (1.2\u00a0kB)",
        "lost",
    )
    assert labelled(outline("kinds", {"files": "a.pdf"}), "Files").text == "a.pdf"
    assert labelled(outline("kinds", {"files": {"f": ""}}), "Files").text == "–"


def test_rows_that_are_chosen_stand_in_the_order_of_their_table() -> None:
    parts = {
        "b": {"pos": "1", "who": "First"},
        "c": {"pos": "2", "who": "Then"},
        "a": {"pos": "3", "who": "Last"},
    }
    chosen = {"a": True, "b": True, "c": True}
    made = outline("kinds", {"rows": table({"name": "One", "done_by": chosen}), "parts": parts})
    assert labelled(made, "Rows").rows[0][-1] == "First; Then; Last"


def test_a_table_is_a_grid_whose_rows_have_their_numbers() -> None:
    rows = table(
        {"name": "First", "from_day": "2027-09-01", "done_by": {"a": True, "gone": True}},
        {"name": "Second", "after": "a"},
        {"from_day": "soon", "after": "After that"},
    )
    made = outline("kinds", {"rows": rows, "parts": table({"who": "Oy Ab"})})
    assert labelled(made, "Rows").rows == (
        ("R1 First", "1\u00a0September\u00a02027", "–", "–", "Oy Ab; What was chosen is no longer there"),
        ("R2 Second", "–", "–", "R1 First", "–"),
        ("R3 –", "soon", "–", "After that", "–"),
    )
    assert labelled(made, "Rows").row_heads == 1
    assert labelled(made, "Rows").columns[0] == Column("Name", 2.0)


def test_a_table_without_rows_is_told_as_not_answered() -> None:
    assert labelled(outline("kinds", {}), "Rows") == Entry("Rows", "–", ("rows",), answered=False)
    assert labelled(outline("hevi", {}), "Work packages").text == "not answered yet"


def test_what_is_no_table_or_no_row_is_shown_as_it_was_given() -> None:
    assert labelled(outline("kinds", {"rows": "none yet"}), "Rows") == Entry("Rows", "none yet", ("rows",))
    made = outline("kinds", {"rows": {**table({"name": "x"}), "z": "lost", "y": 3}})
    assert [type(block) for block in made.blocks if getattr(block, "at", None) == ("rows",)] == [Grid, Entry]
    assert "lost · 3" in said(*made.blocks)
    assert "stray" in said(*outline("kinds", {"parts": {"a": "stray"}}).blocks)


def test_a_wide_table_is_told_row_by_row_under_headings() -> None:
    wide = [
        {"id": f"c{n}", "kind": "money", "label": {"fi": f"C{n}", "sv": f"C{n}", "en": f"C{n}"}}
        for n in range(6)
    ]

    def widen(files: dict) -> None:
        files["20-many"]["tables"]["column"]["columns"] += wide
        files["20-many"]["tables"]["column"] |= {"sums": ["c0", "c1"], "title": "what"}

    columns = table({"what": "Depot", "c0": 100, "c1": 250}, {"c0": 250})
    made = outline(changed("kinds", widen), {"columns": columns, "files": "x"})
    at = made.blocks.index(labelled(made, "Columns"))
    assert made.blocks[at] == Heading(3, "Columns", "2.2", ("columns",))
    assert made.blocks[at + 1] == Entry("C0 in total", "€3.50", ("columns",))
    assert made.blocks[at + 2] == Entry("C1 in total", "€2.50 so far", ("columns",))
    assert made.blocks[at + 3] == Heading(4, "Depot", at=("columns", "a"))
    assert made.blocks[at + 4] == Entry("C0", "€1", ("columns", "a", "c0"))
    assert labelled(made, "row 2").level == 4
    after = made.blocks[made.blocks.index(labelled(made, "row 2")) + 1]
    assert after == Entry("What", "–", ("columns", "b", "what"), answered=False)
    # What comes after a table with headings of its own has one too, so that it does not seem to belong to the last row.
    loose = [block for block in made.blocks if block.__class__ is Entry and block.label == "Files"]
    assert made.blocks.index(loose[0]) < made.blocks.index(labelled(made, "Rows"))
    assert [b.text for b in every(made, Heading) if b.level == 3 and b.number.startswith("2.")] == [
        "Rows",
        "Columns",
        "Grid",
        "Targets",
        "Ends",
        "Parts",
    ]


def test_a_long_text_makes_a_table_wide_by_characters_and_by_words() -> None:
    def lengthen(counting: str, most: int):
        def change(files: dict) -> None:
            files["30-part"]["tables"]["cost"]["columns"][1]["limit"] = {"most": most, "counting": counting}

        return change

    answers = {"parts": table({"who": "A", "spent_on": table({"euros": 100, "note": "n"})})}
    for counting, most, wide in (
        ("characters", 600, 0),
        ("characters", 601, 1),
        ("words", 75, 0),
        ("words", 76, 1),
    ):
        made = outline(changed("kinds", lengthen(counting, most)), answers)
        assert len([b for b in every(made, Heading) if b.text == "row 1"]) == wide
        assert labelled(made, "Total in total" if wide else "Costs")


def test_sums_and_amounts_of_rows_stand_below_their_columns() -> None:
    costs = table({"euros": 100_00, "note": "a"}, {"euros": 250}, {"euros": "much"})
    made = outline("kinds", {"parts": table({"who": "A", "spent_on": costs})})
    grid = next(block for block in every(made, Grid) if block.at == ("parts", "a", "spent_on"))
    assert [column.numeric for column in grid.columns] == [True, False, True]
    assert grid.rows == (("€100.00", "a", "€100.00"), ("€2.50", "–", "€2.50"), ("much", "–", "–"))
    assert grid.foot == (("€102.50*", "", "€102.50*"),)


def test_a_sum_is_marked_and_explained_while_a_number_is_missing_and_not_by_what_people_type() -> None:
    def after(*rows: dict) -> tuple[tuple[str, ...], Block]:
        made = outline("kinds", {"parts": table({"who": "A", "spent_on": table(*rows)})})
        grid = next(block for block in every(made, Grid) if block.at == ("parts", "a", "spent_on"))
        return grid.foot[0], made.blocks[made.blocks.index(grid) + 1]

    whole, next_ = after({"euros": 100}, {"euros": 250})
    assert (whole, isinstance(next_, Note)) == (("€3.50", "", "€3.50"), False)
    part, note = after({"euros": 100}, {"note": "later"})
    assert part == ("€1*", "", "€1*")
    assert note == Note("* The amount so far: an answer that it rests on is still missing.")
    assert after({"note": "later"})[0] == ("–", "", "–")
    typed, next_ = after({"note": "a*", "euros": "5*"})
    assert (typed, isinstance(next_, Note)) == (("–", "", "–"), False)


def test_rates_years_and_numbers_in_cells_have_their_unit_above_them() -> None:
    texts = {name: {"fi": name, "sv": name, "en": name} for name in ("Rate", "Year", "Hours", "h")}
    more = [
        {"id": "rate", "kind": "rate", "label": texts["Rate"]},
        {"id": "year", "kind": "number", "plain": True, "label": texts["Year"]},
        {"id": "hours", "kind": "number", "decimals": 1, "unit": texts["h"], "label": texts["Hours"]},
        {"id": "long", "kind": "text", "most": 300, "label": texts["h"]},
    ]

    def add(files: dict) -> None:
        files["20-many"]["tables"]["column"]["columns"] += more
        files["20-many"]["tables"]["column"]["sums"] = ["hours"]

    made = outline(
        changed("kinds", add), {"columns": table({"rate": 6000, "year": 2027, "hours": 15}, {"hours": 5})}
    )
    grid = labelled(made, "Columns")
    assert [column.label for column in grid.columns] == ["What", "Rate", "Year", "Hours (h)", "h"]
    assert grid.rows[0] == ("–", "60%", "2027", "1.5", "–")
    assert grid.foot == (("Total", "", "", "2.0", ""),)
    assert grid.columns[-1].share == 2.0


GRID = {"a": {"a": 5, "b": 10}, "b": {"a": "half"}}


def test_a_matrix_has_sums_on_both_sides() -> None:
    tables = {"rows": table({"name": "First"}, {}), "columns": table({"what": "Left"}, {"what": "Right"})}
    made = outline("kinds", {**tables, "grid": GRID})
    grid = next(block for block in every(made, Grid) if block.caption == "Grid (h)")
    assert [column.label for column in grid.columns] == ["Rows", "row 1", "row 2", "Total"]
    assert grid.rows == (("R1 First", "0.5", "1.0", "1.5"), ("R2", "half", "–", "–"))
    assert grid.foot == (("Total", "0.5", "1.0", "1.5"),)


def test_a_matrix_of_another_form_is_shown_as_it_was_given() -> None:
    tables = {"rows": {**table({"name": "First"}), "z": "lost"}, "columns": {**table({}), "y": 1}}
    odd = {"a": {"a": {"x": "deep"}, "y": 20}, "z": {"a": 30}, "b": {"a": 1}}
    made = outline("kinds", {**tables, "grid": odd})
    grid = next(block for block in every(made, Grid) if block.caption == "Grid (h)")
    assert [column.label for column in grid.columns] == ["Rows", "row 1", "Total"]
    assert grid.rows == (("R1 First", "deep", "–"),)
    assert labelled(outline("kinds", {**tables, "grid": {"a": "many"}}), "Grid").text == "many"
    assert labelled(outline("kinds", {**tables, "grid": "many"}), "Grid").text == "many"


def test_indicators_stand_with_unit_baseline_and_target() -> None:
    made = outline(
        "kinds", {"targets": {"rco01": {"target": 25}, "co2": {"baseline": 150, "basis": "Measured."}}}
    )
    grid = labelled(made, "Targets")
    assert [column.label for column in grid.columns] == ["Indicator", "Unit", "Baseline", "Target", "Basis"]
    assert grid.rows == (
        ("Enterprises supported", "enterprises", "–", "25", "–"),
        ("Emissions", "t", "1.50", "–", "Measured."),
    )
    ends = labelled(outline("kinds", {"ends": {"rco01": {"target": "some"}}}), "Ends")
    assert [column.label for column in ends.columns] == ["Indicator", "Unit", "Target"]
    assert ends.rows == (("Enterprises supported", "enterprises", "some"),)


def test_indicators_without_an_answer_are_left_out_with_what_is_empty() -> None:
    answers = {"targets": {"rco01": {"target": 25}}}
    assert len(labelled(outline("kinds", answers), "Targets").rows) == 2
    assert len(labelled(outline("kinds", answers, empty=False), "Targets").rows) == 1
    nothing = outline("kinds", {"targets": {"rco01": {"target": ""}}}, empty=False)
    assert labelled(nothing, "Targets") == Entry("Targets", "–", ("targets",), answered=False)


def test_indicators_of_another_form_are_shown_as_they_were_given() -> None:
    assert "many" in labelled(outline("kinds", {"targets": "many"}, empty=False), "Targets").text
    made = outline("kinds", {"targets": {"rco01": "many", "co2": {"target": {"x": "less"}}}})
    texts = said(*(block for block in made.blocks if getattr(block, "at", ()) == ("targets",)))
    assert "many" in texts
    assert "less" in texts


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_kind_is_said_in_every_language(lang: str) -> None:
    made = outline("kinds", SINGLES, lang)
    assert made.language == lang
    assert (
        labelled(made, "One").text
        == {"fi": "Sininen, taivaan", "sv": "Blå, som himlen", "en": "Blue, of the sky"}[lang]
    )
    assert not every(made, Chart)
