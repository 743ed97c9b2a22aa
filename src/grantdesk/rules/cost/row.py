"""Reading a row of answers for sums: its numbers and the year it falls in."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from grantdesk.rules.figure import NO_YEAR
from grantdesk.rules.value import whole

Row: TypeAlias = Mapping[str, Any]


def product(row: Row, columns: tuple[str, ...]) -> int | None:
    """The product of the row's columns, or None while one of them is missing."""
    result = 1
    for name in columns:
        factor = whole(row.get(name))
        if factor is None:
            return None
        result *= factor
    return result


def year_of(row: Row, column: str | None) -> str | None:
    """The year a row falls in as text; "" where the call does not ask for one, None while it is not answered."""
    if column is None:
        return NO_YEAR
    year = whole(row.get(column))
    return None if year is None else str(year)


def rows_of(table: object) -> Mapping[str, Row]:
    """The rows of a table answer, by id; what is no row is left out."""
    if not isinstance(table, dict):
        return {}
    return {key: row for key, row in table.items() if isinstance(row, dict)}
