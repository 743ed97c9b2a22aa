"""Amounts: what they cost and who pays, by year and by partner, settled or not."""

from typing import Any

from grantdesk.call.form import Form
from grantdesk.outline.block import Chart, Entry, Grid, Heading, Note, Stack, Stacks
from outline.laid import changed, every, hevi, labelled, outline, table
from worlds import form, sample

NOTE = "* The amount so far: an answer that it rests on is still missing."


def work(*rows: tuple[int, int, int]) -> dict[str, Any]:
    """Rows of the world of years: year, price in cents, hours in hundredths."""
    return table(*({"year": year, "price": price, "hours": hours} for year, price, hours in rows))


def split(*euros: int | None) -> dict[str, Any]:
    """Members of the world of shares, each with its amount in euros."""
    members = [{"who": f"M{n}", **({} if e is None else {"amount": e * 100})} for n, e in enumerate(euros, 1)]
    return {"name": "Split", "members": table(*members)}


def captions(made: Any) -> list[str]:
    return [block.caption for block in made.blocks if isinstance(block, Grid | Chart)]


def test_lines_stand_below_each_other_and_years_beside_each_other() -> None:
    made = outline(
        "years", {"members": table({"who": "A", "work": work((2027, 10_000, 150), (2028, 3_333, 100))})}
    )
    grid = next(
        block
        for block in every(made, Grid)
        if block.at == ("members", "a") and block.caption == "Costs by year"
    )
    assert [column.label for column in grid.columns] == ["Cost item", "2027", "2028", "Total"]
    assert [row[1:] for row in grid.rows] == [
        ("€150", "€33", "€183"),
        ("€22", "€4", "€26"),
        ("€22", "€5", "€27"),
    ]
    assert [row[1:] for row in grid.foot] == [("€172", "€38", "€210")]


def test_a_line_that_is_not_shown_is_left_out() -> None:
    made = outline("years", {"members": table({"who": "A", "work": work((2027, 10_000, 150))})})
    grid = labelled(made, "Costs by year")
    hidden = [line for line in form("years").call.costs.models["yearly"].lines if not line.shown]
    assert hidden
    assert len(grid.rows) + len(grid.foot) == len(form("years").call.costs.models["yearly"].lines) - len(
        hidden
    )


def test_an_amount_without_a_year_has_a_column_of_its_own() -> None:
    rows = {**work((2027, 10_000, 100)), "z": {"price": 500, "hours": 200}}
    made = outline("years", {"members": table({"who": "A", "work": rows})})
    grid = labelled(made, "Costs by year")
    assert [column.label for column in grid.columns] == ["Cost item", "2027", "Year not given", "Total"]
    assert grid.rows[0][1:] == ("€100", "€10", "€110*")
    assert Note(NOTE) in made.blocks


def test_without_years_there_is_only_the_total() -> None:
    made = outline("split", split(1000))
    assert [column.label for column in labelled(made, "Costs").columns] == ["Cost item", "Total"]
    grid = labelled(made, "Financing")
    assert [column.label for column in grid.columns] == ["Source of financing", "Total", "Share"]
    assert [row[1:] for row in grid.rows][:2] == [("€400", "40%"), ("€200", "20%")]
    assert grid.foot == (("Total", "€1,000", "100%"),)
    assert Note(NOTE) not in made.blocks


def test_what_is_not_settled_has_a_mark_that_a_note_explains() -> None:
    made = outline("split", split(None))
    assert labelled(made, "Costs").rows[0][1:] == ("€0*",)
    assert labelled(made, "Financing").foot[0][1:] == ("€0*", "–")
    assert made.blocks[made.blocks.index(labelled(made, "Costs")) + 1] == Note(NOTE)


def test_a_bar_that_is_not_settled_has_the_mark_at_its_end() -> None:
    charts = every(outline("split", split(1000, None)), Chart)
    assert charts
    for chart in charts:
        assert isinstance(chart.drawing, Stacks)
        assert [stack.total for stack in chart.drawing.stacks] == ["€1,000", "€0*"]
        assert chart.alt.endswith("answers that they rest on are still missing.")


def test_cents_are_shown_in_all_of_a_table_or_nowhere() -> None:
    answers = {"members": table({"who": "A", "amount": 100_050}, {"who": "B", "amount": 200_000})}
    grid = labelled(outline("split", answers), "Costs by line and partner")
    assert grid.rows == ((grid.rows[0][0], "€1,000.50", "€2,000.00", "€3,000.50"),)


def test_few_partners_stand_beside_each_other_and_many_below_each_other() -> None:
    four = labelled(outline("split", split(1, 2, 3, 4)), "Costs by line and partner")
    assert [column.label for column in four.columns] == [
        "Cost item",
        *(f"Partner {n}" for n in range(1, 5)),
        "Total",
    ]
    assert four.rows[0][1:] == ("€1", "€2", "€3", "€4", "€10")
    made = outline("split", split(1, 2, 3, 4, 5))
    five = labelled(made, "Costs by line and partner")
    assert [row[0] for row in five.rows] == [f"Partner {n}" for n in range(1, 6)]
    assert five.foot == (("Total", "€15"),)
    assert labelled(made, "Financing by source and partner").foot[0][-1] == "€15"


def test_one_partner_is_not_compared_with_others() -> None:
    assert not every(outline("split", split(1000)), Chart)
    assert "Costs by line and partner" not in captions(outline("split", split(1000)))


