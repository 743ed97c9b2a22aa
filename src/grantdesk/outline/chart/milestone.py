"""The milestones of a project: what is to be reached, on which day, in which work package."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from grantdesk.call.terms.node import Choice
from grantdesk.outline.block import Bar
from grantdesk.outline.dossier import Dossier, Part, Question
from grantdesk.rules.date import is_day


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day with a name. `package` is the row id of the work package that it belongs to, empty for none."""

    name: str
    day: date
    package: str

    def bar(self, start: int, depth: int) -> Bar:
        """Its diamond in a chart that begins with the month `start`; `depth` 1 stands under a work package."""
        days = monthrange(self.day.year, self.day.month)[1]
        at = month(self.day) - start + (self.day.day - 1) / days
        return Bar(self.name, at, at, depth, mark=True)


def month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def milestones(dossier: Dossier) -> list[Milestone]:
    """Those with a day, the earliest first; none where the edition leaves them out."""
    found = (each for question in _tables(dossier) for each in _milestones(dossier, question))
    return sorted(found, key=lambda each: each.day)


def _tables(dossier: Dossier) -> Iterator[Question]:
    wanted = dossier.form.call.parts.milestones
    asked = [each for each in dossier.project.entity.asked if each.node.id == wanted]
    return (question for question in dossier.printed(dossier.project, asked) if question.answer is not None)


def _milestones(dossier: Dossier, question: Question) -> Iterator[Milestone]:
    names, column = dossier.names.of(question.node.id), dossier.form.call.parts.milestone_date or ""
    for key, row in dossier.rows(question).items():
        if day := is_day(row.view.get(column)):
            yield Milestone(dossier.say(names[key].full), day, _package(dossier, row))


def _package(dossier: Dossier, row: Part) -> str:
    packages = dossier.form.call.parts.packages
    chosen = (
        row.view.get(each.node.id)
        for each in row.entity.asked
        if isinstance(each.node, Choice) and each.node.rows_of == packages
    )
    return next((key for key in chosen if isinstance(key, str)), "")
