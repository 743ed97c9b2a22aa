"""What is checked of a table as a whole, and of what refers to its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from grantdesk.call.terms.node import AnyNode, Choice, Several, Table
from grantdesk.rules.judge import Fault
from grantdesk.rules.progress import Tally

MISSING = Tally(asked=1)
NO_ROWS: frozenset[str] = frozenset()


def rows_faults(table: Table, rows: Mapping[str, Mapping[str, Any]], needed: bool) -> Iterator[Fault]:
    """Too few rows, too many, or the same twice where the call wants them to differ."""
    least = max(table.least, int(needed))
    if len(rows) < least:
        yield Fault("rows_missing", {"n": least})
    if len(rows) > table.most:
        yield Fault("rows_many", {"n": table.most})
    for column in table.unique:
        seen: set[object] = set()
        for key, row in rows.items():
            value = row.get(column)
            folded = " ".join(value.split()).casefold() if isinstance(value, str) else value
            if value is not None and not isinstance(value, dict) and folded in seen:
                yield Fault("same", {"value": str(value)[:80]}, (key, column))
            seen.add(None if isinstance(value, dict) else folded)


def references(node: AnyNode, value: Any, tables: Sequence[Iterable[str] | None]) -> tuple[Fault, ...]:
    """A choice among rows that names a row that is not there."""
    if not isinstance(node, Choice | Several) or not tables:
        return ()
    ids = frozenset(tables[0] or ())
    chosen = set(value) if isinstance(value, dict) else {value}
    return (Fault("reference"),) if chosen - ids else ()


def existing(value: Any, rows: frozenset[str] | None, columns: frozenset[str] | None) -> Any:
    """A matrix without the cells of rows and columns that are gone: they are kept in the answers, and count no more."""
    if not isinstance(value, dict):
        return value
    kept: dict[str, Any] = {}
    for key, cells in value.items():
        if key in (rows or NO_ROWS):
            inside = not isinstance(cells, dict) or cells.keys() <= (columns or NO_ROWS)
            kept[key] = (
                cells if inside else {c: cell for c, cell in cells.items() if c in (columns or NO_ROWS)}
            )
    return value if kept.keys() == value.keys() and all(kept[k] is value[k] for k in kept) else kept
