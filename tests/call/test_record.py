"""What an expression of a call can read, and of which type it is."""

from grantdesk.call.expr import BOOL, DATE, INT, MONEY, RATE, TEXT, ListOf, Number, OneOf, Record, SetOf
from grantdesk.call.record import FILES, partner, project
from worlds import world

COLOURS = OneOf(frozenset({"red", "green", "blue"}))


def test_every_kind_of_node_has_its_type() -> None:
    fields = project(world("kinds")).fields
    single = {name: fields[name] for name in ("title", "story", "email", "agreed", "day", "price", "share")}
    assert single == {
        "title": TEXT,
        "story": TEXT,
        "email": TEXT,
        "agreed": BOOL,
        "day": DATE,
        "price": MONEY,
        "share": RATE,
    }
    assert fields["people"] == INT
    assert fields["months"] == Number(2)
    assert fields["one"] == COLOURS
    assert fields["some"] == SetOf(COLOURS)
    assert fields["files"] == FILES
    assert fields["grid"] == ListOf(ListOf(Number(1)))


def test_what_is_only_shown_has_no_type() -> None:
    assert {"note", "grand_total"} & project(world("kinds")).fields.keys() == set()


def test_a_table_is_a_list_of_rows_and_a_row_may_refer_to_rows() -> None:
    rows = project(world("kinds")).fields["rows"]
    assert rows == ListOf(
        Record({"name": TEXT, "from_day": DATE, "to_day": DATE, "after": TEXT, "done_by": SetOf(TEXT)})
    )


def test_a_part_is_its_columns_its_sections_and_its_figures() -> None:
    call = world("kinds")
    part = partner(call)
    assert [*part.fields] == ["who", "role", "spent_on", "papers", "figures"]
    assert part.fields["figures"] == Record({"spent": MONEY})
    assert project(call).fields["parts"] == ListOf(part)


def test_indicators_are_groups_with_decimals_of_their_own() -> None:
    targets = project(world("kinds")).fields["targets"]
    assert targets == Record(
        {
            "rco01": Record({"baseline": INT, "target": INT, "basis": TEXT}),
            "co2": Record({"baseline": Number(2), "target": Number(2), "basis": TEXT}),
        }
    )


def test_the_figures_are_the_lines_of_all_models_and_the_sources() -> None:
    figures = project(world("models")).fields["figures"]
    assert figures == Record(dict.fromkeys(("staff_costs", "travel", "equipment", "total", "flat"), MONEY))
    assert project(world("rules")).fields["figures"] == Record({})
