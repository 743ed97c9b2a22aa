"""Where the tables of amounts stand in a part, and which totals they make superfluous."""

from dataclasses import dataclass

from grantdesk.call.terms.node import Total
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.money.cost import cost_sheet
from grantdesk.outline.money.plan import plan_sheet


@dataclass(frozen=True, slots=True)
class Anchors:
    """The nodes of kind total in whose place the tables stand; None where there is none. `told`: what the tables have.

    A total that a table has is not said a second time. `costs_left` and `plan_left`: there is a table, but no total in
    whose place it could stand.
    """

    costs: str | None
    plan: str | None
    told: frozenset[str]
    costs_left: bool
    plan_left: bool


def anchors(dossier: Dossier, part: Part) -> Anchors:
    """The tables stand where the first total that they have is asked."""
    costs, sources = cost_sheet(dossier, part).lines.keys(), plan_sheet(dossier, part).lines.keys()
    asked = dossier.questions(part, part.entity.asked)
    totals = [q.node for q in asked if isinstance(q.node, Total) and q.node.of == owner(dossier, part)]
    first_cost = next((node.id for node in totals if node.figure in costs), None)
    first_source = next((node.id for node in totals if node.figure in sources), None)
    return Anchors(
        first_cost,
        first_source,
        frozenset((*costs, *sources)),
        bool(costs) and first_cost is None,
        bool(sources) and first_source is None,
    )


def owner(dossier: Dossier, part: Part) -> str:
    """What a total is `of` whose figures are those of the part."""
    return "project" if part is dossier.project else "partner"
