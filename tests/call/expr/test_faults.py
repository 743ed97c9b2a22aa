"""What is refused when a call is loaded, with its sentence and its place."""

from typing import Any

import pytest

from grantdesk.call.expr import (
    BOOL,
    DATE,
    INT,
    MONEY,
    RATE,
    TEXT,
    ExpressionFault,
    ListOf,
    Number,
    OneOf,
    Record,
    Scope,
    SetOf,
    compiled,
    described,
)
from grantdesk.words import Language

ROW = Record({"x": INT, "role": OneOf(frozenset({"lead", "member"})), "cells": ListOf(INT)})
SCOPE = Scope(
    {
        "n": INT,
        "pm": Number(2),
        "eu": MONEY,
        "rate": RATE,
        "s": TEXT,
        "f": BOOL,
        "d": DATE,
        "m": SetOf(OneOf(frozenset({"a", "b"}))),
        "r": Record({"x": INT, "rows": ListOf(ROW)}),
        "rows": ListOf(ROW),
    },
    None,
    {"most": (MONEY, 1)},
)


def fault(source: str, want: Any = None) -> ExpressionFault:
    with pytest.raises(ExpressionFault) as caught:
        compiled(source, SCOPE, want)
    return caught.value


def marked(text: str) -> tuple[str, int]:
    """The expression and the place of the mark ▸ in it."""
    return text.replace("▸", ""), text.index("▸")


FAULTS = [
    # tokens
    ("n ▸# 1", "“#” has no meaning in an expression."),
    ("n ▸= 1", "“=” has no meaning in an expression."),
    ("n == ▸٣", "“٣” has no meaning in an expression."),
    ('s == ▸"abc', "This text has no closing quotation mark, or an escape that is not known here."),
    ('s == ▸"\\d"', "This text has no closing quotation mark, or an escape that is not known here."),
    ("n > ▸0.5", "“0.5” is no whole number. Amounts are written eur(1000), rates bp(4000) for 40%."),
    ("n > ▸0x1F", "“0x1F” is no whole number. Amounts are written eur(1000), rates bp(4000) for 40%."),
    ("n < ▸9223372036854775808", "The number is too large."),
    # grammar
    ("▸", "The expression is not complete."),
    ("n == ▸", "The expression is not complete."),
    ("(n == 1▸", "“)” is missing here."),
    ("n == 1▸)", "“)” does not belong here."),
    ("n ▸n", "“n” does not belong here."),
    ("▸{1: 2}", "“{” has no meaning in an expression."),
    ("f ? 1▸", "“:” is missing here."),
    ("f ? f ▸? 1 : 2 : 3", "“:” is missing here."),
    ("size(s▸", "“)” is missing here."),
    ("1 < n ▸< 3", "Comparisons do not follow each other. Join them with &&."),
    ("n == 1 ▸in [true]", "Comparisons do not follow each other. Join them with &&."),
    ("r.▸1", "A name is missing here."),
    ("r.▸in", "A name is missing here."),
    ("r.▸null", "“null” is a reserved word and no name."),
    ("▸null == s", "“null” is a reserved word and no name."),
    ("rows.all(▸for, true)", "“for” is a reserved word and no name."),
    ("rows.all(▸1, true)", "A name is missing here."),
    ("rows.all(i▸)", "“,” is missing here."),
    ("s.▸matches('a+')", "Lists know all, exists, filter and map, not “matches”."),
    ("rows[▸0]", "In square brackets stands a field's name in quotation marks."),
    ("▸has(1)", "has() takes one field: has(project.start)."),
    ("▸has(s, s)", "has() takes one field: has(project.start)."),
    # names
    ("▸x == 1", "There is no “x” here."),
    ("▸this.x == 1", "There is no “this” here."),
    ("r▸.y == 1", "“r” has no field “y”."),
    ("s▸.__class__ == s", "“s” has no field “__class__”."),
    ("most▸.x == 1", "“most” has no field “x”."),
    ("rows▸.x == 1", "“rows” has no field “x”."),
    ("rows.filter(i, true)▸.x", "“rows.filter(i, true)” has no field “x”."),
    ("rows.exists(i, true) && ▸i.x > 1", "There is no “i” here."),
    ("▸eval(s)", "There is no function “eval”."),
    # types
    ("n ▸== s", "“==” does not stand between a whole number and a text."),
    ("s ▸< 'b'", "“<” does not stand between a text and a text."),
    ("f ▸< true", "“<” does not stand between a yes or no and a yes or no."),
    ("m ▸== m", "“==” does not stand between a choice of several and a choice of several."),
    ("r ▸== r", "“==” does not stand between a group of fields and a group of fields."),
    ("eu ▸> 1", "“>” does not stand between an amount of money and a whole number."),
    ("eu ▸+ s > eu", "“+” does not stand between an amount of money and a text."),
    ("eu ▸+ rate > eu", "“+” does not stand between an amount of money and a rate."),
    ("n ▸+ pm > pm", "“+” does not stand between a whole number and a number with 2 decimals."),
    ("s ▸+ s == s", "“+” does not stand between a text and a text."),
    ("eu <= eu ▸* rate", "An amount and a rate go together in share() or within()."),
    ("rate ▸* eu > eu", "An amount and a rate go together in share() or within()."),
    ("eu ▸* eu > eu", "“*” does not stand between an amount of money and an amount of money."),
    ("n ▸* s > n", "“*” does not stand between a whole number and a text."),
    ("n ▸/ eu > n", "“/” does not stand between a whole number and an amount of money."),
    ("eu ▸% 2 > eu", "“%” does not stand between an amount of money and a whole number."),
    ("▸-s == s", "“-” does not stand before a text."),
    ("▸!n", "“!” does not stand before a whole number."),
    ("f && ▸n", "“&&” needs a yes or no here, not a whole number."),
    ("▸s || f", "“||” needs a yes or no here, not a text."),
    ("▸n ? 1 : 2", "“?” needs a yes or no here, not a whole number."),
    ("f ? 1 : ▸s", "“:” does not stand between a whole number and a text."),
    ("(f ? r.rows : ▸rows).all(i, i.x > 1)", "“:” does not stand between a list and a list."),
    ("n ▸in s", "“in” does not stand between a whole number and a text."),
    ("s ▸in rows", "“in” does not stand between a text and a list."),
    ("n ▸in m", "“in” does not stand between a whole number and a choice of several."),
    ("n ▸in [s]", "“in” does not stand between a whole number and a list."),
    ("size(▸[])", "A list holds single values of one kind, at least one."),
    ("size(▸[1, s])", "A list holds single values of one kind, at least one."),
    ("size(▸[r, r])", "A list holds single values of one kind, at least one."),
    ("▸size(n) > 1", "size() does not take this: a whole number."),
    ("▸size() > 1", "size() needs something in its brackets."),
    ("▸min(eu, n) > eu", "min() does not take this: an amount of money and a whole number."),
    ("▸sum(rows) > 1", "sum() does not take this: a list."),
    ("▸within(eu, eu) || f", "within() does not take this: an amount of money and an amount of money."),
    ("d > ▸'1.2.2027'", "“1.2.2027” is no date. Dates are written 2027-03-31."),
    ("year(▸'2027') == 1", "“2027” is no date. Dates are written 2027-03-31."),
    ("rows.all(i, i.role == ▸'leed')", "“leed” is none of the options."),
    ("rows.all(i, i.role in ['lead', ▸'leed'])", "“leed” is none of the options."),
    ("▸'c' in m", "“c” is none of the options."),
    # loops
    ("s▸.all(i, true)", "“all” goes over a list, not a text."),
    ("rows.all(i, ▸i.x)", "“all” needs a yes or no here, not a whole number."),
    ("rows.filter(i, ▸i.x)", "“filter” needs a yes or no here, not a whole number."),
    ("size(rows.map(i, ▸i)) > 1", "“map” makes single values, not a group of fields."),
    ("rows.all(▸s, true)", "The name “s” is taken. Choose another one."),
    ("rows.all(▸this, true)", "The name “this” is taken. Choose another one."),
    ("rows.all(▸most, true)", "The name “most” is taken. Choose another one."),
    ("rows.all(i, rows.all(▸i, true))", "The name “i” is taken. Choose another one."),
    ("rows.all(i, rows.all(j, rows.all(▸k, true)))", "Loops stand at most 2 deep."),
    ("rows.all(i, rows.all(j, 1 in ▸j.cells))", "Loops stand at most 2 deep."),
    # the whole
    ("▸r", "This is a group of fields. Name one of them."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "sentence"), FAULTS)
