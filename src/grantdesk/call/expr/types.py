"""The types of an expression, and the scope that gives names their types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeAlias, assert_never

from grantdesk.call.expr.value import UNKNOWN, is_date, shaped
from grantdesk.words.phrase import Phrase, counted, phrase


class Scalar(Enum):
    """A type of single values that needs nothing more to be said."""

    BOOL = "bool"
    MONEY = "money"
    RATE = "rate"
    TEXT = "text"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Number:
    """A number held as an integer of 1/10**decimals."""

    decimals: int = 0


@dataclass(frozen=True, slots=True)
class OneOf:
    """A text that is one of these options; a text that is written out beside it must be one too."""

    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A table {row id: item}, and what `filter`, `map` and list literals give."""

    item: "Type"


@dataclass(frozen=True, slots=True)
class SetOf:
    """A several answer {option: True}; the item is TEXT or OneOf."""

    item: "Type"


@dataclass(frozen=True, slots=True)
class Record:
    """A group of fields, or a row."""

    fields: "Mapping[str, Type]"

    def __hash__(self) -> int:
        return hash(frozenset(self.fields))


Type: TypeAlias = Scalar | Number | OneOf | ListOf | SetOf | Record

BOOL, MONEY, RATE, TEXT, DATE = Scalar.BOOL, Scalar.MONEY, Scalar.RATE, Scalar.TEXT, Scalar.DATE
INT = Number(0)


def is_single(type_: Type) -> bool:
    """Is it a type of single values?"""
    return isinstance(type_, Scalar | Number | OneOf)


def is_numeric(type_: Type) -> bool:
    """Can it be added up?"""
    return isinstance(type_, Number) or type_ in (MONEY, RATE)


def is_ordered(type_: Type) -> bool:
    """Is there a smaller and a larger?"""
    return is_numeric(type_) or type_ is DATE


def widened(type_: Type) -> Type:
    """The type without its options."""
    match type_:
        case OneOf():
            return TEXT
        case ListOf(item):
            return ListOf(widened(item))
        case SetOf(item):
            return SetOf(widened(item))
        case Scalar() | Number() | Record():
            return type_
        case _:
            assert_never(type_)


def kind(type_: Type) -> type:
    """The Python type that holds it in the answers."""
    match type_:
        case Scalar.BOOL:
            return bool
        case Scalar.MONEY | Scalar.RATE | Number():
            return int
        case Scalar.TEXT | Scalar.DATE | OneOf():
            return str
        case ListOf() | SetOf() | Record():
            return dict
        case _:
            assert_never(type_)


def described(type_: Type) -> Phrase:
    """The type as a call's author calls it."""
    match type_:
        case Scalar.BOOL:
            return phrase("a yes or no")
        case Scalar.MONEY:
            return phrase("an amount of money")
        case Scalar.RATE:
            return phrase("a rate")
        case Scalar.TEXT | OneOf():
            return phrase("a text")
        case Scalar.DATE:
            return phrase("a date")
        case Number(decimals):
            if decimals == 0:
                return phrase("a whole number")
            return counted("a number with {n} decimal", "a number with {n} decimals", n=decimals)
        case ListOf():
            return phrase("a list")
        case SetOf():
            return phrase("a choice of several")
        case Record():
            return phrase("a group of fields")
        case _:
            assert_never(type_)


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that an expression may use.

    `roots` are read from the application's root, `this` is the entity that a rule stands on, `constants` are
    {name: (type, value)} with single values or tuples of them: cents, basis points, ISO dates, as in the answers.
    ValueError if a constant is not of its type, or if two of them share a name.
    """

    roots: Mapping[str, Type]
    this: Record | None = None
    constants: Mapping[str, tuple[Type, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, (type_, value) in self.constants.items():
            if not _fits(value, type_):
                raise ValueError(f"the constant {name!r} is not of its type")
        names = [*self.roots, *self.constants, "this"]
        if len(set(names)) < len(names):
            raise ValueError("two roots or constants have the same name, or one is called this")

    def knows(self, name: str) -> bool:
        """Does the name mean something here?"""
        return name == "this" or name in self.roots or name in self.constants


def _fits(value: Any, type_: Type) -> bool:
    if isinstance(type_, ListOf):
        return isinstance(value, tuple) and all(_fits(item, type_.item) for item in value)
    if not is_single(type_) or shaped(value, kind(type_)) is UNKNOWN:
        return False
    return type_ is not DATE or is_date(value)


def fitted(value: Any, found: Type, wanted: Type) -> tuple[Type, Any]:
    """The type and the value of a literal in the unit of what it stands beside, which has the type `wanted`.

    A whole number beside a number with decimals is scaled, 0 is 0 in every unit, a text beside a date is a date and
    beside a choice one of its options. ValueError if it should be a date or an option, and is none.
    """
    if found == INT:
        if isinstance(wanted, Number):
            return wanted, value * 10**wanted.decimals
        return (wanted, 0) if value == 0 and is_numeric(wanted) else (found, value)
    if found is TEXT:
        if wanted is DATE and not is_date(value):
            raise ValueError(value)
        if isinstance(wanted, OneOf) and value not in wanted.options:
            raise ValueError(value)
        return (wanted, value) if wanted is DATE or isinstance(wanted, OneOf) else (found, value)
    return found, value
