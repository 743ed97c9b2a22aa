"""A packed call: the same call is the same bytes; what is not sound is refused with its place."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from call.change import GONE, raw, told, unreadable
from grantdesk.call.author import digest, known, packed, read
from grantdesk.call.fault import CallFault
from grantdesk.call.schema import schema
from worlds import NAMES, world

ROOT = Path(__file__).resolve().parents[2]
WORLDS = (*NAMES, "lump", "hevi")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)


def refused(data: bytes) -> list[str]:
    with pytest.raises(CallFault) as caught:
        read(data)
    return told(caught.value.faults)


@pytest.mark.parametrize("name", WORLDS)
def test_reading_what_is_packed_gives_the_same_call_and_the_same_bytes(name: str) -> None:
    bytes_ = packed(world(name))
    assert read(bytes_) == world(name)
    assert packed(read(bytes_)) == bytes_


def test_the_bytes_do_not_depend_on_how_the_json_was_written() -> None:
    data = raw("kinds")
    loose = json.dumps(dict(reversed(data.items())), indent=4).encode()
    assert packed(read(loose)) == packed(world("kinds"))


def test_canonical_bytes_are_sorted_without_spaces_and_not_escaped() -> None:
    bytes_ = packed(world("kinds"))
    assert "Vihreä".encode() in bytes_
    assert b'": ' not in bytes_
    assert bytes_.startswith(b'{"authority":')
    assert b"null" not in bytes_


def test_the_digest_is_that_of_the_bytes() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(packed(world("cents"))) != digest(packed(world("euros")))


@pytest.mark.parametrize(
    "data", [b"", b"{", b'"\xff"', b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"], ids=lambda d: str(d[:9])
)
def test_what_is_no_json_is_no_call(data: bytes) -> None:
    assert refused(data) == ["call: This is not a call: it is not JSON."]


@pytest.mark.parametrize("data", [b"[]", b"null", b"{}", b'{"format": "grantdesk/application"}'])
def test_other_json_is_no_call(data: bytes) -> None:
    assert refused(data) == ["call: This is not a call of grantdesk."]


def test_a_torn_character_is_refused() -> None:
    found = refused(b'{"format": "grantdesk/call", "id": "\\ud800"}')
    assert len(found) == 1
    assert found[0].startswith("call: Invalid JSON")


def test_a_call_of_a_newer_program_is_told_in_one_sentence() -> None:
    changes = {"requires": ["node:hologram", "node:text", "rule:oracle", 5], "rules": [{"kind": "oracle"}]}
    assert unreadable("cents", changes) == [
        "requires: The call needs a newer grantdesk: this one does not know node:hologram and rule:oracle."
    ]
    assert unreadable("cents", {"format_version": 2}) == [
        "format_version: The call is in a newer format. Update grantdesk to open it."
    ]


@pytest.mark.parametrize("version", [0, "1", None, 1.5])
def test_another_format_version_is_no_format_of_ours(version: Any) -> None:
    assert [place.partition(":")[0] for place in unreadable("cents", {"format_version": version})] == [
        "format_version"
    ]


def test_requires_that_is_no_list_is_told_as_any_other_fault() -> None:
    assert [place.partition(":")[0] for place in unreadable("cents", {"requires": {}})] == ["requires"]


def test_every_kind_that_the_program_knows_is_used_by_some_world() -> None:
    used = {kind for name in NAMES for kind in world(name).requires}
    assert used == known()


def objects(data: Any, place: str = "") -> Iterator[str]:
    """The places of all objects in a packed call."""
    if isinstance(data, dict):
        yield place
        for key, value in data.items():
            yield from objects(value, f"{place}.{key}" if place else key)
    elif isinstance(data, list):
        for at, value in enumerate(data):
            name = value["id"] if isinstance(value, dict) and "id" in value else at
            yield from objects(value, f"{place}.{name}")


NAMED = ("tables", "lists", "layers", "costs.models", "aid.categories", "aid.bonuses")


def slips() -> list[tuple[str, str]]:
    return [(name, place) for name in ("kinds", "rules", "models") for place in objects(raw(name))]


@pytest.mark.parametrize("half", [0, 1])
def test_an_unknown_key_is_refused_at_every_level_with_its_place(half: int) -> None:
    for name, place in slips()[half::2]:
        here = f"{place}.slip" if place else "slip"
        found = unreadable(name, {here: 1})
        if place in NAMED or place.endswith(".sizes"):
            assert [fault.partition(":")[0] for fault in found] in ([here], [])
        else:
            assert found == [f"{here}: This does not belong here."], here


def test_a_missing_key_is_told_with_its_place() -> None:
    assert unreadable("rules", {"rules.at_most_half.rate": GONE}) == [
        "rules.at_most_half.rate: This is missing."
    ]
    assert unreadable("rules", {"rules.in_order.kind": GONE}) == ["rules.in_order: The kind is missing."]
    assert unreadable("cents", {"costs.models.flat.lines.other.rate": GONE}) == [
        "costs.models.flat.lines.other.rate: This is missing."
    ]
    assert unreadable("cents", {"title.sv": GONE}) == ["title.sv: This is missing."]


def test_an_empty_list_is_told_only_where_nothing_in_it_is_wrong() -> None:
    assert [p.partition(":")[0] for p in unreadable("cents", {"sections": []})] == ["sections"]
    assert unreadable("cents", {"sections": [{"nodes": []}]})[:2] == [
        "sections.0.id: This is missing.",
        "sections.0.title: This is missing.",
    ]


@given(JSON)
def test_random_json_is_refused_and_nothing_else_happens(value: Any) -> None:
    refused(json.dumps(value).encode())
    refused(json.dumps({"format": "grantdesk/call", "sections": value, "rules": value}).encode())


PLACES = [place for place in objects(raw("kinds")) if place]


@given(st.sampled_from(PLACES), JSON)
def test_random_json_anywhere_in_a_call_gives_a_call_or_a_call_fault(place: str, value: Any) -> None:
    assert all(isinstance(fault, str) for fault in unreadable("kinds", {place: value}))


def test_the_published_schema_is_that_of_the_program() -> None:
    published = json.loads((ROOT / "docs/call.schema.json").read_text("utf-8"))
    assert published == schema(), "run scripts/schema"


def test_the_schema_says_what_every_key_means() -> None:
    said = json.dumps(schema())
    assert "Characters at most." in said
    assert schema()["additionalProperties"] is False


def test_the_published_schema_says_its_bounds_as_json_schema_does() -> None:
    terms = schema()["$defs"]
    assert terms["Rounding"]["properties"]["unit"]["minimum"] == 1
    rate = terms["AidBonus"]["properties"]["rate"]
    assert (rate["minimum"], rate["maximum"]) == (0, 1_000_000)
