"""The row below all others that is not there yet, and becomes real under the hands of whoever types in it."""

from collections.abc import Sequence

GHOST = ""
"""Its key among those of the rows."""
GONE = "-"


def swapped(rows: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The rows as they are now, with their last one renamed where it has become real, or is real no longer.

    It stays in its place that way, and with it the cell that is being typed in.
    """
    last = len(rows) - 1
    if rows[-1:] == [GHOST] and rows[:last] == wanted[:last] and wanted[last:] and wanted[last] not in rows:
        return [*rows[:last], wanted[last]]
    last = len(wanted) - 1
    faded = wanted[-1:] == [GHOST] and rows[:last] == wanted[:last] and len(rows) > last
    if faded and rows[last] not in wanted:
        return [*rows[:last], GHOST, *(GONE if key == GHOST else key for key in rows[last + 1 :])]
    return list(rows)
