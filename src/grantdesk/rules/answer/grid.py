"""Grids: the numbers of a matrix, the baselines and targets of indicators."""

from typing import Any

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import Indicators, Matrix
from grantdesk.rules.answer.number import Span, scaled
from grantdesk.rules.fault import SHAPE, Fault, Judge
from grantdesk.words.phrase import Fact, Scaled, Texts

MOST = 999_999_999
NO_ROWS: frozenset[str] = frozenset()


def matrix(node: Matrix) -> Judge:
    """A number in every cell that is filled in."""
    span = _span(node.decimals, node.unit or "", node.most)

    def judged(value: Any) -> list[Fault]:
        if not _is_grid(value):
            return [SHAPE]
        faults = [
            f for row, cells in value.items() for name, cell in cells.items() for f in span(cell, (row, name))
        ]
        return sorted(faults, key=lambda fault: fault.below)

    return judged


def indicators(call: Call, node: Indicators) -> Judge:
    """A number in every baseline and target that is asked. An indicator that is not asked any more stays, unseen."""
    asked = ("baseline", "target") if node.baseline else ("target",)
    spans = {i.id: _span(i.decimals, i.unit) for i in call.indicators if i.id in node.indicators}

    def judged(value: Any) -> list[Fault]:
        if not _is_grid(value):
            return [SHAPE]
        return [
            fault
            for key in node.indicators
            for name in asked
            if key in value and name in value[key]
            for fault in spans[key](value[key][name], (key, name))
        ]

    return judged


def _span(decimals: int, unit: str | Texts, most: int = MOST) -> Span:
    def said(value: int) -> Fact:
        return Scaled(value, decimals, unit)

    return Span(0, most, said, said(min(scaled(decimals), most)))


def _is_grid(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(row, dict) for row in value.values())


def existing(value: Any, rows: frozenset[str] | None, columns: frozenset[str] | None) -> Any:
    """A matrix without the cells of rows and columns that are gone or not asked: they stay, and count no more."""
    if not isinstance(value, dict):
        return value
    kept = {
        key: there
        for key, cells in value.items()
        if key in (rows or NO_ROWS) and (there := _cells(cells, columns or NO_ROWS)) != {}
    }
    return value if len(kept) == len(value) and all(kept[key] is value[key] for key in kept) else kept


def _cells(cells: Any, columns: frozenset[str]) -> Any:
    if not isinstance(cells, dict) or cells.keys() <= columns:
        return cells
    return {column: cell for column, cell in cells.items() if column in columns}
