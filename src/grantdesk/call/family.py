"""Families of types: which parameters of a rule are expressions, and what each of them may give."""

from collections.abc import Mapping
from functools import cache
from typing import Any, assert_never, get_args, get_origin

from grantdesk.call.expr import BOOL, DATE, MONEY, TEXT, ListOf, Record, SetOf, Type, is_numeric
from grantdesk.call.expr.types import widened
from grantdesk.call.terms.operand import Family, Operand
from grantdesk.call.terms.rule import Rule
from grantdesk.words.phrase import Phrase, phrase

WANTED: Mapping[Family, Phrase] = {
    "bool": phrase("a yes or no"),
    "money": phrase("an amount of money"),
    "number": phrase("a number"),
    "date": phrase("a date"),
    "text": phrase("a text"),
    "set": phrase("a choice of several"),
    "rows": phrase("a table"),
    "any": phrase("an answer"),
}


@cache
def operands(kind: type[Rule]) -> Mapping[str, Operand]:
    """The parameters of a rule kind that are expressions, with the family of types each must have."""
    found = {name: _operand(field.annotation, field.metadata) for name, field in kind.model_fields.items()}
    return {name: operand for name, operand in found.items() if operand is not None}


def _operand(annotation: Any, metadata: Any = ()) -> Operand | None:
    for mark in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(mark, Operand):
            return mark
    inner = (
        _operand(part) for part in get_args(annotation) if get_origin(part) or hasattr(part, "__metadata__")
    )
    return next((operand for operand in inner if operand is not None), None)


def belongs(type_: Type, family: Family) -> bool:
    """Is the type one of the family?"""
    match family:
        case "bool":
            return type_ == BOOL
        case "money":
            return type_ == MONEY
        case "number":
            return is_numeric(type_)
        case "date":
            return type_ == DATE
        case "text":
            return widened(type_) == TEXT
        case "set":
            return isinstance(type_, SetOf)
        case "rows":
            return isinstance(type_, ListOf) and isinstance(type_.item, Record)
        case "any":
            return True
        case _:
            assert_never(family)
