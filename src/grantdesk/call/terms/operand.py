"""What a rule reads: an expression of a wanted family of types, marked in the rule's own declaration."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import StringConstraints

Family: TypeAlias = Literal["bool", "money", "number", "date", "text", "set", "rows", "any"]


@dataclass(frozen=True, slots=True)
class Operand:
    """The family of types that an expression of a rule must have; checked when the call is loaded."""

    family: Family


_Source = Annotated[str, StringConstraints(min_length=1, max_length=2000)]

BoolExpr = Annotated[_Source, Operand("bool")]
MoneyExpr = Annotated[_Source, Operand("money")]
NumberExpr = Annotated[_Source, Operand("number")]
"""An integer, a scaled number, an amount or a rate."""
DateExpr = Annotated[_Source, Operand("date")]
TextExpr = Annotated[_Source, Operand("text")]
SetExpr = Annotated[_Source, Operand("set")]
"""A several answer."""
RowsExpr = Annotated[_Source, Operand("rows")]
"""A table, whole or filtered."""
AnyExpr = Annotated[_Source, Operand("any")]