def test_a_fault_says_what_is_wrong_and_where(source: str, sentence: str) -> None:
    text, position = marked(source)
    found = fault(text)
    assert (said(found), found.position) == (sentence, position)


def said(found: ExpressionFault) -> str:
    return Language("en").say(found.phrase)


@pytest.mark.parametrize(
    ("source", "want", "sentence"),
    [
        ("n", BOOL, "This gives a whole number, and a yes or no is needed."),
        ("1", MONEY, "This gives a whole number, and an amount of money is needed."),
        ("pm", Number(1), "This gives a number with 2 decimals, and a number with 1 decimal is needed."),
        ("d", RATE, "This gives a date, and a rate is needed."),
    ],
)
def test_a_fault_says_what_is_wanted(source: str, want: Any, sentence: str) -> None:
    found = fault(source, want)
    assert (said(found), found.position) == (sentence, 0)


def test_every_bound_is_held() -> None:
    assert said(fault("true" + " " * 1997)) == "The expression is longer than 2,000 characters."
    assert compiled("true" + " " * 1996, SCOPE)({}) is True
    assert said(fault("!" * 25 + "f")) == "More than 24 levels stand in each other here."
    assert compiled("!" * 24 + "f", SCOPE)({"f": True}) is True
    assert said(fault("(" * 24 + "f" + ")" * 24)) == "More than 24 levels stand in each other here."
    assert compiled("(" * 23 + "f" + ")" * 23, SCOPE)({"f": True}) is True
    assert said(fault("r" + ".x" * 25)) == "More than 24 levels stand in each other here."
    assert said(fault("+".join("1" * 101))) == "The expression is too large: it has more than 200 parts."
    assert compiled("+".join("1" * 100), SCOPE)({}) == 100


def test_a_text_is_cut_at_the_bound() -> None:
    assert fault("f" * 2001).position == 2000


def test_types_are_called_by_words() -> None:
    types = (MONEY, RATE, TEXT, DATE, BOOL, INT, Number(1), OneOf(frozenset()), ListOf(INT), SetOf(TEXT), ROW)
    assert [Language("en").say(described(type_)) for type_ in types] == [
        "an amount of money", "a rate", "a text", "a date", "a yes or no", "a whole number", "a number with 1 decimal",
        "a text", "a list", "a choice of several", "a group of fields",
    ]  # fmt: skip
