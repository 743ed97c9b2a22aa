"""The order of rows: there is always room between two of them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.model.order import DIGITS, LETTERS, POS, between, fresh, last, moved, ordered, position, spread
from grantdesk.model.tree import Answers, apply

KEYS = st.text(DIGITS, min_size=1, max_size=4).filter(lambda key: key[-1] != DIGITS[0])


def rows(**keys: str) -> Answers:
    return {name: {POS: pos} for name, pos in keys.items()}


def ids(table: Answers) -> list[str]:
    return [key for key, _ in ordered(table)]


@given(KEYS, KEYS)
def test_a_key_lies_strictly_between_two_others(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low < high:
        assert low < between(low, high) < high


@given(KEYS)
def test_there_is_room_before_the_first_and_after_the_last(key: str) -> None:
    assert between(None, key) < key < between(key, None)


@given(KEYS, KEYS)
def test_a_key_never_ends_in_the_lowest_digit(one: str, other: str) -> None:
    low, high = sorted((one, other))
    made = [between(None, low), between(high, None), *([between(low, high)] if low < high else [])]
    assert all(key[-1] != DIGITS[0] for key in made)


@pytest.mark.parametrize(
    ("low", "high"), [("b", "a"), ("a", "a"), ("a", "10"), ("ä", None), (None, "0"), ("", "a")]
)
def test_where_there_is_no_room_or_no_key_nothing_is_made_up(low: str | None, high: str | None) -> None:
    with pytest.raises(ValueError, match="no key between"):
        between(low, high)


def test_three_hundred_rows_find_their_place_anywhere() -> None:
    place = random.Random(1)
    keys: list[str] = []
    for _ in range(300):
        i = place.randint(0, len(keys))
        keys.insert(i, between(keys[i - 1] if i else None, keys[i] if i < len(keys) else None))
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) < 20


def test_keys_stay_short_where_rows_are_always_added_at_the_end() -> None:
    key = None
    for _ in range(200):
        key = between(key, None)
    assert key is not None
    assert len(key) <= 40


@pytest.mark.parametrize("n", [0, 1, 2, 60, 61, 62, 500, 4000])
def test_spread_keys_are_in_order_and_leave_room(n: int) -> None:
    keys = spread(n)
    assert len(keys) == n
    assert keys == sorted(set(keys))
    for low, high in zip([None, *keys], [*keys, None], strict=True):
        assert (low or "") < between(low, high)


def test_a_new_row_has_an_id_that_can_be_read_aloud() -> None:
    made = {fresh() for _ in range(200)}
    assert len(made) == 200
    assert all(len(key) == 8 and key[0].isalpha() and set(key) <= set(LETTERS) for key in made)


def test_rows_stand_by_their_key_and_then_by_their_id() -> None:
    assert ids({"z": {POS: "A"}, "b": {POS: "V"}, "a": {POS: "V"}}) == ["z", "a", "b"]


@pytest.mark.parametrize("table", [None, "text", 3, True])
def test_what_is_no_table_has_no_rows(table: str | int | None) -> None:
    assert ordered(table) == []


def test_what_is_no_row_is_left_out() -> None:
    assert ids({"a": {POS: "V"}, "b": "text", "c": 3}) == ["a"]


@pytest.mark.parametrize("pos", [None, 3, True, {}, "", "ä", "a b", "0", "000", "a\n", "٣"])
def test_a_row_whose_key_is_none_comes_first(pos: object) -> None:
    row = {} if pos is None else {POS: pos}
    assert position(row) == ""
    assert ids({"b": row, "a": {POS: "0V"}}) == ["b", "a"]


def test_lowest_digits_at_the_end_of_a_key_mean_nothing() -> None:
    assert position({POS: "1000"}) == "1"


@given(st.dictionaries(st.text("abc", min_size=1, max_size=2), st.text("01Vzä", max_size=3), max_size=6))
def test_a_new_row_comes_last_whatever_keys_the_others_have(keys: dict[str, str]) -> None:
    table = rows(**keys)
    assert ids({**table, "NEW": {POS: last(table)}})[-1] == "NEW"


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", "V", "W", "z", "0", "ä"]), min_size=2),
    st.data(),
)
def test_a_moved_row_stands_where_it_was_put_and_the_others_keep_their_order(
    keys: dict[str, str], data: st.DataObject
) -> None:
    table = rows(**keys)
    row = data.draw(st.sampled_from(sorted(keys)))
    others = [key for key in ids(table) if key != row]
    after = data.draw(st.none() | st.sampled_from(others))
    new = apply({"t": table}, moved(table, ("t",), row, after))["t"]
    place = others.index(after) + 1 if after else 0
    assert ids(new) == [*others[:place], row, *others[place:]]


def test_moving_writes_one_key_where_there_is_room() -> None:
    patch = moved(rows(a="A", b="B", c="C"), ("t",), "c", "a")
    assert list(patch) == [("t", "c", POS)]


def test_rows_with_equal_keys_all_get_new_ones_before_a_row_goes_between_them() -> None:
    patch = moved(rows(a="V", b="V", c="z"), ("t",), "c", "a")
    assert set(patch) == {("t", row, POS) for row in "abc"}


@pytest.mark.parametrize("after", ["x", "a"])
def test_a_row_moves_only_behind_another_row(after: str) -> None:
    with pytest.raises(ValueError):
        moved(rows(a="A", b="B"), ("t",), "a", after)
