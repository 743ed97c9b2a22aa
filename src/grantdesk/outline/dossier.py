"""What is read together to lay out an application, and what of it is asked where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from grantdesk.call.form import Asked, Entity, Form
from grantdesk.call.terms.node import AnyNode, Info, Partners, TableNode, Total
from grantdesk.model.order import ordered
from grantdesk.model.path import ROOT, Path
from grantdesk.model.tree import Answers, at
from grantdesk.outline.edition import Edition
from grantdesk.outline.fact.answer import NOTHING, fact, plain
from grantdesk.outline.fact.name import Name, Names
from grantdesk.rules.check import Report
from grantdesk.rules.cost.costing import Costing
from grantdesk.rules.figure import NO_FIGURES, Figures
from grantdesk.rules.value import is_blank
from grantdesk.words.language import Language
from grantdesk.words.phrase import Fact, Phrase, Texts, phrase


@dataclass(frozen=True, slots=True)
class Part:
    """The project, a partner's part or a row: what is asked of it, where it stands, what of it is asked and answered.

    `figures` are the project's or the partner's; a row has those of its partner.
    """

    entity: Entity
    path: Path
    view: Mapping[str, Any]
    figures: Figures = NO_FIGURES


@dataclass(frozen=True, slots=True)
class Question:
    """A node where it is asked and not hidden. `answer` is None where there is none; `needed`: it is required."""

    node: AnyNode
    at: Path
    answer: Any
    needed: bool
    part: Part


@dataclass(frozen=True)
class Dossier:
    """Call, answers, report, language and edition of one outline. `report` must be the report on these answers."""

    form: Form
    answers: Answers
    report: Report
    language: Language
    edition: Edition

    @cached_property
    def names(self) -> Names:
        """The names of rows, read from what is asked: a hidden title names nothing."""
        return Names(self.form, self.report.asked)

    @cached_property
    def project(self) -> Part:
        """What is common."""
        return Part(self.form.project, ROOT, self.report.asked, self.report.figures)

    @cached_property
    def members(self) -> Mapping[str, Part]:
        """The partners' parts by row id, in the order of the rows."""
        node = self.form.partners
        if node is None:
            return {}
        rows = ordered(self.report.asked.get(node.id))
        figures, entity = self.report.partners, self.form.project.tables[node.id]
        return {key: Part(entity, (node.id, key), row, figures.get(key, NO_FIGURES)) for key, row in rows}

    @cached_property
    def lead(self) -> str | None:
        """The row id of the partner who leads: the one who says so, or the first; None where there are no partners."""
        says = self.form.partners.lead if self.form.partners else None
        leads = (
            key for key, part in self.members.items() if says and part.view.get(says.column) == says.value
        )
        return next(leads, next(iter(self.members), None))

    @cached_property
    def costing(self) -> Costing:
        """The cost models of the call, made ready once for all partners."""
        return Costing(self.form.call)

    @property
    def applicant(self) -> str:
        """Who applies: the partner who leads; empty where there is none."""
        return self.say(self.partner(self.lead).full) if self.lead else ""

    def say(self, fact: Fact) -> str:
        """A fact in the language of the outline."""
        return self.language.say(fact if isinstance(fact, Phrase) else plain("{it}", it=fact))

    def pick(self, texts: Texts | None) -> str:
        """A text of the call in the language of the outline; empty if there is none."""
        return self.language.pick(texts).strip() if texts else ""

    def label(self, node: AnyNode | None) -> str:
        """What the call calls a node; empty if there is none."""
        return self.pick(node.label if node else None)

    def said(self, node: AnyNode, answer: object) -> str:
        """An answer of one value in the language of the outline."""
        return self.say(fact(self.form.call, node, answer, self.names.of))

    def not_answered(self, needed: bool) -> str:
        """What stands in place of an answer."""
        return self.say(phrase("not answered yet")) if needed else NOTHING

    def partner(self, key: str) -> Name:
        """What a partner is called."""
        return self.names.of(self.members[key].path[0])[key]

    def questions(self, part: Part, asked: Iterable[Asked]) -> Iterator[Question]:
        """Those of the nodes that are asked in a part, also without an answer; what is hidden is left out."""
        this = part.view if part.entity.scope else None
        for each in asked:
            if all(condition(self.report.asked, this) is True for condition in each.visible):
                node, here = each.node, (*part.path, each.node.id)
                answer = part.view.get(node.id)
                if isinstance(node, TableNode | Partners):
                    answer = at(self.answers, here)  # as it was given: rows that are none are shown too
                required = each.required is not None and each.required(self.report.asked, this) is True
                needed = node.required or required or self._has_least(node)
                yield Question(node, here, None if is_blank(answer) else answer, needed, part)

    def printed(self, part: Part, asked: Iterable[Asked]) -> list[Question]:
        """The same, without what the edition leaves out: what is not public, or optional and without an answer."""
        if self.edition.only == "public":
            asked = (each for each in asked if each.node.public)
        found = self.questions(part, asked)
        if self.edition.empty:
            return list(found)
        return [q for q in found if q.needed or q.answer is not None or isinstance(q.node, Total | Info)]

    def rows(self, question: Question) -> dict[str, Part]:
        """The rows of a table by id, in their order."""
        part, name = question.part, question.node.id
        entity = part.entity.tables[name]
        rows = ordered(part.view.get(name))
        return {key: Part(entity, (*question.at, key), row, part.figures) for key, row in rows}

    def _has_least(self, node: AnyNode) -> bool:
        return isinstance(node, TableNode | Partners) and self.form.call.tables[node.table].least > 0
