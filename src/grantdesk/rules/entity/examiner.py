"""Examines the project, a row or a part by itself: what of it is asked, what is wrong with it, how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from grantdesk.call.expr import UNKNOWN
from grantdesk.call.form import Entity
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import Info, Total
from grantdesk.model.order import POS, rows
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer
from grantdesk.rules.entity.memo import Memo
from grantdesk.rules.entity.question import Part, Question, asking
from grantdesk.rules.figure import NO_FIGURES, Figures
from grantdesk.rules.finding import Finding
from grantdesk.rules.kind.frame import Frame, Tree, Truth
from grantdesk.rules.progress import Tallies, Tally, total
from grantdesk.rules.value import is_blank

ROWS = "rows of "
"""Before a table's id: the ids of its rows, beside the project's answers (no id has a space).

None stands there while it is not known whether the table is asked.
"""
NO_ROWS: frozenset[str] = frozenset()

TablePart: TypeAlias = Callable[[Any, Path, Truth, Tree], Part]
"""From what stands in a table, its place, whether it is needed, and the project, to what it gives."""


@dataclass(frozen=True, slots=True)
class Examined:
    """`view` has only what is asked and answered; findings are in the order of the form; tallies by section.

    `pending` are the nodes that an answer is still to come to, or that may come to be asked.
    """

    view: Tree
    findings: tuple[Finding, ...]
    tallies: Tallies
    pending: frozenset[str] = frozenset()
    figures: Figures = NO_FIGURES


class Examiner:
    """Examines all entities of one kind: the one project, the partners, the rows of a table."""

    def __init__(self, call: Call, entity: Entity, memo: Memo, tables: Mapping[str, TablePart]) -> None:
        self.memo, self.tables = memo, tables
        asked = {a.id: asking(call, a) for a in entity.asked if not isinstance(a.node, Total | Info)}
        self.questions = tuple(asked.values())
        self.order = tuple(asked[a.id] for a in entity.order if a.id in asked)

    def examined(self, raw: Tree, path: Path, project: Tree | None = None) -> Examined:
        """What is asked of an entity, and what is wrong with it; `project` is None for the project itself.

        The view of the project has the ids of the rows of its tables too, under ROWS.
        """
        view: dict[str, Any] = {}
        frame = Frame(view) if project is None else Frame(project, view)
        shown = self._shown(raw, frame, view)
        parts: dict[str, Part] = {}
        tallies: dict[str, list[Tally]] = {}
        for question in self.questions:
            name = question.id
            if shown[name] is True:
                part = parts[name] = self._part(question, raw.get(name), (*path, name), frame)
                tallies.setdefault(question.asked.section, []).append(part.tally)
                if part.value is not None:
                    view[name] = part.value
        return Examined(
            view,
            tuple(finding for part in parts.values() for finding in part.findings),
            {section: total(several) for section, several in tallies.items()},
            self._pending(raw, shown, parts, frame),
        )

    def _shown(self, raw: Tree, frame: Frame, view: dict[str, Any]) -> dict[str, Truth]:
        """Whether each node is asked. Puts single answers into view as it goes: the conditions read them there."""
        if POS in raw:
            view[POS] = raw[POS]
        shown: dict[str, Truth] = {}
        for question in self.order:
            name = question.id
            shown[name] = frame.truth(question.asked.visible)
            if question.single and shown[name] is True and not is_blank(value := raw.get(name)):
                view[name] = value
        if frame.this is None:
            view |= {
                ROWS + name: self._ids(name, raw.get(name)) if shown[name] is True else NO_ROWS
                for name in self.tables
                if shown[name] is not UNKNOWN
            }
        return shown

    def _part(self, question: Question, value: Any, at: Path, frame: Frame) -> Part:
        """One node that is asked: its answer, what is wrong with it, and whether it is there."""
        needed = question.needed(frame)
        if (table := self.tables.get(question.id)) is not None:
            return table(value, at, needed, frame.project)
        if not question.reads and not question.slow:
            return question.part(value, at, needed, ())
        rows = [frame.project.get(ROWS + name) for name in question.reads]
        if question.slow:
            return self.memo(
                ("part", at), value, (needed, *rows), lambda: question.part(value, at, needed, rows)
            )
        return question.part(value, at, needed, rows)

    def _pending(
        self, raw: Tree, shown: Mapping[str, Truth], parts: Mapping[str, Part], frame: Frame
    ) -> frozenset[str]:
        pending = [name for name, part in parts.items() if part.lacking]
        for question in self.questions if UNKNOWN in shown.values() else ():
            if shown[question.id] is UNKNOWN:
                is_open = question.single or question.id in raw or question.needed(frame) is not False
                pending += [question.id] if is_open else []
        return frozenset(pending)

    def _ids(self, name: str, table: Answer | None) -> frozenset[str]:
        """The ids of the rows; the same object as long as they are the same, for much is remembered by it."""
        ids = frozenset(rows(table))
        return self.memo(("ids", (name,)), None, (ids,), lambda: ids)
