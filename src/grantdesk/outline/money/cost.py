"""What the project and its partners cost, line by line."""

from collections.abc import Iterator, Mapping

from grantdesk.call.terms.cost import AnyLine, SumLine
from grantdesk.outline.block import Block
from grantdesk.outline.chart.stacks import stacks
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.money.sheet import Sheet, by_partner, by_year, explained
from grantdesk.rules.cost.costing import Costing
from grantdesk.words.phrase import phrase


def costs(dossier: Dossier, part: Part) -> Iterator[Block]:
    """The costs by year; those of the project by partner too, if there are several."""
    grid = by_year(
        cost_sheet(dossier, part), part, phrase("Costs by year") if part.figures.years else phrase("Costs")
    )
    yield grid
    yield from explained(dossier, grid)
    if part is dossier.project and len(dossier.members) > 1:
        grid = by_partner(cost_sheet(dossier, part), phrase("Costs by line and partner"))
        yield grid
        yield from explained(dossier, grid)
        yield from stacks(dossier, _series(dossier, part), phrase("Costs by partner"), grid)


def cost_sheet(dossier: Dossier, part: Part) -> Sheet:
    """The cost lines that are shown of a part and known there."""
    lines = [line for line in cost_lines(dossier, part).values() if line.shown]
    known = {line.id: line.label for line in lines if line.id in part.figures.amounts}
    return Sheet(
        dossier, phrase("Cost item"), known, ends_in_sum=bool(lines) and isinstance(lines[-1], SumLine)
    )


def cost_lines(dossier: Dossier, part: Part) -> Mapping[str, AnyLine]:
    """The lines of the cost models in force in a part, by id and in the order of the models."""
    parts = dossier.members.values() if part is dossier.project else [part]
    costing = Costing(dossier.form.call)
    models = [costing.model(dossier.report.asked, each.view) for each in parts]
    return {line.id: line for model in models if model for line in model.lines}


def _series(dossier: Dossier, part: Part) -> Mapping[str, str]:
    """The lines that together make the costs: what the base of the financing adds up, down to what is no sum."""
    lines = cost_lines(dossier, part)
    financing = dossier.form.call.financing
    base = lines.get(financing.base) if financing else None
    ends = [base] if base else list(lines.values())[-1:]
    found: dict[str, str] = {}
    while ends:
        line = ends.pop(0)
        if isinstance(line, SumLine):
            ends[:0] = [lines[name] for name in line.of]
        else:
            found[line.id] = dossier.pick(line.label)
    return found
