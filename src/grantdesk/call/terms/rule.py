"""The closed set of rule kinds: typed parameters and texts in the call, the judging in the room `rules`.

A new kind is a class here, a place in AnyRule, and a function in grantdesk.rules.kind. `expr` is the last resort.
"""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from grantdesk.call.terms.node import Counting, Scheme
from grantdesk.call.terms.operand import (
    AnyExpr,
    BoolExpr,
    DateExpr,
    MoneyExpr,
    NumberExpr,
    RowsExpr,
    SetExpr,
    TextExpr,
)
from grantdesk.call.terms.value import Amount, Id, OptionId, Percent, Severity, Source, Strict
from grantdesk.words.phrase import Texts

Ids = Annotated[tuple[Id, ...], Field(min_length=1)]
Ways = tuple[tuple[str, ...], ...]


def is_set(parameters: Any, name: str) -> bool:
    """Is the parameter given? At least nothing is no demand. What is no parameter at all is always there."""
    value = getattr(parameters, name, True)
    return value is not None and not (name == "least" and value == 0)


class Rule(Strict):
    """What every rule has.

    It stands on the project (scope ""), or on each row of a table ("partners", "work_packages", "partners.staff"). Its
    expressions name the project's answers directly and the row's own as `this.`.
    """

    id: Id
    scope: Annotated[str, Field(pattern=r"^([a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?)?$")] = ""
    severity: Severity = "error"
    when: BoolExpr | None = None
    """The rule is asked only where this is true."""
    at: Id | None = None
    """The node, in the scope, that the finding stands beside."""
    text: Texts | None = None
    """What is wrong and what to do, with {slots}; without it the kind's own sentence is said."""
    source: Source = ""
    confirmed: bool = True

    ways: ClassVar[Ways] = ()
    """The ways in which a rule of the kind can fail, each with the facts that it then gives to the text."""

    def facts(self) -> frozenset[str]:
        """The facts that its text may name: the label of the node beside it, and what is there however it fails."""
        possible = [frozenset(way) for way in self.ways if all(map(self._gives, way))]
        return frozenset({"label"}).union(frozenset.intersection(*possible) if possible else ())

    def _gives(self, fact: str) -> bool:
        return is_set(self, fact)


class Required(Rule):
    """At least one of the answers is there."""

    kind: Literal["required"]
    any_of: Annotated[tuple[AnyExpr, ...], Field(min_length=1)]


class LimitRule(Rule):
    """A text is not too long, not too short."""

    kind: Literal["limit"]
    ways: ClassVar[Ways] = (("count", "most", "over"), ("count", "least"))
    value: TextExpr
    least: int = 0
    most: int | None = None
    counting: Counting = "characters"


class Range(Rule):
    """A number lies in a range."""

    kind: Literal["range"]
    ways: ClassVar[Ways] = (("value", "least"), ("value", "most"))
    value: NumberExpr
    least: NumberExpr | None = None
    most: NumberExpr | None = None


class Order(Rule):
    """Dates follow each other."""

    kind: Literal["order"]
    ways: ClassVar[Ways] = (("first", "then"),)
    first: DateExpr
    then: DateExpr
    apart: bool = False
    """True: the same day is not enough."""


class Unique(Rule):
    """No two rows have the same values in the columns; `rows` says how many have."""

    kind: Literal["unique"]
    ways: ClassVar[Ways] = (("value", "rows"),)
    rows: RowsExpr
    columns: Ids


class Count(Rule):
    """So many rows."""

    kind: Literal["count"]
    ways: ClassVar[Ways] = (("count", "least"), ("count", "most"))
    rows: RowsExpr
    least: int = 0
    most: int | None = None


class SumEquals(Rule):
    """Parts add up to a total."""

    kind: Literal["sum_equals"]
    ways: ClassVar[Ways] = (("sum", "total", "difference"),)
    parts: Annotated[tuple[NumberExpr, ...], Field(min_length=1)]
    total: NumberExpr
    tolerance: Annotated[int, Field(ge=0)] = 0


class ShareMax(Rule):
    """A part is at most a share of the whole."""

    kind: Literal["share_max"]
    ways: ClassVar[Ways] = (("part", "whole", "rate", "limit", "over"),)
    part: MoneyExpr
    whole: MoneyExpr
    rate: Percent


class ShareMin(Rule):
    """A part is at least a share of the whole."""

    kind: Literal["share_min"]
    ways: ClassVar[Ways] = (("part", "whole", "rate", "limit", "short"),)
    part: MoneyExpr
    whole: MoneyExpr
    rate: Percent


