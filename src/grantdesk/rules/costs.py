"""What a partner's part costs: the lines of the call's cost model, worked out on the partner's answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import AmountLine, AnyLine, CostModel, RateLine, RowsLine, SumLine
from grantdesk.call.terms.node import Field_, Money, Number, Rate, TableNode
from grantdesk.model.money import rounded
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
from grantdesk.rules.funding import funded
from grantdesk.rules.row import Row, product, rows_of, whole, year_of


@dataclass(frozen=True, slots=True)
class Rows:
    """A table that a cost line adds up: what a row's product is divided by, and whether it must have rows."""

    den: int
    needed: bool


class Costing:
    """The cost models of a call, ready to work out parts. Reads asked answers: nothing hidden is counted."""

    def __init__(self, call: Call) -> None:
        self.models = call.costs.models if call.costs else {}
        self.choice = call.costs.choice if call.costs else None
        self.financing = call.financing
        lines = [line for model in self.models.values() for line in model.lines if isinstance(line, RowsLine)]
        self.rows = {(line.table, line.multiply): _counted(call, line) for line in lines}

    def model(self, project: Row, part: Row) -> CostModel | None:
        """The cost model in force: the only one, or the one chosen in the part or the project; None while none is."""
        if self.choice is None:
            return next(iter(self.models.values()), None)
        chosen = part.get(self.choice, project.get(self.choice))
        return self.models.get(chosen) if isinstance(chosen, str) else None

    def figures(self, project: Row, part: Row) -> Figures:
        """The figures of one partner's part."""
        model = self.model(project, part)
        if model is None:
            return NO_FIGURES
        amounts: dict[str, Figure] = {}
        rows: dict[str, dict[str, int]] = {}
        for line in model.lines:
            amounts[line.id] = self._line(line, part, amounts, rows)
        if self.financing:
            amounts |= funded(self.financing, amounts.get(self.financing.base, UNSETTLED), part)
        return Figures(amounts, rows)

    def _line(
        self, line: AnyLine, part: Row, above: dict[str, Figure], rows: dict[str, dict[str, int]]
    ) -> Figure:
        match line:
            case RowsLine():
                counted = self.rows[line.table, line.multiply]
                return _summed(line, counted, rows_of(part.get(line.table)), rows.setdefault(line.table, {}))
            case RateLine():
                return share_of(added(above[name] for name in line.of), line.rate, line.rounding)
            case SumLine():
                return added([above[name] for name in line.of] + [-above[name] for name in line.less])
            case AmountLine():
                cents = whole(part.get(line.node))
                return UNSETTLED if cents is None else Figure(cents, {NO_YEAR: cents})
            case _:
                assert_never(line)


def _counted(call: Call, line: RowsLine) -> Rows:
    node = next(n for s in call.sections for n in s.nodes if n.id == line.table and isinstance(n, TableNode))
    columns = {column.id: column for column in call.tables[node.table].columns}
    den = 1
    for name in line.multiply:
        den *= denominator(columns[name])
    return Rows(den, node.required or call.tables[node.table].least > 0)


def denominator(column: Field_) -> int:
    """What one unit of the column is held as: 1 for cents, 100 for hundredths of a month, 10 000 for a rate."""
    match column:
        case Number(decimals=decimals):
            return int(10**decimals)
        case Rate():
            return 10_000
        case Money() | _:
            return 1


def _summed(line: RowsLine, counted: Rows, table: Mapping[str, Row], amounts: dict[str, int]) -> Figure:
    """The sum of the rows; notes the amount of each row in `amounts`."""
    unit, mode, level = line.rounding.unit, line.rounding.mode, line.rounding.level
    exact: dict[str, int] = {}
    settled = bool(table) or not counted.needed
    for row_id, row in table.items():
        if line.where and row.get(line.where) != line.id:
            settled = settled and line.where in row
            continue
        num, year = product(row, line.multiply), year_of(row, line.year)
        settled = settled and num is not None and year is not None
        if num is not None:
            amounts[row_id] = rounded(num, counted.den, mode, unit)
            exact[year or NO_YEAR] = exact.get(year or NO_YEAR, 0) + (
                amounts[row_id] if level == "row" else num
            )
    if level == "row":
        return of_years(exact, settled)
    if level == "year":
        return of_years({y: rounded(n, counted.den, mode, unit) for y, n in exact.items()}, settled)
    cents = rounded(sum(exact.values()), counted.den, mode, unit)
    return Figure(cents, spread(cents, exact, unit), settled)
