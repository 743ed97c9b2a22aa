"""Answers of every shape to a call, sound and hostile; and what of them a reader must meet."""

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from grantdesk.call.form import Entity, Form
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Date,
    Indicators,
    Info,
    Matrix,
    Partners,
    Several,
    TableNode,
    Total,
)
from grantdesk.rules.date import is_day

TEXTS = st.text(
    st.sampled_from("aÄ€ \n\t–<&{}*日😀\u00a0") | st.characters(exclude_categories=["Cs"]), max_size=12
)
NUMBERS = st.integers(-5, 400_000) | st.integers(-(10**20), 10**20)
DAYS = st.sampled_from(["2027-09-01", "2028-02-29", "2031-01-31", "0001-01-01", "9999-12-31", "2027-02-30"])
LEAVES = st.one_of(TEXTS, NUMBERS, st.booleans(), DAYS)
IDS = st.sampled_from(["a", "b", "c", ""])
HOSTILE = st.recursive(LEAVES, lambda inner: st.dictionaries(TEXTS | IDS, inner, max_size=2), max_leaves=4)


def values(form: Form, node: AnyNode) -> st.SearchStrategy[Any]:
    """Answers that a node might be given, and some that nobody should give it."""
    match node:
        case Choice() | Several() if node.options:
            offered = st.sampled_from([option.id for option in form.call.lists[node.options].options])
        case Choice() | Several():
            offered = IDS
        case Attachment():
            file = st.fixed_dictionaries({"pos": TEXTS, "name": TEXTS, "size": NUMBERS})
            return st.dictionaries(IDS, file | HOSTILE, max_size=2) | HOSTILE
        case Matrix():
            return st.dictionaries(
                IDS, st.dictionaries(IDS, NUMBERS | HOSTILE, max_size=3) | HOSTILE, max_size=3
            )
        case Indicators(indicators=names):
            cells = st.dictionaries(
                st.sampled_from(["baseline", "target", "basis"]), NUMBERS | TEXTS, max_size=3
            )
            return st.dictionaries(st.sampled_from([*names, "old"]), cells | HOSTILE, max_size=3)
        case _:
            return HOSTILE
    return (
        offered | HOSTILE if isinstance(node, Choice) else st.dictionaries(offered, st.just(True)) | HOSTILE
    )


@st.composite
def trees(draw: DrawFn, form: Form, entity: Entity) -> dict[str, Any]:
    """Answers to an entity, with rows inside rows."""
    tree: dict[str, Any] = {"pos": draw(TEXTS)} if entity.scope else {}
    for asked in entity.asked:
        node = asked.node
        if isinstance(node, Total | Info) or draw(st.booleans()):
            continue
        if isinstance(node, TableNode | Partners):
            rows = st.dictionaries(IDS, trees(form, entity.tables[node.id]) | HOSTILE, max_size=3)
            tree[node.id] = draw(rows | HOSTILE)
        else:
            tree[node.id] = draw(values(form, node))
    return tree


def visible(form: Form, entity: Entity, view: Mapping[str, Any]) -> Iterator[str]:
    """The texts in what is asked that a reader must meet, line by line."""
    for asked in entity.asked:
        node, value = asked.node, view.get(asked.id)
        if isinstance(node, TableNode | Partners):
            for row in (value or {}).values():
                yield from visible(form, entity.tables[node.id], row)
        elif value is not None:
            yield from lines(_met(form, node, value))


def _met(form: Form, node: AnyNode, value: Any) -> Any:
    """What of an answer is said as it stands: a choice that is offered is said by its label."""
    match node:
        case Choice(options=str(name)) if value in [option.id for option in form.call.lists[name].options]:
            return None
        case Choice(rows_of=str()) if isinstance(value, str):
            return None
        case Date() if is_day(value):
            return None
        case Attachment() if isinstance(value, dict):
            files = [file for file in value.values() if isinstance(file, dict)]
            return {n: file["name"] for n, file in enumerate(files) if isinstance(file.get("name"), str)}
        case Indicators(indicators=names) if isinstance(value, dict):
            cells = {key: value[key] for key in names if key in value}
            asked = ("baseline", "target", "basis") if node.baseline else ("target", "basis")
            return {
                key: {name: row[name] for name in asked if name in row} if isinstance(row, dict) else row
                for key, row in cells.items()
            }
        case _:
            return value


def lines(value: Any) -> Iterator[str]:
    """The lines of every text in a value that are not blank."""
    if isinstance(value, dict):
        for below in value.values():
            yield from lines(below)
    elif isinstance(value, str):
        yield from filter(None, (line.strip() for line in value.split("\n")))
