"""What the project and its partners cost, line by line."""

from collections.abc import Iterator, Mapping

from grantdesk.call.terms.cost import AnyLine, CostModel, Financing, SumLine
from grantdesk.outline.block import Block
from grantdesk.outline.chart.stacks import stacks
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.kind.mark import explained
from grantdesk.outline.money.sheet import Sheet, by_partner, by_year
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
        yield from stacks(dossier, cost_series(dossier, part), phrase("Costs by partner"), grid)


def cost_sheet(dossier: Dossier, part: Part) -> Sheet:
    """The cost lines that are shown of a part and known there."""
    lines = [line for line in cost_lines(dossier, part).values() if line.shown]
    known = {line.id: line.label for line in lines if line.id in part.figures.amounts}
    return Sheet(
        dossier, phrase("Cost item"), known, ends_in_sum=bool(lines) and isinstance(lines[-1], SumLine)
    )


def cost_lines(dossier: Dossier, part: Part) -> Mapping[str, AnyLine]:
    """The lines of the cost models in force in a part, by id; models that differ each keep the order of theirs."""
    order: list[str] = []
    lines: dict[str, AnyLine] = {}
    for model in _models(dossier, part):
        place = 0
        for line in model.lines:
            if line.id not in order:
                order.insert(place, line.id)
            place = order.index(line.id) + 1
            lines.setdefault(line.id, line)
    return {name: lines[name] for name in order}


def _models(dossier: Dossier, part: Part) -> list[CostModel]:
    """The cost models in force, each once: one in a partner's part, maybe several in the project."""
    parts = dossier.members.values() if part is dossier.project else [part]
    found: list[CostModel] = []
    for each in parts:
        model = dossier.costing.model(dossier.report.asked, each.view)
        if model and model not in found:
            found.append(model)
    return found


def cost_series(dossier: Dossier, part: Part) -> Mapping[str, str]:
    """The lines that together make the costs: what the base of the financing adds up, down to what is no sum."""
    financing = dossier.form.call.financing
    ends = {end for model in _models(dossier, part) for end in _ends(model, financing)}
    return {
        name: dossier.pick(line.label) for name, line in cost_lines(dossier, part).items() if name in ends
    }


def _ends(model: CostModel, financing: Financing | None) -> Iterator[str]:
    """The ids of the lines at the ends of the sums of a model; without financing the last line is the whole."""
    lines = {line.id: line for line in model.lines}
    left = [financing.base if financing else model.lines[-1].id]
    while left:
        line = lines[left.pop()]
        if isinstance(line, SumLine):
            left += line.of
        else:
            yield line.id