class Compare(Rule):
    """Two values compare."""

    kind: Literal["compare"]
    ways: ClassVar[Ways] = (("left", "right"),)
    left: NumberExpr
    is_: Annotated[Literal["<", "<=", "==", ">=", ">", "!="], Field(alias="is")]
    right: NumberExpr


class RequiresAttachment(Rule):
    """There are files enough; `n` says how many are needed."""

    kind: Literal["requires_attachment"]
    ways: ClassVar[Ways] = (("n",),)
    files: RowsExpr
    least: Annotated[int, Field(ge=1)] = 1


class Pattern(Rule):
    """A text has a form. In a mask 9 is a digit, A a letter, * either, ? anything; the rest is itself."""

    kind: Literal["pattern"]
    ways: ClassVar[Ways] = (("value", "example"),)
    value: TextExpr
    masks: Annotated[tuple[Annotated[str, Field(min_length=1, max_length=100)], ...], Field(min_length=1)]


class Checksum(Rule):
    """An identifier is sound."""

    kind: Literal["checksum"]
    ways: ClassVar[Ways] = (("value",),)
    value: TextExpr
    scheme: Scheme


class Exists(Rule):
    """What is referred to exists: the value is the id of a row."""

    kind: Literal["exists"]
    ways: ClassVar[Ways] = (("value",),)
    value: TextExpr
    rows: RowsExpr


class Group(Strict):
    """A kind of member and how many of it a consortium needs."""

    any_of: Annotated[tuple[OptionId, ...], Field(min_length=1)]
    least: int = 0
    most: int | None = None
    label: Texts


class Composition(Rule):
    """The rows are made up as the call demands."""

    kind: Literal["composition"]
    ways: ClassVar[Ways] = (("group", "count", "least"), ("group", "count", "most"))
    rows: RowsExpr
    column: Id
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]

    def _gives(self, fact: str) -> bool:
        return any(is_set(group, fact) for group in self.groups)


class LookupRow(Strict):
    """One line of a table of what is allowed: the keys ("*" stands for any), and the most that the value may be."""

    keys: Annotated[tuple[str, ...], Field(min_length=1)]
    allowed: bool = True
    most: Annotated[int, Field(ge=0)] | None = None


class Lookup(Rule):
    """The first line whose keys fit decides."""

    kind: Literal["lookup"]
    ways: ClassVar[Ways] = (("keys",), ("value", "most"))
    keys: Annotated[tuple[TextExpr, ...], Field(min_length=1, max_length=4)]
    value: NumberExpr | None = None
    table: Annotated[tuple[LookupRow, ...], Field(min_length=1, max_length=500)]
    otherwise: bool = False
    """Is it allowed where no line fits?"""

    @model_validator(mode="after")
    def _as_wide_as_the_keys(self) -> Self:
        if any(len(row.keys) != len(self.keys) for row in self.table):
            raise ValueError("every line has as many keys as the rule")
        if self.value is None and any(row.most is not None for row in self.table):
            raise ValueError("a line with `most` needs a value to compare")
        return self


class AidIntensity(Rule):
    """Aid is within the intensity of its category and size."""

    kind: Literal["aid_intensity"]
    ways: ClassVar[Ways] = (("part", "whole", "rate", "limit", "over"),)
    category: TextExpr
    size: TextExpr
    bonuses: SetExpr | None = None
    part: MoneyExpr
    whole: MoneyExpr


class RollingMax(Rule):
    """Amounts of the last years and one more stay under a ceiling."""

    kind: Literal["rolling_max"]
    ways: ClassVar[Ways] = (("since", "earlier", "plus", "sum", "most", "over"),)
    rows: RowsExpr
    date: Id
    amount: Id
    plus: MoneyExpr
    until: DateExpr
    years: Annotated[int, Field(ge=1, le=20)]
    most: Amount


class Expr(Rule):
    """An expression that must be true; its text says what to do."""

    kind: Literal["expr"]
    must: BoolExpr

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None:
            raise ValueError("a rule of kind expr has a text")
        return self


AnyRule = Annotated[
    Required
    | LimitRule
    | Range
    | Order
    | Unique
    | Count
    | SumEquals
    | ShareMax
    | ShareMin
    | Compare
    | RequiresAttachment
    | Pattern
    | Checksum
    | Exists
    | Composition
    | Lookup
    | AidIntensity
    | RollingMax
    | Expr,
    Field(discriminator="kind"),
]
