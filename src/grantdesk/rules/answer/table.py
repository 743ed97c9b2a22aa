"""Tables as a whole: too few rows, too many, what is no row, the same twice where the call wants them to differ."""

from collections.abc import Iterator, Mapping
from typing import Any

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import AnyNode, Choice, Date, Money, Number, Rate, Table
from grantdesk.rules.answer.number import said
from grantdesk.rules.date import is_day
from grantdesk.rules.double import doubles
from grantdesk.rules.fault import Fault, quoted
from grantdesk.words.phrase import Fact


def rows_faults(
    call: Call, table: Table, rows: Mapping[str, Mapping[str, Any]], least: int
) -> Iterator[Fault]:
    """What is wrong with the rows as a whole; `least` is how many there must be."""
    if len(rows) < least:
        yield Fault("rows_missing", {"n": least})
    if len(rows) > table.most:
        yield Fault("rows_many", {"n": table.most})
    columns = {column.id: column for column in table.columns}
    for name in table.unique:
        for first, *others in doubles(rows, (name,)):
            value = told(call, columns[name], rows[first][name])
            yield from (Fault("same", {"value": value}, (key, name)) for key in others)


def no_rows(raw: Mapping[str, Any]) -> list[Fault]:
    """What stands in a table and is no row."""
    return [Fault("shape", below=(key,)) for key in sorted(raw) if not isinstance(raw[key], dict)]


def told(call: Call, node: AnyNode, value: Any) -> Fact:
    """A single answer as a fact: an amount as an amount, an option by its label."""
    match node:
        case Money() | Number() | Rate() if isinstance(value, int):
            return said(node, value)
        case Date():
            return is_day(value) or quoted(value)
        case Choice(options=str(name)):
            labels = {option.id: option.label for option in call.lists[name].options}
            return labels.get(value) or quoted(value)
        case _:
            return value if isinstance(value, bool) else quoted(value)
