"""The judge of a node: what is wrong with an answer to it, by its kind."""

from collections.abc import Iterable
from typing import assert_never

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
    Number,
    Partners,
    Rate,
    Several,
    TableNode,
    Text,
    Total,
    YesNo,
)
from grantdesk.model.path import Path
from grantdesk.rules.answer import choice, file, grid, number, text
from grantdesk.rules.fault import SHAPE, Fault, Judge
from grantdesk.rules.finding import Finding


def judge(call: Call, node: AnyNode) -> Judge:
    """The judge of a node. Rows are judged one by one, by the judges of their columns."""
    match node:
        case Money() | Number() | Rate():
            return number.span(node)
        case Choice():
            return choice.choice(call, node)
        case Several():
            return choice.several(call, node)
        case Attachment():
            return file.attachment(node)
        case Matrix():
            return grid.matrix(node)
        case Indicators():
            return grid.indicators(call, node)
        case TableNode() | Partners():
            return lambda value: () if isinstance(value, dict) else (SHAPE,)
        case Total() | Info():
            return lambda value: ()
        case _:
            return _of_text(node)


def _of_text(node: Text | Essay | Date | Identifier | YesNo) -> Judge:
    match node:
        case Text():
            return text.text(node)
        case Essay():
            return text.essay(node)
        case Date():
            return text.date(node)
        case Identifier():
            return text.identifier(node)
        case YesNo():
            return text.yes_no(node)
        case _:
            assert_never(node)


def findings(faults: Iterable[Fault], node: AnyNode, path: Path) -> tuple[Finding, ...]:
    """What a judge said, as findings at a place."""
    return tuple(
        Finding(
            fault.kind,
            path + fault.below,
            "error",
            {"label": node.label, **fault.facts},
            node.source,
            fault.kind,
        )
        for fault in faults
    )
