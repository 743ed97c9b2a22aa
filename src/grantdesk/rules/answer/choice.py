"""Choices: one or several of a code list, or of the rows of a table."""

from collections.abc import Sequence
from typing import Any

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import AnyNode, Choice, Several
from grantdesk.rules.fault import SHAPE, Fault, Judge


def options(call: Call, node: Choice | Several) -> frozenset[str]:
    """The ids that may be chosen; empty where rows of a table are chosen from."""
    return frozenset(o.id for o in call.lists[node.options].options) if node.options else frozenset()


def choice(call: Call, node: Choice) -> Judge:
    """One of the options."""
    allowed, listed = options(call, node), node.options is not None

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [SHAPE]
        return [Fault("option")] if listed and value not in allowed else []

    return judged


def several(call: Call, node: Several) -> Judge:
    """Some of the options, as many as the call asks for."""
    allowed, listed = options(call, node), node.options is not None

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, dict) or any(tick is not True for tick in value.values()):
            return [SHAPE]
        faults = [Fault("option")] if listed and not value.keys() <= allowed else []
        if len(value) < node.least:
            faults.append(Fault("choices_missing", {"n": node.least}))
        if node.most is not None and len(value) > node.most:
            faults.append(Fault("choices_many", {"n": node.most}))
        return faults

    return judged


def references(node: AnyNode, value: Any, tables: Sequence[frozenset[str] | None]) -> list[Fault]:
    """A choice among rows that names a row that is not there; `tables` has the ids of the rows, None if not known."""
    if not isinstance(node, Choice | Several) or (rows := tables[0]) is None:
        return []
    chosen = value.keys() if isinstance(value, dict) else {value} if isinstance(value, str) else set()
    return [Fault("reference")] if chosen - rows else []
