"""What a partner's part costs: the lines of the call's cost model, worked out on the partner's answers."""

from collections.abc import Mapping
from math import prod
from typing import TypeAlias, assert_never

from grantdesk.call.reference import columns, own
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import AmountLine, AnyLine, CostModel, RateLine, RowsLine, SumLine
from grantdesk.call.terms.node import AnyNode, Number, Rate
from grantdesk.model.money import WHOLE, rounded
from grantdesk.rules.cost.funding import funded
from grantdesk.rules.cost.row import Row, product, rows_of, year_of
from grantdesk.rules.figure import (
    NO_FIGURES,
    NO_YEAR,
    UNSETTLED,
    Figure,
    Figures,
    added,
    of_years,
    share_of,
    spread,
)
from grantdesk.rules.value import is_blank, whole

Pending: TypeAlias = frozenset[str]
"""The nodes of the part that an answer is still to come to, or that may come to be asked."""
NONE: Pending = frozenset()


class Costing:
    """The cost models of a call, ready to work out parts. Reads asked answers: nothing hidden is counted."""

    def __init__(self, call: Call) -> None:
        self.models = call.costs.models if call.costs else {}
        self.choice = call.costs.choice if call.costs else None
        self.financing = call.financing
        lines = [line for model in self.models.values() for line in model.lines if isinstance(line, RowsLine)]
        self.dens = {(line.table, line.multiply): _den(call, line) for line in lines}

    def model(self, project: Row, part: Row) -> CostModel | None:
        """The cost model in force: the only one, or the one chosen in the part or the project; None while none is."""
        if self.choice is None:
            return next(iter(self.models.values()), None)
        chosen = part.get(self.choice, project.get(self.choice))
        return self.models.get(chosen) if isinstance(chosen, str) else None

    def figures(self, project: Row, part: Row, pending: Pending = NONE) -> Figures:
        """The figures of one partner's part; none while it has no cost model.

        What is not there is nothing, and settled unless it is pending.
        """
        model = self.model(project, part)
        if model is None:
            return NO_FIGURES
        amounts: dict[str, Figure] = {}
        rows: dict[str, dict[str, int]] = {}
        for line in model.lines:
            amounts[line.id] = self._line(line, part, amounts, rows)
            if isinstance(line, RowsLine | AmountLine) and _place(line) in pending:
                amounts[line.id] = amounts[line.id].unsettled()
        if self.financing:
            amounts |= funded(self.financing, amounts[self.financing.base], part, pending)
        return Figures(amounts, rows)

    def _line(
        self, line: AnyLine, part: Row, above: Mapping[str, Figure], rows: dict[str, dict[str, int]]
    ) -> Figure:
        match line:
            case RowsLine():
                den = self.dens[line.table, line.multiply]
                return _summed(line, den, rows_of(part.get(line.table)), rows.setdefault(line.table, {}))
            case RateLine():
                return share_of(added(above[name] for name in line.of), line.rate, line.rounding)
            case SumLine():
                return added([above[name] for name in line.of] + [-above[name] for name in line.less])
            case AmountLine():
                return _stated(part.get(line.node))
            case _:
                assert_never(line)


def _place(line: RowsLine | AmountLine) -> str:
    return line.table if isinstance(line, RowsLine) else line.node


def _stated(value: object) -> Figure:
    cents = whole(value)
    if cents is None:
        return Figure() if is_blank(value) else UNSETTLED
    return Figure(cents, {NO_YEAR: cents})


def _den(call: Call, line: RowsLine) -> int:
    """What the product of a row's columns is divided by to be cents."""
    among = columns(call, own(call), line.table)
    return prod(denominator(among[name]) for name in line.multiply)


def denominator(column: AnyNode) -> int:
    """What one unit of the column is held as: 1 for cents, 100 for hundredths of a month, 10 000 for a rate."""
    match column:
        case Number(decimals=decimals):
            return int(10**decimals)
        case Rate():
            return WHOLE
        case _:
            return 1


def _summed(line: RowsLine, den: int, table: Mapping[str, Row], amounts: dict[str, int]) -> Figure:
    """The sum of the rows; notes in `amounts` what a row comes to, if no line above did."""
    unit, mode, level = line.rounding.unit, line.rounding.mode, line.rounding.level
    exact, settled = dict[str, int](), True
    for row_id, row in table.items():
        if line.where and row.get(line.where) != line.id:
            settled = settled and line.where in row
            continue
        num, year = product(row, line.multiply), year_of(row, line.year)
        settled = settled and num is not None and year is not None
        if num is not None:
            cents, year = rounded(num, den, mode, unit), year or NO_YEAR
            amounts.setdefault(row_id, cents)
            exact[year] = exact.get(year, 0) + (cents if level == "row" else num)
    if level == "row":
        return of_years(exact, settled)
    if level == "year":
        return of_years({y: rounded(n, den, mode, unit) for y, n in exact.items()}, settled)
    cents = rounded(sum(exact.values()), den, mode, unit)
    return Figure(cents, spread(cents, exact, unit), settled)
