"""The indicators of a part as a grid: what is counted, before the project and after it."""

from collections.abc import Iterator
from typing import Any

from grantdesk.call.terms.criterion import Indicator
from grantdesk.call.terms.node import Indicators
from grantdesk.outline.block import Block, Column, Entry, Grid
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.fact.answer import NOTHING, typed
from grantdesk.outline.kind.entry import unanswered
from grantdesk.rules.value import is_blank, whole
from grantdesk.words.phrase import Phrase, Scaled, phrase

BASELINE, TARGET, BASIS = phrase("Baseline"), phrase("Target"), phrase("Basis")


def indicators(dossier: Dossier, question: Question, node: Indicators) -> Iterator[Block]:
    """The indicators that are asked; what has another form is given as typed."""
    given = question.answer
    if given is None:
        yield unanswered(dossier, question)
        return
    values = given if isinstance(given, dict) else {}
    rows = {key: values[key] if isinstance(values.get(key), dict) else {} for key in node.indicators}
    if not dossier.edition.empty:
        rows = {key: row for key, row in rows.items() if not all(map(is_blank, row.values()))}
    others = {
        key: values[key] for key in node.indicators if key in values and not isinstance(values[key], dict)
    }
    if rows:
        yield _grid(dossier, question, node, rows)
    if others or not isinstance(given, dict):
        yield Entry(dossier.label(node), dossier.say(typed(others or given)), question.at)
    elif not rows:
        yield unanswered(dossier, question)


def _grid(dossier: Dossier, question: Question, node: Indicators, rows: dict[str, Any]) -> Grid:
    by_id = {indicator.id: indicator for indicator in dossier.form.call.indicators}
    asked = {"baseline": BASELINE, "target": TARGET} if node.baseline else {"target": TARGET}
    based = not all(is_blank(row.get("basis")) for row in rows.values())
    columns: dict[str, Phrase] = {**asked, "basis": BASIS} if based else asked
    return Grid(
        dossier.pick(node.label),
        (
            Column(dossier.say(phrase("Indicator")), 3.0),
            Column(dossier.say(phrase("Unit")), 1.2),
            *(
                Column(dossier.say(label), 3.0 if name == "basis" else 1.0, name != "basis")
                for name, label in columns.items()
            ),
        ),
        tuple(
            (
                dossier.pick(by_id[key].label),
                dossier.pick(by_id[key].unit),
                *(_cell(dossier, by_id[key], row.get(name)) for name in columns),
            )
            for key, row in rows.items()
        ),
        row_heads=1,
        at=question.at,
    )


def _cell(dossier: Dossier, indicator: Indicator, value: Any) -> str:
    if is_blank(value):
        return NOTHING
    number = whole(value)
    return dossier.say(typed(value) if number is None else Scaled(number, indicator.decimals))
