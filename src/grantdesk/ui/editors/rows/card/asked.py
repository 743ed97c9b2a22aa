"""What is asked in the rows of a table, and how far each of them is."""

from collections.abc import Sequence
from typing import Any

from grantdesk.call.form import Entity
from grantdesk.call.terms.node import Info, Partners, TableNode, Total
from grantdesk.model.path import Path, starts
from grantdesk.model.tree import at
from grantdesk.outline.dossier import Dossier, Part, Question
from grantdesk.rules.figure import NO_FIGURES
from grantdesk.rules.finding import TALLIED, Finding
from grantdesk.rules.progress import Tally
from grantdesk.words.phrase import Fact


def questions(dossier: Dossier, entity: Entity, path: Path) -> list[Question]:
    """What is asked of the row at path now, without what has a page of its own."""
    view: Any = at(dossier.report.asked, path)
    figures = dossier.report.partners.get(path[1], NO_FIGURES) if len(path) > 1 else NO_FIGURES
    part = Part(entity, path, view if isinstance(view, dict) else {}, figures)
    return list(dossier.questions(part, [asked for asked in entity.asked if not asked.section]))


def tally(asked: Sequence[Question], found: Sequence[Finding], path: Path) -> Tally:
    """How far the row is; `found` are the findings that are to be shown."""
    needed = [question for question in asked if question.needed]
    answered = sum(question.answer is not None for question in needed)
    plain = [question for question in asked if not isinstance(question.node, Total | Info)]
    touched = sum(question.answer is not None for question in plain)
    errors = sum(
        finding.severity == "error" and finding.kind not in TALLIED and starts(finding.path, path)
        for finding in found
    )
    return Tally(len(needed), answered, touched, errors)


def name(dossier: Dossier, node: TableNode | Partners, path: Path) -> Fact:
    """What the row at path is called."""
    names = dossier.names.table(path[:-1], node)
    return names[path[-1]].full if path[-1] in names else path[-1]
