"""The tree as the JSON that `entered` reads: what other programs, and people with an editor, can work on."""

import base64
from collections.abc import Mapping
from typing import Any

from grantdesk.call.form import Entity, Form
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Indicators,
    Matrix,
    Money,
    Number,
    Partners,
    Rate,
    Several,
    TableNode,
)
from grantdesk.model.order import ordered
from grantdesk.model.tree import Answers

NO_CONTENT: Mapping[str, bytes] = {}


def given(form: Form, answers: Answers, contents: Mapping[str, bytes] = NO_CONTENT) -> dict[str, Any]:
    """The answers that the call asks for, in its order; `contents` are those of the files by SHA-256, to go along.

    `entered` gives the same answers again, if every file has its content. What nobody could read is given as it was
    typed; what the call does not know is left out. It never raises, whatever stands in the answers.
    """
    return Giver(form, contents).entity(form.project, answers)


class Giver:
    """Writes the answers of one application."""

    def __init__(self, form: Form, contents: Mapping[str, bytes]) -> None:
        self.contents = contents
        self._decimals = {indicator.id: indicator.decimals for indicator in form.call.indicators}

    def entity(self, entity: Entity, tree: Mapping[str, Any]) -> dict[str, Any]:
        """What the project, a row or a part answers."""
        return {
            asked.id: self._value(entity, asked.node, tree[asked.id])
            for asked in entity.asked
            if asked.id in tree
        }

    def _value(self, entity: Entity, node: AnyNode, value: Any) -> Any:
        match node:
            case TableNode() | Partners():
                inner = entity.tables[node.id]
                return [{"id": key, **self.entity(inner, row)} for key, row in ordered(value)]
            case Attachment():
                return [self._file(key, file) for key, file in ordered(value)]
            case Money():
                return decimal(value, 2) if whole(value) else value
            case Rate():
                return f"{decimal(value, 2)} %" if whole(value) else value
            case Number(decimals=decimals):
                return number(value, decimals)
            case Several() if isinstance(value, dict):
                return sorted(option for option, tick in value.items() if tick is True)
            case Matrix(decimals=decimals) if isinstance(value, dict):
                return {row: _cells(cells, dict.fromkeys(cells, decimals)) for row, cells in _groups(value)}
            case Indicators() if isinstance(value, dict):
                return {name: self._indicator(name, cells) for name, cells in _groups(value)}
            case _:
                return value

    def _file(self, key: str, file: Mapping[str, Any]) -> dict[str, Any]:
        sha256 = file.get("sha256")
        content = self.contents.get(sha256) if isinstance(sha256, str) else None
        entry = {"id": key, **{name: file[name] for name in ("name", "type") if name in file}}
        if content is not None:
            return {**entry, "content": base64.b64encode(content).decode("ascii")}
        return {**entry, **{name: file[name] for name in ("size", "sha256") if name in file}}

    def _indicator(self, name: str, cells: Mapping[str, Any]) -> dict[str, Any]:
        decimals = self._decimals.get(name, 0)
        return _cells(cells, {"baseline": decimals, "target": decimals})


def whole(value: Any) -> bool:
    """Is it a number in its smallest unit? What could not be read is a text."""
    return isinstance(value, int) and not isinstance(value, bool)


def decimal(value: int, decimals: int) -> str:
    """An integer of 1/10**decimals as a decimal: 512345 cents are "5123.45"."""
    left, right = divmod(abs(value), 10**decimals)
    part = f".{right:0{decimals}d}" if decimals else ""
    return f"{'-' if value < 0 else ''}{left}{part}"


def number(value: Any, decimals: int) -> Any:
    """Whole numbers as they are, the others as a decimal text."""
    return decimal(value, decimals) if whole(value) and decimals else value


def _cells(cells: Mapping[str, Any], decimals: Mapping[str, int]) -> dict[str, Any]:
    return {name: number(cell, decimals.get(name, 0)) for name, cell in cells.items()}


def _groups(value: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(key, cells) for key, cells in value.items() if isinstance(cells, dict)]
