"""The order of rows: a fractional key in each row, so that two people's new rows never collide.

Keys are texts over DIGITS, compared as texts; a key never ends in the lowest digit, so there is always room below it.
Rows are sorted by (pos, id): two people who insert at the same place make the same key, and the id decides.
"""

import re
import secrets
from collections.abc import Mapping
from typing import Any

from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # no l, o, 0, 1: ids are read aloud now and then
POS = "pos"
_KEY = re.compile(r"[0-9A-Za-z]*[1-9A-Za-z]")


def between(low: str | None, high: str | None) -> str:
    """A key strictly between two keys; None means the end. ValueError if there is no room, or if one is no key."""
    if not all(key is None or _KEY.fullmatch(key) for key in (low, high)) or (high and (low or "") >= high):
        raise ValueError(f"no key between {low!r} and {high!r}")
    key, low = "", low or ""
    while True:
        i = len(key)
        a = DIGITS.index(low[i]) if i < len(low) else 0
        b = DIGITS.index(high[i]) if high and i < len(high) else len(DIGITS)
        if b - a > 1:
            return key + DIGITS[(a + b) // 2]
        key += DIGITS[a]
        if a < b:
            high = None


def spread(n: int) -> list[str]:
    """n keys in order, short and evenly apart, for rows that come all at once."""
    width = 1
    while len(DIGITS) ** width <= n + 1:
        width += 1
    step = len(DIGITS) ** width // (n + 1)
    keys = []
    for i in range(1, n + 1):
        number, key = i * step, ""
        for _ in range(width):
            number, digit = divmod(number, len(DIGITS))
            key = DIGITS[digit] + key
        keys.append(key if key[-1] != DIGITS[0] else key + DIGITS[len(DIGITS) // 2])
    return keys


def fresh() -> str:
    """A new row id: random, so that nobody else's row has it; it starts with a letter."""
    return secrets.choice(LETTERS[:24]) + "".join(secrets.choice(LETTERS) for _ in range(7))


def rows(table: Answer | None) -> dict[str, Mapping[str, Any]]:
    """The rows of a table by id, in no order that means anything. What is not a row is left out."""
    if not isinstance(table, dict):
        return {}
    return {key: row for key, row in table.items() if isinstance(row, dict)}


def ordered(table: Answer | None) -> list[tuple[str, Mapping[str, Any]]]:
    """The rows of a table as (id, row), in their order. What is not a row is left out."""
    return sorted(rows(table).items(), key=lambda item: (position(item[1]), item[0]))


def position(row: Mapping[str, Any]) -> str:
    """The order key of a row; a row without one comes first.

    A file may come from anybody: what is no key counts as none, and lowest digits at the end, which mean nothing, are
    left out, so that there is room beside every key that this gives.
    """
    pos = row.get(POS)
    key = pos.rstrip(DIGITS[0]) if isinstance(pos, str) else ""
    return key if key.isascii() and key.isalnum() else ""  # what _KEY says, ten times as fast


def last(table: Answer | None) -> str:
    """A key after every row of the table."""
    placed = ordered(table)
    return between(position(placed[-1][1]) or None if placed else None, None)


def moved(table: Answers, path: Path, row: str, after: str | None) -> dict[Path, Answer | None]:
    """The patch that puts row after the row `after` (None: first) in the table at path.

    Where the neighbours have equal keys (two people inserted at the same place) every row of the table gets a new key.
    ValueError if there is no such row to stand after.
    """
    ids = [key for key, _ in ordered(table) if key != row]
    place = ids.index(after) + 1 if after is not None else 0
    low = position(table[ids[place - 1]]) if place else ""
    high = position(table[ids[place]]) if place < len(ids) else None
    if high is None or low < high:
        return {(*path, row, POS): between(low or None, high)}
    ids.insert(place, row)
    return {(*path, key, POS): pos for key, pos in zip(ids, spread(len(ids)), strict=True)}
