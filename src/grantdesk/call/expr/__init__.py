"""The expression language of calls: a strict subset of CEL, typed against the call, three-valued, explainable, bounded.

    compiled(source, scope, want)    → Program, or ExpressionFault with a position
    program(root, this)              → a value of program.type, or UNKNOWN
    explain(program, root, this)     → the parts that decide the value

The language is told in docs/expressions.md.
"""

from grantdesk.call.expr.explain import Reason, explain
from grantdesk.call.expr.fault import ExpressionFault
from grantdesk.call.expr.program import Program, compiled
from grantdesk.call.expr.types import (
    BOOL,
    DATE,
    INT,
    MONEY,
    RATE,
    TEXT,
    ListOf,
    Number,
    OneOf,
    Record,
    Scalar,
    Scope,
    SetOf,
    Type,
    described,
    is_numeric,
    is_ordered,
    is_single,
    widened,
)
from grantdesk.call.expr.value import UNKNOWN, Unknown

__all__ = [
    "BOOL",
    "DATE",
    "INT",
    "MONEY",
    "RATE",
    "TEXT",
    "UNKNOWN",
    "ExpressionFault",
    "ListOf",
    "Number",
    "OneOf",
    "Program",
    "Reason",
    "Record",
    "Scalar",
    "Scope",
    "SetOf",
    "Type",
    "Unknown",
    "compiled",
    "described",
    "explain",
    "is_numeric",
    "is_ordered",
    "is_single",
    "widened",
]
