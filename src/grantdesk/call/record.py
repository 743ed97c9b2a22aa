"""The types of answers, worked out from what is asked: what an expression of the call can read."""

from collections.abc import Iterable
from typing import assert_never

from grantdesk.call.expr import BOOL, DATE, INT, MONEY, RATE, TEXT, ListOf, Number, OneOf, Record, SetOf, Type
from grantdesk.call.reference import common, figures, options, own
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Date,
    Essay,
    Identifier,
    Indicators,
    Info,
    Matrix,
    Money,
    Partners,
    Rate,
    Several,
    TableNode,
    Text,
    Total,
    YesNo,
)
from grantdesk.call.terms.node import Number as NumberNode

FILES = ListOf(Record({"name": TEXT, "type": TEXT, "size": INT, "sha256": TEXT}))


def number(decimals: int) -> Type:
    """Whole numbers count, the others are held as integers of 1/10**decimals and do not mix."""
    return Number(decimals) if decimals else INT


def answer(call: Call, node: AnyNode) -> Type | None:
    """The type of a node's answer; None where nothing is answered."""
    match node:
        case Text() | Essay() | Identifier():
            return TEXT
        case Choice():
            return chosen(call, node)
        case Money():
            return MONEY
        case NumberNode(decimals=decimals):
            return number(decimals)
        case Rate():
            return RATE
        case Date():
            return DATE
        case YesNo():
            return BOOL
        case Several():
            return SetOf(chosen(call, node))
        case Attachment():
            return FILES
        case TableNode(table=table):
            return ListOf(record(call, call.tables[table].columns))
        case Partners():
            return ListOf(partner(call))
        case Matrix(decimals=decimals):
            return ListOf(ListOf(number(decimals)))
        case Indicators():
            return _indicators(call, node)
        case Total() | Info():
            return None
        case _:
            assert_never(node)


def chosen(call: Call, node: Choice | Several) -> Type:
    """One of the options, so that a slip in a condition is found; any text where rows of a table are chosen."""
    return TEXT if node.options is None else OneOf(options(call, node))


def _indicators(call: Call, node: Indicators) -> Record:
    decimals = {indicator.id: indicator.decimals for indicator in call.indicators}
    return Record(
        {
            name: Record(
                {"baseline": number(decimals[name]), "target": number(decimals[name]), "basis": TEXT}
            )
            for name in node.indicators
        }
    )


def record(call: Call, nodes: Iterable[AnyNode]) -> Record:
    """The record of what the nodes answer."""
    return Record({node.id: type_ for node in nodes if (type_ := answer(call, node)) is not None})


def amounts(call: Call) -> Record:
    """The figures, each an amount."""
    return Record(dict.fromkeys(figures(call), MONEY))


def partner(call: Call) -> Record:
    """A partner's part: what it answers, and its figures."""
    return Record({**record(call, own(call).values()).fields, "figures": amounts(call)})


def project(call: Call) -> Record:
    """The whole application as an expression of the project reads it."""
    return Record({**record(call, common(call).values()).fields, "figures": amounts(call)})
