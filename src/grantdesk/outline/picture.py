"""The charts of an application by what they show, for whoever would rather look than read."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Literal, TypeAlias

from grantdesk.call.terms.node import Matrix
from grantdesk.outline.block import Chart
from grantdesk.outline.chart.effort import effort
from grantdesk.outline.chart.gantt import gantt
from grantdesk.outline.chart.stacks import by_years, stacks
from grantdesk.outline.dossier import Dossier, Part, Question
from grantdesk.outline.money.cost import cost_series, cost_sheet
from grantdesk.outline.money.plan import plan_sheet
from grantdesk.outline.money.sheet import Sheet, by_partner, by_year
from grantdesk.words.phrase import phrase

Picture: TypeAlias = Literal["schedule", "effort", "costs", "costs_by_year", "financing", "financing_by_year"]
"""What a chart shows: the work packages, the work of the partners, amounts by partner and by year."""


def pictures(dossier: Dossier) -> dict[Picture, Chart]:
    """The charts for which there are answers, in the order in which they are looked at."""
    drawn = ((which, picture(dossier, which)) for which in PICTURES)
    return {which: chart for which, chart in drawn if chart}


def picture(dossier: Dossier, which: Picture, partner: str = "") -> Chart | None:
    """One chart, None while there is nothing to draw. `partner` is a row id: the years of that partner alone."""
    part = dossier.members.get(partner) if partner else dossier.project
    return next(PICTURES[which](dossier, part), None) if part else None


def _schedule(dossier: Dossier, part: Part) -> Iterator[Chart]:
    packages = dossier.form.call.parts.packages
    return chain.from_iterable(
        gantt(dossier, dossier.rows(question), dossier.names.of(question.node.id))
        for question in _questions(dossier)
        if question.node.id == packages
    )


def _effort(dossier: Dossier, part: Part) -> Iterator[Chart]:
    found = ((question, question.node) for question in _questions(dossier))
    return chain.from_iterable(
        effort(dossier, question, node) for question, node in found if isinstance(node, Matrix)
    )


def _costs(dossier: Dossier, part: Part) -> Iterator[Chart]:
    grid = by_partner(cost_sheet(dossier, part), phrase("Costs by line and partner"))
    return stacks(dossier, cost_series(dossier, part), phrase("Costs by partner"), grid)


def _costs_by_year(dossier: Dossier, part: Part) -> Iterator[Chart]:
    grid = by_year(cost_sheet(dossier, part), part, phrase("Costs by year"))
    return by_years(dossier, part, cost_series(dossier, part), phrase("Costs by year"), grid)


def _financing(dossier: Dossier, part: Part) -> Iterator[Chart]:
    sheet = plan_sheet(dossier, part)
    grid = by_partner(sheet, phrase("Financing by source and partner"))
    return stacks(dossier, _labels(sheet), phrase("Financing by partner"), grid)


def _financing_by_year(dossier: Dossier, part: Part) -> Iterator[Chart]:
    sheet = plan_sheet(dossier, part)
    grid = by_year(sheet, part, phrase("Financing by year"))
    return by_years(dossier, part, _labels(sheet), phrase("Financing by year"), grid)


def _labels(sheet: Sheet) -> dict[str, str]:
    return {name: sheet.dossier.pick(label) for name, label in sheet.lines.items()}


def _questions(dossier: Dossier) -> Iterator[Question]:
    """What is asked of the project, hidden or not answered left out."""
    asked = dossier.questions(dossier.project, dossier.project.entity.asked)
    return (question for question in asked if question.answer is not None)


PICTURES: Mapping[Picture, Callable[[Dossier, Part], Iterator[Chart]]] = {
    "schedule": _schedule,
    "effort": _effort,
    "costs": _costs,
    "costs_by_year": _costs_by_year,
    "financing": _financing,
    "financing_by_year": _financing_by_year,
}
