"""A cell of a table: an answer as short as it goes, and the column that it stands in."""

from collections.abc import Iterable, Sequence
from typing import Any

from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Date,
    Essay,
    Money,
    Number,
    Rate,
    Several,
    Text,
    Total,
)
from grantdesk.outline.block import Column
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.fact.answer import NOTHING, items, plain
from grantdesk.rules.date import is_day
from grantdesk.rules.value import whole
from grantdesk.words.manner import NBSP
from grantdesk.words.phrase import Texts

PHRASE = 100  # characters; a text that may be longer wants a wider column


def cell(dossier: Dossier, question: Question | None, cents: bool = False) -> str:
    """The answer of a row in a column; empty where the row is not asked it. `cents`: amounts always show them."""
    if question is None:
        return ""
    node, value = question.node, given(question)
    if value is None:
        return NOTHING
    if isinstance(node, Several | Attachment):
        return "; ".join(map(dossier.say, items(dossier.form.call, node, value, dossier.names.of)))
    number = whole(value)
    if number is not None:
        return numbered(dossier, node, number, cents)
    said = dossier.said(node, value)
    return said.replace(" ", NBSP) if isinstance(node, Date) and is_day(value) else said


def given(question: Question) -> Any:
    """The answer, or for a total of the row what is worked out, in cents; None while there is nothing."""
    if not isinstance(question.node, Total):
        return question.answer
    *_, table, row = question.part.path
    return question.part.figures.rows.get(table, {}).get(row)


def numbered(dossier: Dossier, node: AnyNode, value: int, cents: bool) -> str:
    """A number without its unit, which stands above the column."""
    match node:
        case Money() | Total():
            return dossier.language.money(value, cents or None)
        case Number(plain=False, decimals=decimals):
            return dossier.language.number(value, decimals)
        case Rate():
            return dossier.language.rate(value)
        case _:
            return str(value)


def has_cents(questions: Iterable[Question]) -> bool:
    """Are there amounts among the answers that are no whole euros?"""
    money = [each for each in questions if isinstance(each.node, Money | Total)]
    return any((whole(given(each)) or 0) % 100 for each in money)


def summed(dossier: Dossier, node: AnyNode, questions: Sequence[Question]) -> tuple[str, bool]:
    """The sum of a column, and whether it is settled. What is no number is left out; without any there is no sum."""
    found = [number for each in questions if (number := whole(given(each))) is not None]
    if not found:
        return NOTHING, True
    return numbered(dossier, node, sum(found), has_cents(questions)), len(found) == len(questions)


def column(dossier: Dossier, node: AnyNode) -> Column:
    """The column of a node, with its unit."""
    unit = node.unit if isinstance(node, Number) else None
    return Column(labelled(dossier, node.label, unit), wish(node), is_numeric(node))


def labelled(dossier: Dossier, label: Texts, unit: Texts | None) -> str:
    """A label with its unit: "Työmäärä (htkk)"."""
    said = dossier.pick(label)
    return dossier.say(plain("{label} ({unit})", label=said, unit=dossier.pick(unit))) if unit else said


def is_numeric(node: AnyNode) -> bool:
    """Do its answers stand to the right, one under the other?"""
    return isinstance(node, Money | Rate | Total) or (isinstance(node, Number) and not node.plain)


def wish(node: AnyNode) -> float:
    """How wide the column would like to be beside the others."""
    match node:
        case Essay():
            return 3.0
        case Text(most=most):
            return 2.0 if most > PHRASE else 1.5
        case Choice() | Several() | Attachment():
            return 1.3
        case _:
            return 1.0
