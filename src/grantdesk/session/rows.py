"""The patches that add, copy, move and remove rows, each of them one undoable step; and who refers to rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grantdesk.call.form import Entity, Form
from grantdesk.call.terms.node import AnyNode, Choice, Lead, Matrix, Partners, Several, TableNode
from grantdesk.model import order
from grantdesk.model.order import POS, fresh, ordered, position
from grantdesk.model.path import ROOT, Path
from grantdesk.model.tree import EMPTY, Answer, Answers, Patch


@dataclass(frozen=True, slots=True)
class Rows:
    """A patch, and the ids of the rows that it makes or moves, in their order."""

    patch: Patch = field(default_factory=dict)
    keys: tuple[str, ...] = ()


def added(table: Answer | None, path: Path, rows: Sequence[Answers], after: str | None = None) -> Rows:
    """New rows with these answers in the table at path, after the row `after`, or at the end."""
    placed = [key for key, _ in ordered(table)]
    place = placed.index(after) + 1 if after in placed else len(placed)
    keys = [_unused(placed) for _ in rows]
    at, others = _positions(table, placed, place, len(rows))
    patch: dict[Path, Answer | None] = {(*path, key, POS): pos for key, pos in others.items()}
    for key, pos, row in zip(keys, at, rows, strict=True):
        patch[(*path, key)] = {POS: pos, **{name: value for name, value in row.items() if name != POS}}
    return Rows(patch, tuple(keys))


def duplicated(table: Answer | None, path: Path, keys: Sequence[str]) -> Rows:
    """Copies of the rows, together below the last of them."""
    rows = [(key, row) for key, row in ordered(table) if key in keys]
    return added(table, path, [row for _, row in rows], rows[-1][0]) if rows else Rows()


def removed(path: Path, keys: Sequence[str]) -> Rows:
    """The table at path without the rows."""
    return Rows({(*path, key): None for key in keys}, tuple(keys))


def moved(table: Answer | None, path: Path, keys: Sequence[str], after: str | None) -> Rows:
    """The rows, in their own order, right after the row `after`, which is none of them (None: first)."""
    moving = [key for key, _ in ordered(table) if key in keys]
    staying = [key for key, _ in ordered(table) if key not in keys]
    place = staying.index(after) + 1 if after in staying else 0
    if staying[:place] + moving + staying[place:] == [key for key, _ in ordered(table)]:
        return Rows({}, tuple(moving))
    at, others = _positions(table, staying, place, len(moving))
    placed = {**others, **dict(zip(moving, at, strict=True))}
    return Rows({(*path, key, POS): pos for key, pos in placed.items()}, tuple(moving))


def shifted(table: Answer | None, path: Path, keys: Sequence[str], by: int) -> Rows:
    """The rows one place up (by = -1) or down (by = 1), together; nothing at the end of the table."""
    all_keys = [key for key, _ in ordered(table)]
    places = [place for place, key in enumerate(all_keys) if key in keys]
    if not places or not 0 <= (goal := places[0] + by) <= len(all_keys) - len(places):
        return Rows({}, tuple(keys))
    staying = [key for key in all_keys if key not in keys]
    return moved(table, path, keys, staying[goal - 1] if goal else None)


def _unused(placed: Sequence[str]) -> str:
    while (key := fresh()) in placed:
        pass
    return key


def _positions(
    table: Answer | None, keys: Sequence[str], place: int, n: int
) -> tuple[list[str], dict[str, str]]:
    """n order keys at a place among the rows `keys`, and new ones for the others where there is no room."""
    rows: Mapping[str, Any] = table if isinstance(table, dict) else EMPTY
    low = position(rows[keys[place - 1]]) if place else ""
    high = position(rows[keys[place]]) if place < len(keys) else None
    if high is None or low < high:
        return list(_between(low or None, high, n)), {}
    every = order.spread(len(keys) + n)
    others = every[:place] + every[place + n :]
    return every[place : place + n], dict(zip(keys, others, strict=True))


def _between(low: str | None, high: str | None, n: int) -> Iterator[str]:
    """n keys in order between two; halving keeps them short."""
    if n:
        middle, left = order.between(low, high), n // 2
        yield from _between(low, middle, left)
        yield middle
        yield from _between(middle, high, n - 1 - left)


def referring(form: Form, answers: Answers, table: str, keys: Sequence[str]) -> list[Path]:
    """The places that refer to rows of a table of the project, without those inside these rows."""
    chosen = frozenset(keys)
    found = _referring(form.project, answers, ROOT, (table, chosen))
    return [path for path in found if path[:1] != (table,) or path[1] not in chosen]


def _referring(
    entity: Entity, answers: Answers, here: Path, wanted: tuple[str, frozenset[str]]
) -> Iterator[Path]:
    for asked in entity.asked:
        value, path = answers.get(asked.id), (*here, asked.id)
        if isinstance(asked.node, TableNode | Partners):
            for key, row in ordered(value):
                yield from _referring(entity.tables[asked.id], row, (*path, key), wanted)
        else:
            yield from _chosen(asked.node, value, path, wanted)


def _chosen(node: AnyNode, value: Any, path: Path, wanted: tuple[str, frozenset[str]]) -> Iterator[Path]:
    table, keys = wanted
    match node:
        case Choice(rows_of=of) if of == table and isinstance(value, str) and value in keys:
            yield path
        case Several(rows_of=of) if of == table and isinstance(value, dict):
            yield from ((*path, key) for key in value if key in keys)
        case Matrix(rows=rows, columns=columns) if isinstance(value, dict):
            for row, cells in value.items():
                if rows == table and row in keys:
                    yield (*path, row)
                elif columns == table and isinstance(cells, dict):
                    yield from ((*path, row, key) for key in cells if key in keys)
        case _:
            return


def led(form: Form, answers: Answers, key: str) -> dict[Path, Answer | None]:
    """The patch that makes a partner the only one who leads; the one who led takes the role that it had.

    Nothing where the call knows no lead.
    """
    node = form.partners
    if node is None or node.lead is None:
        return {}
    rows = dict(ordered(answers.get(node.id)))
    if key not in rows:
        return {}
    other = _other_role(form, node, node.lead, rows[key].get(node.lead.column))
    patch: dict[Path, Answer | None] = {
        (node.id, row, node.lead.column): other
        for row, said in rows.items()
        if row != key and said.get(node.lead.column) == node.lead.value
    }
    return {**patch, (node.id, key, node.lead.column): node.lead.value}


def answered(form: Form, answers: Answers, path: Path, value: Answer | None) -> dict[Path, Answer | None]:
    """The patch that answers the question at path. A partner that is said to lead leads instead of the one that did."""
    node = form.partners
    leads = (node.id, node.lead.column, node.lead.value) if node is not None and node.lead is not None else ()
    if len(path) == 3 and (path[0], path[2], value) == leads:
        return led(form, answers, path[1])
    return {path: value}


def has_lead(form: Form, answers: Answers) -> bool:
    """Does any partner lead already?"""
    node = form.partners
    return node is not None and any(_leads(node, row) for _, row in ordered(answers.get(node.id)))


def begun(form: Form, answers: Answers) -> Answers:
    """What a new partner begins with: the first one leads. Nothing where a call has no such roles."""
    node, other = form.partners, follower(form)
    if node is None or node.lead is None or other is None:
        return {}
    return {node.lead.column: other if has_lead(form, answers) else node.lead.value}


def following(form: Form, row: Answers) -> Answers:
    """A partner's row, as that of one who does not lead."""
    node = form.partners
    if node is None or node.lead is None or not _leads(node, row):
        return row
    changed = {**row, node.lead.column: follower(form)}
    return {name: value for name, value in changed.items() if value is not None}


def follower(form: Form) -> str | None:
    """The role of a partner that does not lead; None where the call knows none."""
    node = form.partners
    return _other_role(form, node, node.lead, None) if node and node.lead else None


def _leads(node: Partners, row: Answers) -> bool:
    return node.lead is not None and row.get(node.lead.column) == node.lead.value


def _other_role(form: Form, node: Partners, lead: Lead, had: Any) -> str | None:
    column = next((each for each in form.call.tables[node.table].columns if each.id == lead.column), None)
    named = column.options if isinstance(column, Choice) else None
    roles = (
        [option.id for option in form.call.lists[named].options if option.id != lead.value] if named else []
    )
    return had if had in roles else next(iter(roles), None)
