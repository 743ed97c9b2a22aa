"""A folder becomes one call: what is put together, what is refused, and where it says so."""

import copy
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from call.change import told
from grantdesk.call.author import assembled, packed
from grantdesk.call.fault import CallFault
from worlds import parts, world

TEXT = {"fi": "a", "sv": "a", "en": "a"}
TOML = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates() | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
).filter(lambda value: value is not None)


def faults(folder: dict[str, Any]) -> list[str]:
    with pytest.raises(CallFault) as caught:
        assembled(folder)
    return told(caught.value.faults)


def test_sections_stand_in_the_order_of_the_files_names() -> None:
    folder = parts("kinds")
    assert [section.id for section in world("kinds").sections] == ["singles", "many", "part"]
    folder["05-part"] = folder.pop("30-part")
    assert [section.id for section in assembled(folder).sections] == ["part", "singles", "many"]


def test_what_files_define_beside_their_sections_is_one_whole() -> None:
    call = world("kinds")
    assert sorted(call.tables) == ["column", "cost", "part", "row"]
    assert sorted(call.lists) == ["colours", "roles"]
    assert [indicator.id for indicator in call.indicators] == ["rco01", "co2"]
    assert [criterion.id for criterion in call.criteria] == ["good", "able"]


def test_a_file_may_hold_no_section() -> None:
    assert len(world("rules").sections) == 1
    assert len(world("rules").rules) == 19


def test_the_kinds_that_are_used_are_written_down() -> None:
    requires = world("kinds").requires
    assert {"node:text", "node:matrix", "node:total"} <= set(requires)
    assert list(requires) == sorted(requires)
    assert "rule:lookup" in world("rules").requires
    assert "rule:lookup" not in requires


def test_a_folder_is_not_changed_by_reading_it() -> None:
    folder = parts("kinds")
    folder["call"]["tables"] = {}
    before = copy.deepcopy(folder)
    assembled(folder)
    assert folder == before


def test_the_head_alone_can_be_a_call() -> None:
    assert [*parts("cents")] == ["call"]
    assert assembled(parts("cents")) == world("cents")


def test_a_folder_without_a_head_is_no_call() -> None:
    assert faults({"10-need": {}}) == ["call.toml: The call has no call.toml."]


def test_what_is_defined_twice_is_refused() -> None:
    folder = parts("kinds")
    folder["50-more"] = {"tables": {"row": {}}, "lists": {"colours": {}}}
    assert faults(folder) == [
        "50-more.tables.row: row is defined twice.",
        "50-more.lists.colours: colours is defined twice.",
    ]


def test_a_file_that_holds_something_else_says_what() -> None:
    folder = parts("rules")
    folder["30-slip"] = {"rulez": [], "nodez": 1}
    assert faults(folder) == [
        "30-slip: The file has no id, so it is no section: rulez and nodez cannot stand in it."
    ]


@pytest.mark.parametrize("stem", ["call", "20-rules"])
def test_tables_and_lists_of_things_have_their_forms(stem: str) -> None:
    folder = parts("rules")
    folder[stem] |= {"tables": [], "rules": {}}
    assert faults(folder) == [
        f"{stem}.tables: This is written as [tables.an_id].",
        f"{stem}.rules: This is written as [[rules]].",
    ]


def test_sections_of_the_head_are_a_list() -> None:
    folder = parts("cents")
    folder["call"]["sections"] = {"id": "project"}
    assert faults(folder) == ["call.sections: This is written as [[sections]]."]


def test_days_and_times_of_toml_are_texts_in_the_call() -> None:
    folder = parts("kinds")
    folder["call"]["notice"] = {"checked": date(2027, 1, 2)}
    assert assembled(folder).notice.checked == "2027-01-02"
    folder["call"]["closes"] = {"day": date(2027, 4, 30), "time": time(16, 15)}
    assert any(fault.startswith("closes.time: ") for fault in faults(folder))
    folder["call"]["notice"] = {"checked": datetime(2027, 1, 2, 3, 4)}
    assert any(fault.startswith("notice.checked: ") for fault in faults(folder))


def test_what_toml_does_not_know_is_a_fault_of_the_program() -> None:
    folder = parts("cents")
    folder["call"]["summary"] = {1, 2}
    with pytest.raises(TypeError, match="a call holds no set"):
        assembled(folder)


def test_a_fault_names_its_place_by_ids() -> None:
    folder = parts("kinds")
    folder["10-singles"]["nodes"][1]["lable"] = 1
    folder["20-many"]["tables"]["row"]["columns"][2]["kind"] = "dat"
    del folder["10-singles"]["title"]
    found = faults(folder)
    assert "sections.singles.title: This is missing." in found
    assert "sections.singles.nodes.title.lable: This does not belong here." in found
    assert any(place.startswith("tables.row.columns.to_day: Input tag 'dat'") for place in found)
    assert len(found) == 3


@given(st.sampled_from(["call", "10-answers", "20-rules"]), TOML, TOML, st.data())
def test_whatever_stands_in_a_file_only_a_call_fault_comes_of_it(
    stem: str, value: Any, other: Any, data: st.DataObject
) -> None:
    folder = parts("rules")
    keys = st.sampled_from([*folder[stem], "tables", "lists", "rules", "sections", "id", "nodes"])
    folder[stem][data.draw(keys)] = value
    folder[stem][data.draw(keys)] = other
    try:
        said = [packed(assembled(folder)).decode()]
    except CallFault as trouble:
        said = told(trouble.faults)
    assert all(said)
