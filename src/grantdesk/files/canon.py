"""Canonical JSON: equal data is equal bytes; and the JSON of strangers, read within bounds.

Canonical: UTF-8, keys sorted by code point, no space, no numbers but integers, no escapes that are not needed.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Never

from grantdesk.words.phrase import Phrase, phrase

DEPTH = 64  # containers inside each other
VALUES = 1_000_000  # in one JSON text; a large application has some 10 000
KEY = 200  # characters
LARGEST = 2**63 - 1  # what no answer comes near; sums and products of such numbers can still be written


@dataclass(frozen=True, slots=True)
class Shape:
    """Of which Python types data may be made."""

    leaves: tuple[type, ...]
    containers: tuple[type, ...]


ANY: Final = Shape((str, int, bool, type(None)), (dict, list))
ANSWERS: Final = Shape((str, int, bool), (dict,))


class Flaw(Exception):
    """Data or JSON that no file may hold. `place` is the keys that lead there, `what` the reason, half a sentence."""

    def __init__(self, what: Phrase, place: tuple[str, ...] = ()) -> None:
        super().__init__(what.said)
        self.what = what
        self.place = place


def digest(raw: bytes) -> str:
    """The SHA-256 of the bytes, in hex."""
    from hashlib import sha256  # here: whoever only reads pays nothing

    return sha256(raw).hexdigest()


def packed(data: Any) -> bytes:
    """Canonical bytes of dicts, lists, texts, integers, truth values and None. Flaw for anything else."""
    check(data)
    try:
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except ValueError as error:  # Python writes no integer of more than 4300 digits
        raise Flaw(_TOO_LONG) from error
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Flaw(phrase("it holds half of a character"), _torn(data)) from error
    _check_numbers(data, raw)
    return raw


def unpacked(raw: bytes) -> Any:
    """The data of a JSON text, canonical or not. Flaw if it is none, says a key twice, has a fraction or too much."""
    if raw.count(b",") + raw.count(b"{") + raw.count(b"[") > VALUES:
        raise Flaw(phrase("it holds too many values"))
    try:
        data = _DECODER.decode(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Flaw(phrase("it is not JSON as it should be")) from error
    check(data)
    _check_numbers(data, raw)
    if b"\\u" in raw and (place := _torn(data)):
        raise Flaw(phrase("it holds half of a character"), place)
    return data


def check(data: Any, shape: Shape = ANY, room: int = DEPTH) -> None:
    """Flaw, with its place, if data is not of this shape, has a strange key, or is nested deeper than `room`."""
    kind = type(data)
    if kind not in shape.containers:
        if not isinstance(data, shape.leaves):
            raise Flaw(_STRANGE.get(kind, phrase("it is of a kind that no file can hold")))
        return
    if not room:
        raise Flaw(phrase("it is nested too deeply"))
    for key, value in data.items() if kind is dict else enumerate(data):
        if kind is dict and (type(key) is not str or not 0 < len(key) <= KEY):
            raise Flaw(phrase("it has an empty or overlong name in it"))
        if type(value) not in shape.leaves:
            _check_below(key, value, shape, room - 1)


def _check_below(key: object, value: Any, shape: Shape, room: int) -> None:
    try:
        check(value, shape, room)
    except Flaw as flaw:
        flaw.place = (str(key), *flaw.place)
        raise


def _check_numbers(data: Any, raw: bytes) -> None:
    """Flaw, with its place, if a number in data is too large; its text, `raw`, tells most often that none is."""
    if _DIGITS.search(raw) and (place := _huge(data)):
        raise Flaw(_TOO_LONG, place)


def _huge(data: Any) -> tuple[str, ...]:
    """The place of the first number that is too large."""
    for key, value in _items(data):
        if _is_huge(value):
            return (str(key),)
        if below := _huge(value):
            return (str(key), *below)
    return ("–",) if _is_huge(data) else ()


def _is_huge(value: Any) -> bool:
    return isinstance(value, int) and abs(value) > LARGEST


def _torn(data: Any) -> tuple[str, ...]:
    """The place of the first text that has half of a surrogate pair; nothing if every text is whole."""
    for key, value in _items(data):
        name = str(key).encode("utf-8", "replace").decode()
        if name != str(key) or _is_torn(value):
            return (name,)
        if below := _torn(value):
            return (name, *below)
    return ("–",) if _is_torn(data) else ()


def _is_torn(value: Any) -> bool:
    return isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value)


def _items(data: Any) -> Iterable[tuple[Any, Any]]:
    """What is in a container, with its key or number; nothing in anything else."""
    return data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Flaw(phrase("it says the same thing twice"))
    return found


def _no_fraction(_: str) -> Never:
    raise Flaw(_STRANGE[float])


_DIGITS: Final = re.compile(rb"\d{19}")
_TOO_LONG: Final = phrase("it holds a number that is too long")
_STRANGE: Final[dict[type, Phrase]] = {
    float: phrase("it holds a number with a fraction"),
    list: phrase("it holds a list where none belongs"),
    type(None): phrase("it holds an empty value where none belongs"),
}
_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_no_fraction, parse_constant=_no_fraction
)
