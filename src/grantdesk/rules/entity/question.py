"""A question: a node that is asked, from what stands there to what others see of it, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from grantdesk.call.form import Asked
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Essay,
    Indicators,
    Matrix,
    Partners,
    Several,
    TableNode,
)
from grantdesk.model.path import Path
from grantdesk.rules.answer.choice import references
from grantdesk.rules.answer.grid import existing
from grantdesk.rules.answer.judge import findings, judge
from grantdesk.rules.fault import Judge
from grantdesk.rules.finding import Finding
from grantdesk.rules.kind.frame import Frame, Truth
from grantdesk.rules.progress import NONE, Tally
from grantdesk.rules.value import is_blank

MISSING, GIVEN, TOUCHED = Tally(asked=1), Tally(1, 1, 1), Tally(touched=1)


class Part(NamedTuple):
    """What one node gives: the answer as others see it, findings, progress; is there still an answer to come?

    Any single answer that is not there is still to come; a table that nobody has to fill in may well have no rows.
    """

    value: Any
    findings: tuple[Finding, ...] = ()
    tally: Tally = NONE
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A node where it is asked, with its judge; see `Asked`.

    `single`: conditions may read the answer; `slow`: its judging is worth remembering; `reads` are the tables whose
    rows it chooses from or is made of.
    """

    asked: Asked
    id: str
    judge: Judge
    single: bool
    slow: bool
    reads: tuple[str, ...]

    def needed(self, frame: Frame) -> Truth:
        """Is an answer required?"""
        if self.asked.required is None or self.asked.node.required:
            return self.asked.node.required
        return frame.truth((self.asked.required,))

    def part(self, value: Any, at: Path, needed: Truth, rows: Sequence[frozenset[str] | None]) -> Part:
        """What its answer gives. `rows` are the ids of the rows in the tables that it reads."""
        node = self.asked.node
        if isinstance(node, Matrix):
            value = existing(value, *rows)
        if is_blank(value):
            if needed is not True:
                return Part(None, lacking=True)
            missing = Finding("required", at, "error", {"label": node.label}, node.source, "required")
            return Part(None, (missing,), MISSING, lacking=True)
        faults = self.judge(value)
        if rows:
            faults = [*faults, *references(node, value, rows)]
        return Part(value, findings(faults, node, at) if faults else (), GIVEN if needed is True else TOUCHED)


def asking(call: Call, asked: Asked) -> Question:
    """The question of a node in a call."""
    node = asked.node
    single = not isinstance(node, Attachment | TableNode | Partners | Matrix | Indicators)
    slow = isinstance(node, Essay | Matrix)
    return Question(asked, node.id, judge(call, node), single, slow, _reads(node))


def _reads(node: AnyNode) -> tuple[str, ...]:
    match node:
        case Choice(rows_of=str(table)) | Several(rows_of=str(table)):
            return (table,)
        case Matrix(rows=rows, columns=columns):
            return rows, columns
        case _:
            return ()