def test_bars_show_what_the_costs_are_made_of_and_say_it() -> None:
    chart = labelled(outline("lump", sample("lump", "complete")), "Costs by partner")
    assert isinstance(chart.drawing, Stacks)
    assert chart.drawing.series == (
        "Pay",
        "Employer’s contributions, standard side-cost percentage 26.44%",
        "Other costs, 40% of staff costs",
    )
    assert chart.drawing.stacks[1] == Stack("Kuulo Ohjelmistot Oy", (3636344, 961449, 1839117), "€64,369.10")
    assert chart.alt == (
        "2 partners, €135,115.13 in total. The largest share: Esimerkkikoulujen kuntayhtymä, €70,746.03 (52%). "
        "The largest item: Pay, €76,329.34 (56%)."
    )


def test_the_table_of_a_chart_is_the_one_above_it() -> None:
    made = outline("lump", sample("lump", "complete"))
    assert labelled(made, "Costs by partner").table == labelled(made, "Costs by line and partner")
    assert labelled(made, "Financing by partner").table == labelled(made, "Financing by source and partner")


def test_a_chart_of_amounts_so_far_says_so() -> None:
    chart = labelled(outline("split", split(1000, None)), "Costs by partner")
    assert chart.alt.endswith(" These are the amounts so far: answers that they rest on are still missing.")


def test_while_there_are_no_amounts_there_is_no_chart() -> None:
    assert not every(outline("split", split(None, None)), Chart)
    assert not every(outline("split", split(-5, 3)), Chart)


def test_less_than_nothing_is_told_but_not_drawn() -> None:
    chart = labelled(outline("split", split(-5, 30)), "Costs by partner")
    assert [stack.values for stack in chart.drawing.stacks] == [(0,), (3000,)]
    assert chart.drawing.stacks[0].total == "−€5"


def test_tables_stand_where_the_first_total_is_and_no_total_is_said_twice() -> None:
    made = outline("hevi", hevi("complete"))
    section = made.blocks.index(labelled(made, "Costs and financing"))
    kinds = [type(block) for block in made.blocks[section : section + 4]]
    assert kinds == [Heading, Entry, Grid, Grid]
    assert not [block for block in every(made, Entry) if block.label in ("Staff costs", "Gross pay in total")]
    assert captions(made).count("Costs by year") == 1 + 3


def test_tables_without_a_total_to_stand_for_come_last_under_a_heading() -> None:
    made = outline("split", split(1000, 500))
    assert [block.text for block in every(made, Heading) if block.text == "Costs and financing"] == [
        "Costs and financing"
    ] * 3
    assert [block.number for block in every(made, Heading) if block.text == "Costs and financing"] == [
        "2.1.2",
        "2.2.2",
        "3",
    ]


def test_a_total_that_no_table_has_is_an_entry_with_its_amount_so_far() -> None:
    def hide_the_line(files: dict) -> None:
        files["call"]["costs"]["models"]["plain"]["lines"][0]["shown"] = False

    answers = {"parts": table({"who": "A", "spent_on": table({"euros": 500}, {"note": "x"})})}
    made = outline(changed("kinds", hide_the_line), answers)
    totals = [block for block in every(made, Entry) if block.label == "Total"]
    assert [(block.text, block.at) for block in totals] == [
        ("€5 so far", ("grand_total",)),
        ("€5 so far", ("parts", "a", "part_total")),
    ]
    assert "Costs" not in [block.caption for block in every(made, Grid) if block.at in ((), ("parts", "a"))]


def test_a_partner_may_be_told_the_total_of_the_project() -> None:
    def more(files: dict) -> None:
        label = {"fi": "Everybody", "sv": "Everybody", "en": "Everybody"}
        total = {"id": "all", "kind": "total", "figure": "spent", "of": "project", "label": label}
        files["30-part"]["nodes"].append(total)

    answers = {"parts": table(*({"who": name, "spent_on": table({"euros": 500})} for name in "AB"))}
    made = outline(changed("kinds", more), answers)
    assert [block.text for block in every(made, Entry) if block.label == "Everybody"] == ["€10", "€10"]


def test_partners_with_different_models_are_added_up_line_by_line() -> None:
    staff = table({"pay": 300_000, "months": 100})
    members = table({"model": "flat", "staff": staff}, {"model": "actual", "staff": staff}, {})
    made = outline("models", {"members": members})
    grid = labelled(made, "Costs by line and partner")
    assert [(row[0], row[-1]) for row in (*grid.rows, *grid.foot)] == [
        ("Staff costs", "€6,000*"),
        ("Travel", "€0*"),
        ("Equipment", "€0*"),
        ("Flat rate", "€1,200*"),
        ("Total", "€7,200*"),
    ]
    # A line that a partner's model does not have is nothing there; a partner without a model leaves all open.
    assert grid.rows[3][1:] == ("€1,200", "€0", "€0*", "€1,200*")
    drawing = labelled(made, "Costs by partner").drawing
    assert drawing.series == ("Staff costs", "Travel", "Equipment", "Flat rate")
    assert [stack.values for stack in drawing.stacks] == [
        (300_000, 0, 0, 120_000),
        (300_000, 0, 0, 0),
        (0, 0, 0, 0),
    ]


def without_costs() -> Form:
    def change(files: dict) -> None:
        del files["call"]["costs"]
        files["20-many"]["nodes"] = [n for n in files["20-many"]["nodes"] if n["kind"] != "total"]
        files["30-part"]["nodes"] = [n for n in files["30-part"]["nodes"] if n["kind"] != "total"]
        table_ = files["30-part"]["tables"]["cost"]
        table_["columns"], table_["sums"] = table_["columns"][:2], ["euros"]

    return changed("kinds", change)


def test_a_call_without_costs_has_no_tables_of_amounts() -> None:
    made = outline(without_costs(), {"parts": table({"who": "A", "spent_on": table({"euros": 5})})})
    assert "Key figures" not in captions(made)
    assert "Costs" not in [block.text for block in every(made, Heading)]
