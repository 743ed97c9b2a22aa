"""A place in the answers can be told to a person, whatever the path is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.model.path import parsed
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import place
from grantdesk.words.language import Language
from outline.laid import changed, table
from worlds import form, sample

PARTS = table({"who": "Aino Oy", "role": "lead"}, {"who": "Bertta ry", "role": "other"}, {"role": "purple"})
ANSWERS = {
    "rows": table({"name": "First", "done_by": {"a": True}}, {}),
    "columns": table({"what": "Left"}),
    "parts": {**PARTS, "d": {"pos": "9", "spent_on": table({"euros": 5})}},
    "files": {"f": {"name": "plan.pdf"}, "g": {}},
}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("", "The whole application"),
        ("title", "Single values › Title"),
        ("rows", "Many values › Rows"),
        ("rows.a", "Many values › Rows › R1 First"),
        ("rows.b.name", "Many values › Rows › R2 › Name"),
        ("rows.gone.name", "Many values › Rows › gone › Name"),
        ("rows.a.done_by.a", "Many values › Rows › R1 First › Done by › a"),
        ("columns.a.what", "Many values › Columns › row 1 › What"),
        ("grid.a.a", "Many values › Grid › R1 First › row 1"),
        ("grid.gone.a.deeper", "Many values › Grid › gone › row 1 › deeper"),
        ("targets.rco01.target", "Many values › Targets › Enterprises supported › Target"),
        ("targets.old.other.x", "Many values › Targets › old › other › x"),
        ("files.f.size", "Many values › Files › plan.pdf › size"),
        ("files.g", "Many values › Files › g"),
        ("parts", "Many values › Parts"),
        ("parts.a", "Leads (Aino Oy)"),
        ("parts.a.who", "Leads (Aino Oy) › Many values › Who"),
        ("parts.b.spent_on", "Takes part 2 (Bertta ry) › Part › Costs"),
        ("parts.c.part_total", "Partner 3 › Part › Total"),
        ("parts.d.spent_on.a.euros", "Partner 4 › Part › Costs › row 1 › Euros"),
        ("parts.gone.papers", "gone › Part › Papers"),
        ("nothing.of.this", "nothing › of › this"),
        ("figures", "figures"),
    ],
)
def test_a_path_is_told_step_by_step(path: str, told: str) -> None:
    assert Language("en").say(place(Names(form("kinds"), ANSWERS), parsed(path))) == told


def test_a_row_is_told_with_its_number_and_its_title() -> None:
    answers = sample("lump", "complete")
    said = Language("en").say(
        place(Names(form("lump"), answers), ("applicants", "school", "posts", "lead", "salary"))
    )
    assert said == (
        "Main applicant (Esimerkkikoulujen kuntayhtymä) › Work and cost estimate › Posts › "
        "row 1 (Projektipäällikkö) › Monthly pay"
    )


def test_what_a_section_and_its_table_are_both_called_is_said_once() -> None:
    assert Language("en").say(place(Names(form("hevi"), {}), ("partners",))) == "Implementers"


def test_an_empty_step_is_not_told() -> None:
    assert Language("en").say(place(Names(form("kinds"), {}), ("rows", ""))) == "Many values › Rows"


def test_partners_without_a_lead_are_called_by_their_number() -> None:
    def nobody_leads(files: dict) -> None:
        del files["20-many"]["nodes"][6]["lead"]

    ready = changed("kinds", nobody_leads)
    assert Language("en").say(place(Names(ready, ANSWERS), ("parts", "a"))) == "Partner 1 (Aino Oy)"


def test_without_a_node_for_their_name_partners_have_the_title_of_their_table() -> None:
    def unnamed(files: dict) -> None:
        del files["call"]["parts"]["partner_name"]

    assert Language("en").say(place(Names(changed("kinds", unnamed), ANSWERS), ("parts", "a"))) == "Leads"

    def titled(files: dict) -> None:
        unnamed(files)
        files["20-many"]["tables"]["part"]["title"] = "who"

    assert (
        Language("en").say(place(Names(changed("kinds", titled), ANSWERS), ("parts", "a")))
        == "Leads (Aino Oy)"
    )


def test_a_title_can_be_several_things_or_another_row() -> None:
    def titled(by: str):
        def change(files: dict) -> None:
            files["20-many"]["tables"]["row"]["title"] = by

        return change

    several = changed("kinds", titled("done_by"))
    rows = table({"done_by": {"a": True, "b": True}, "after": "b"}, {"after": "a"})
    answers = {**ANSWERS, "rows": rows}
    assert (
        Language("en").say(place(Names(several, answers), ("rows", "a")))
        == "Many values › Rows › R1 Aino Oy and Bertta ry"
    )
    # Titles that refer to each other in a circle end where they came from.
    circle = Language("en").say(place(Names(changed("kinds", titled("after")), answers), ("rows", "a")))
    assert circle.startswith("Many values › Rows › R1 ")


def test_a_call_without_partners_has_only_common_places() -> None:
    def alone(files: dict) -> None:
        del files["30-part"]
        files["20-many"]["nodes"] = [
            n for n in files["20-many"]["nodes"] if n["id"] not in ("parts", "grand_total")
        ]
        columns = files["20-many"]["tables"]["row"]["columns"]
        files["20-many"]["tables"]["row"]["columns"] = [c for c in columns if c["id"] != "done_by"]
        del files["20-many"]["tables"]["part"], files["call"]["parts"]["partner_name"], files["call"]["costs"]

    assert (
        Language("en").say(place(Names(changed("kinds", alone), ANSWERS), ("rows", "a")))
        == "Many values › Rows › R1 First"
    )


KEYS = st.sampled_from(
    ["rows", "parts", "grid", "a", "b", "who", "spent_on", "files", "targets", "rco01", "name", "x"]
)


@given(st.lists(KEYS | st.text(max_size=3), max_size=7).map(tuple), st.sampled_from(["fi", "sv", "en"]))
def test_no_path_is_without_words(path: tuple[str, ...], lang: str) -> None:
    said = Language(lang).say(place(Names(form("kinds"), ANSWERS), path))
    assert said.strip() or not "".join(path).strip()
