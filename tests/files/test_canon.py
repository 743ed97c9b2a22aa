"""Canonical JSON, and the JSON of strangers."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.files import canon
from grantdesk.files.canon import ANSWERS, DEPTH, KEY, LARGEST, VALUES, Flaw

KEYS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
TEXTS = st.text(st.characters(codec="utf-8"))
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
)


@given(DATA)
def test_what_is_packed_comes_back(data: Any) -> None:
    assert canon.unpacked(canon.packed(data)) == data


@given(st.dictionaries(KEYS, DATA))
def test_equal_data_is_equal_bytes_in_whatever_order_it_was_made(data: dict[str, Any]) -> None:
    backwards = dict(reversed(data.items()))
    assert canon.packed(backwards) == canon.packed(data)


@given(DATA)
def test_any_json_reader_reads_it(data: Any) -> None:
    assert json.loads(canon.packed(data)) == data


@given(st.binary())
def test_any_bytes_are_data_or_a_flaw(raw: bytes) -> None:
    try:
        data = canon.unpacked(raw)
    except Flaw:
        return
    assert canon.unpacked(canon.packed(data)) == data


def test_keys_are_sorted_and_letters_are_not_escaped() -> None:
    assert canon.packed({"ö": 1, "a": [True, None]}) == '{"a":[true,null],"ö":1}'.encode()


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "it is not JSON as it should be"),
        (b"\xef\xbb\xbf{}", "it is not JSON as it should be"),
        ("{}".encode("utf-16"), "it is not JSON as it should be"),
        (b'{"a": 1', "it is not JSON as it should be"),
        (b"[" * 100_000, "it is not JSON as it should be"),
        (b'{"a": ' + b"9" * 5000 + b"}", "it is not JSON as it should be"),
        (b'{"a": ' + b"9" * 4300 + b"}", "it holds a number that is too long"),
        (b"[0, -%d]" % (LARGEST + 1), "it holds a number that is too long"),
        (b"%d" % (LARGEST + 1), "it holds a number that is too long"),
        (b'{"a": 1, "a": 2}', "it says the same thing twice"),
        (b'{"a": 1.0}', "it holds a number with a fraction"),
        (b'{"a": 1e3}', "it holds a number with a fraction"),
        (b'{"a": NaN}', "it holds a number with a fraction"),
        (b'{"a": -Infinity}', "it holds a number with a fraction"),
        (b'{"a": "\\ud800"}', "it holds half of a character"),
        (b'{"\\udfff": 1}', "it holds half of a character"),
        (b'["\\ud83d"]', "it holds half of a character"),
        (b'"\\ud83d"', "it holds half of a character"),
        (b'{"": 1}', "it has an empty or overlong name in it"),
        (b'{"' + b"k" * (KEY + 1) + b'": 1}', "it has an empty or overlong name in it"),
        (b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1), "it is nested too deeply"),
        (b"[" + b"0," * VALUES + b"0]", "it holds too many values"),
    ],
)
def test_json_of_strangers_is_refused_for_a_reason(raw: bytes, what: str) -> None:
    with pytest.raises(Flaw) as caught:
        canon.unpacked(raw)
    assert caught.value.what.said == what


def test_whole_characters_may_be_escaped() -> None:
    assert canon.unpacked(b'{"a": "\\ud83d\\ude00 \\u00e4"}') == {"a": "\U0001f600 ä"}


def test_data_may_be_as_deep_as_the_limit() -> None:
    deep: Any = 1
    for _ in range(DEPTH):
        deep = {"a": deep}
    assert canon.unpacked(canon.packed(deep)) == deep
    with pytest.raises(Flaw):
        canon.packed([deep])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"a": {"b": 1.5}}, ("a", "b")),
        ({"a": [1, {"b": b""}]}, ("a", "1", "b")),
        ({"a": {3: 1}}, ("a",)),
        ({"a": {"b": "\udc00"}}, ("a", "b")),
        ({"a": ["x", "\udc00"]}, ("a", "1")),
        ({"a": {"b\udc00": 1}}, ("a", "b?")),
        ({"a": LARGEST, "b": {"c": -LARGEST - 1}}, ("b", "c")),
    ],
)
def test_a_flaw_says_where_it_is(data: Any, place: tuple[str, ...]) -> None:
    with pytest.raises(Flaw) as caught:
        canon.packed(data)
    assert caught.value.place == place


def test_a_number_that_python_would_not_read_back_is_not_written() -> None:
    with pytest.raises(Flaw) as caught:
        canon.packed({"a": 10**5000})
    assert caught.value.what.said == "it holds a number that is too long"


def test_digits_in_a_text_are_no_number_that_is_too_long() -> None:
    data = {"a": "9" * 5000, "b": LARGEST, "c": [-LARGEST]}
    assert canon.unpacked(canon.packed(data)) == data


@pytest.mark.parametrize("wrong", [None, [], 1.5, (), {"a": None}, {"a": [1]}])
def test_answers_are_dicts_of_texts_integers_and_truth_values(wrong: Any) -> None:
    canon.check({"ok": {"x": "text", "y": 1, "z": True, "e": {}}}, ANSWERS)
    with pytest.raises(Flaw) as caught:
        canon.check({"deep": {"er": wrong}}, ANSWERS)
    assert caught.value.place[:2] == ("deep", "er")


def test_a_named_integer_is_an_integer() -> None:
    class Cents(int):
        pass

    assert canon.packed({"a": Cents(5)}) == b'{"a":5}'


def test_a_digest_is_sha_256() -> None:
    assert canon.digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
