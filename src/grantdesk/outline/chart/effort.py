"""The work of the partners as stacked bars, from a matrix of partners and work packages."""

from collections.abc import Iterator, Mapping
from typing import Any

from grantdesk.call.terms.node import Matrix
from grantdesk.outline.block import Chart, Grid
from grantdesk.outline.chart.stacks import PARTNERS, SHARE, Bars, drawn
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.kind.matrix import matrix
from grantdesk.rules.value import whole
from grantdesk.words.phrase import Fact, Scaled, phrase

MOST = phrase("Most of it goes to {name}: {amount} ({rate}).")


def effort(dossier: Dossier, question: Question, node: Matrix) -> Iterator[Chart]:
    """A bar for each partner, made of the other table's rows. Nothing for a matrix without the partners."""
    partners = dossier.form.partners.id if dossier.form.partners else ""
    given = question.answer
    if partners not in (node.rows, node.columns) or not isinstance(given, dict):
        return
    turned = node.rows != partners
    names = dossier.names.of(partners)
    parts = dossier.names.of(node.rows if turned else node.columns)
    bars = [
        (dossier.say(name.full), [_value(given, (part, key) if turned else (key, part)) for part in parts])
        for key, name in names.items()
    ]
    series = [dossier.say(name.full) for name in parts.values()]
    table = next((block for block in matrix(dossier, question, node) if isinstance(block, Grid)), None)
    if table and series and bars:

        def fact(value: int) -> Fact:
            return Scaled(value, node.decimals, node.unit or "")

        caption = phrase("{effort} by partner", effort=dossier.label(node))
        yield from drawn(dossier, Bars(series, bars, (PARTNERS, SHARE, MOST), fact), caption, table)


def _value(given: Mapping[str, Any], place: tuple[str, str]) -> int:
    row = given.get(place[0])
    return (whole(row.get(place[1])) or 0) if isinstance(row, dict) else 0
