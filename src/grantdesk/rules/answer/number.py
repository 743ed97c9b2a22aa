"""Numbers: amounts, rates and counts in their ranges, in a field or in a cell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, assert_never

from grantdesk.call.terms.node import Money, Number, Rate
from grantdesk.model.path import ROOT, Path
from grantdesk.rules.fault import Fault, quoted
from grantdesk.rules.value import whole
from grantdesk.words.phrase import Cents, Fact, Scaled
from grantdesk.words.phrase import Rate as RateFact


@dataclass(frozen=True, slots=True)
class Span:
    """From least to most; `said` makes a number a fact that a language says in its own way."""

    least: int
    most: int
    said: Callable[[int], Fact]
    example: Fact

    def __call__(self, value: Any, below: Path = ROOT) -> list[Fault]:
        """What is wrong with a number; a text is what somebody typed and nobody could read."""
        if isinstance(value, str):
            return [Fault("unreadable", {"typed": quoted(value), "example": self.example}, below)]
        number = whole(value)
        if number is None:
            return [Fault("shape", below=below)]
        if number < self.least:
            return [Fault("low", {"value": self.said(number), "least": self.said(self.least)}, below)]
        if number > self.most:
            return [Fault("high", {"value": self.said(number), "most": self.said(self.most)}, below)]
        return []


def span(node: Money | Number | Rate) -> Span:
    """The range of a node."""
    return Span(node.least, node.most, lambda value: said(node, value), example(node))


def example(node: Money | Number | Rate) -> Fact:
    """How a number is written: one in the range of the node."""
    match node:
        case Money():
            wish = 123_450
        case Rate():
            wish = 2_644
        case Number(decimals=decimals):
            wish = scaled(decimals)
        case _:
            assert_never(node)
    return said(node, min(max(wish, node.least), node.most))


def scaled(decimals: int) -> int:
    """A number that shows how decimals are written: 12 or 12,5."""
    return int(125 * 10**decimals // 10)


def said(node: Money | Number | Rate, value: int) -> Fact:
    """A number as a fact, in the node's own way."""
    match node:
        case Money():
            return Cents(value)
        case Rate():
            return RateFact(value)
        case Number():
            return str(value) if node.plain else Scaled(value, node.decimals, node.unit or "")
        case _:
            assert_never(node)
