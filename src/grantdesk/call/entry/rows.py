"""The rows of a table as JSON: a list, in which a row may bring its id, or an object of rows by their ids."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from grantdesk.call.entry.misfit import Unfit
from grantdesk.call.entry.value import told
from grantdesk.call.fault import Fault
from grantdesk.words.phrase import phrase

ID = "id"
_ROW_ID = re.compile(r"[a-z0-9_]{1,32}")


class Row(NamedTuple):
    """A row as it came: the id that it brings (or None), its answers, and where it stands in the JSON."""

    key: Any
    data: Any
    place: str


def listed(value: Any, place: str) -> list[Row]:
    """The rows in their order. Unfit if they are neither a list nor an object."""
    if isinstance(value, dict):
        return [Row(key, data, f"{place}.{key}") for key, data in value.items()]
    if isinstance(value, list):
        return [_row(data, f"{place}[{at}]") for at, data in enumerate(value)]
    raise Unfit(phrase("Here belongs a list of rows."))


def _row(data: Any, place: str) -> Row:
    if not isinstance(data, dict) or data.get(ID) is None:
        return Row(None, data, place)
    return Row(data[ID], {name: value for name, value in data.items() if name != ID}, place)


def id_faults(rows: list[Row]) -> Iterator[Fault]:
    """Ids that are none, and those that stand twice."""
    seen: set[str] = set()
    for row in rows:
        if row.key is None:
            continue
        if not isinstance(row.key, str) or not _ROW_ID.fullmatch(row.key):
            said = phrase("“{name}” is no id: at most 32 small letters, digits and _.", name=told(row.key))
            yield Fault(row.place, said)
        elif row.key in seen:
            yield Fault(row.place, phrase("The id “{name}” is used twice.", name=row.key))
        else:
            seen.add(row.key)


def keyed(rows: list[Row], ids: Callable[[], str]) -> list[str]:
    """The ids of the rows: their own, or new ones that no other row has."""
    taken = {row.key for row in rows if isinstance(row.key, str)}
    keys: list[str] = []
    for row in rows:
        key = row.key
        while not isinstance(key, str):
            made = ids()
            key = None if made in taken else made
        taken.add(key)
        keys.append(key)
    return keys
