"""What things cost and who pays: cost models, roundings, financing sources, all as data of the call.

A cost model is a list of lines worked out in order; a line reads only lines above it. The financing covers one line,
the base. Line and source ids are the names of the figures everywhere: in rules, on paper, in the report.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from grantdesk.call.terms.value import Id, Percent, Source, Strict, Unit, distinct
from grantdesk.words.phrase import Texts


class Rounding(Strict):
    """How an amount is rounded: to whole multiples of unit (cents), by a named mode, at a level.

    Level row: each row of the table; year: each partner's year; partner: each partner's whole, and the years share it
    out by largest remainder. The project is always the sum of the partners.
    """

    unit: Unit = 1
    mode: Literal["half_up", "floor", "ceil"] = "half_up"
    level: Literal["row", "year", "partner"] = "partner"


class Line(Strict):
    """What every line of a cost model has."""

    id: Id
    label: Texts
    shown: bool = True
    """False: only an intermediate result, not printed."""


class RowsLine(Line):
    """The sum over the rows of a partner's table; a row is the product of its columns, one of them money."""

    kind: Literal["rows"]
    table: Id
    """The id of the table node in a partner section."""
    multiply: Annotated[tuple[Id, ...], Field(min_length=1, max_length=4)]
    year: Id | None = None
    """The column that says the year."""
    where: Id | None = None
    """The choice column that picks rows for this line: those where it says the line's id."""
    rounding: Rounding = Rounding(level="row")


class RateLine(Line):
    """A rate of the sum of lines above."""

    kind: Literal["rate"]
    of: Annotated[tuple[Id, ...], Field(min_length=1)]
    rate: Percent
    rounding: Rounding


class SumLine(Line):
    """The sum of lines above, some of them subtracted."""

    kind: Literal["sum"]
    of: Annotated[tuple[Id, ...], Field(min_length=1)]
    less: tuple[Id, ...] = ()


class AmountLine(Line):
    """An amount that the partner states: a money node of a partner section."""

    kind: Literal["amount"]
    node: Id


AnyLine = Annotated[RowsLine | RateLine | SumLine | AmountLine, Field(discriminator="kind")]


class CostModel(Strict):
    """One way to work out the costs of a partner."""

    label: Texts
    help: Texts | None = None
    lines: Annotated[tuple[AnyLine, ...], Field(min_length=1, max_length=60)]
    source: Source = ""
    confirmed: bool = True

    @field_validator("lines")
    @classmethod
    def _in_order(cls, lines: tuple[AnyLine, ...]) -> tuple[AnyLine, ...]:
        above: set[str] = set()
        for line in distinct(lines):
            reads = (*getattr(line, "of", ()), *getattr(line, "less", ()))
            if missing := [r for r in reads if r not in above]:
                raise ValueError(f"the line {line.id!r} reads {missing[0]!r}, which does not stand above it")
            above.add(line.id)
        return lines


class Costs(Strict):
    """The cost models of the call and the node that chooses among them (none where there is only one)."""

    models: Annotated[dict[Id, CostModel], Field(min_length=1)]
    choice: Id | None = None

    @model_validator(mode="after")
    def _chosen(self) -> "Costs":
        if (self.choice is None) != (len(self.models) == 1):
            raise ValueError("several cost models need a node that chooses, and one model needs none")
        return self


class FundingSource(Strict):
    """What every source of financing has."""

    id: Id
    label: Texts
    applied: bool = False
    """It is the support that is applied for."""
    public: bool = True
    """It counts as public financing."""


class ShareSource(FundingSource):
    """A rate of the base, never above it: the support of the funder."""

    kind: Literal["share"]
    rate: Percent
    """The highest rate that the call allows."""
    asked: Id | None = None
    """The rate node in which a lower rate is asked for."""
    rounding: Rounding


class RowsSource(FundingSource):
    """What others have promised: the rows of a partner's table whose choice column says the source's id."""

    kind: Literal["rows"]
    table: Id
    amount: Id
    where: Id
    year: Id | None = None


class RestSource(FundingSource):
    """What remains of the base, so that the financing always adds up."""

    kind: Literal["rest"]


AnySource = Annotated[ShareSource | RowsSource | RestSource, Field(discriminator="kind")]


class Financing(Strict):
    """Who pays the base. Exactly one source is the rest: Σ sources = base by construction."""

    base: Id
    sources: Annotated[tuple[AnySource, ...], Field(min_length=1, max_length=20)]

    @field_validator("sources")
    @classmethod
    def _one_rest(cls, sources: tuple[AnySource, ...]) -> tuple[AnySource, ...]:
        if sum(source.kind == "rest" for source in distinct(sources)) != 1:
            raise ValueError("exactly one source of the financing is the rest")
        return sources
