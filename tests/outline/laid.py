"""Outlines to test: a world's call changed and made ready, and what its answers look like to a reader."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from grantdesk.call.author import assembled
from grantdesk.call.entry import entered
from grantdesk.call.form import Form
from grantdesk.model.tree import Answers
from grantdesk.outline.block import Block, Chart, Grid, Outline
from grantdesk.outline.edition import Edition
from grantdesk.outline.outline import outlined
from grantdesk.rules.check import Checker
from grantdesk.words.language import Language
from worlds import form, parts

SAMPLES = Path(__file__).resolve().parents[2] / "resources/samples"
B = TypeVar("B")
Parts = dict[str, dict[str, Any]]
KINDS: Mapping[str, Any] = {
    "title": "Hiljainen jakelu",
    "story": "Ett stycke.\nSamma stycke, ny rad.\n\n- en punkt\n- en till",
    "price": "1234.50",
    "people": 8000,
    "months": "1.5",
    "share": "26.44 %",
    "day": "2027-09-01",
    "one": "blue",
    "some": ["blue", "green"],
    "agreed": True,
    "email": "aino@example.org",
    "parts": [
        {"id": "a", "who": "Aino Oy", "role": "lead", "spent_on": [{"euros": "1200", "note": "Laituri"}]},
        {"id": "b", "who": "Bertta ry", "role": "other", "spent_on": [{"euros": "99.90"}, {"euros": "300"}]},
        {"id": "c", "role": "other", "spent_on": [{"note": "Auki"}]},
    ],
    "rows": [
        {
            "id": "x",
            "name": "Valmistelu",
            "from_day": "2027-09-01",
            "to_day": "2027-12-31",
            "done_by": ["a"],
        },
        {"id": "y", "name": "Kokeilu", "from_day": "2028-01-15", "to_day": "2028-02-10", "after": "x"},
        {"id": "z", "name": "Päätös", "done_by": ["a", "b"]},
    ],
    "columns": [{"id": "l", "what": "Vasen"}, {"id": "r", "what": "Oikea"}],
    "grid": {"x": {"l": "0.5", "r": 1}, "y": {"r": 12}},
    "targets": {"rco01": {"target": 25}, "co2": {"baseline": "1.5", "target": 1, "basis": "Mitattu."}},
}
"""The world of that name with nearly everything answered."""


def outline(call: str | Form, answers: Mapping[str, Any], lang: str = "en", **edition: Any) -> Outline:
    """The outline of answers to a world, or to a form."""
    ready = form(call) if isinstance(call, str) else call
    report = Checker(ready).report(answers)
    return outlined(ready, answers, report, Language(lang), Edition(**edition))


@cache
def hevi(name: str) -> Answers:
    """A sample of the HEVi call: "complete" or "unfinished"; rows that have no ids of their own are called r0, r1 …"""
    ids = map("r{}".format, count())
    return entered(
        form("hevi"), json.loads((SAMPLES / f"hevi-{name}.json").read_text("utf-8")), ids.__next__
    ).answers


def changed(name: str, change: Callable[[Parts], object]) -> Form:
    """A world after a change to its TOML."""
    files = parts(name)
    change(files)
    return Form(assembled(files))


def every(outline: Outline, kind: type[B]) -> list[B]:
    """The blocks of a kind."""
    return [block for block in outline.blocks if isinstance(block, kind)]


def labelled(outline: Outline, label: str) -> Any:
    """The block with a label, a caption or a heading's text."""
    for block in outline.blocks:
        if label in (getattr(block, name, "") for name in ("label", "caption", "text", "organisation")):
            return block
    raise LookupError(label)


def table(*rows: Mapping[str, Any]) -> dict[str, Any]:
    """Rows as a table: their ids are a, b, c …, in this order."""
    return {chr(97 + n): {"pos": f"{n + 1:02}", **row} for n, row in enumerate(rows)}


def grids(outline: Outline) -> Iterator[Grid]:
    """Every grid, also those of charts."""
    for block in outline.blocks:
        if isinstance(block, Grid):
            yield block
        if isinstance(block, Chart):
            yield block.table


def strings(value: object) -> Iterator[str]:
    """Every text in a block, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in ("at", "lang", "tone"):
                yield from strings(getattr(value, name))


def said(*blocks: Block) -> str:
    """All texts of blocks, one under the other."""
    return "\n".join(strings(blocks))
