"""Rows that say the same."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from grantdesk.rules.value import whole


def doubles(rows: Mapping[str, Mapping[str, Any]], columns: Sequence[str]) -> list[list[str]]:
    """The ids of the rows that have the same values in all of the columns, two or more in each list.

    A row that lacks one of the values, or has something there that is no single answer, is like no other.
    """
    found: defaultdict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    for key, row in rows.items():
        values = tuple(folded(row.get(column)) for column in columns)
        if None not in values:
            found[values].append(key)
    return [keys for keys in found.values() if len(keys) > 1]


def folded(value: object) -> Hashable:
    """What makes an answer the same as another: texts whatever their case and spaces; None for what is no answer."""
    if isinstance(value, str):
        return " ".join(value.split()).casefold() or None
    return (value,) if isinstance(value, bool) else whole(value)
