"""Where a place in the answers is, in words: "Osatoteuttaja 2 (Malliyliopisto) › Talousarvio › rivi 3 › Vuosi"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from grantdesk.call.form import Entity
from grantdesk.call.terms.node import AnyNode, Attachment, Indicators, Matrix, Partners, TableNode
from grantdesk.model.path import Path
from grantdesk.model.tree import at
from grantdesk.outline.fact.answer import plain
from grantdesk.outline.fact.name import Names
from grantdesk.words.phrase import Fact, Phrase, phrase

APART = " › "
CELLS = {"baseline": phrase("Baseline"), "target": phrase("Target"), "basis": phrase("Basis")}


def place(names: Names, path: Path) -> Phrase:
    """Where a path of the answers is. What neither the call nor the answers know is said as it stands in the path.

    Many places are asked of the same names: to work these out anew takes as long as the tables are."""
    return joined(steps(names, path))


def joined(steps: Sequence[Fact]) -> Phrase:
    """The steps on the way to a place; no step leads to the whole."""
    if not steps:
        return phrase("The whole application")
    facts = {f"step{n}": step for n, step in enumerate(steps)}
    return plain(APART.join(f"{{{name}}}" for name in facts), **facts)


def steps(names: Names, path: Path) -> list[Fact]:
    """The way to a place, step by step. A section and its only table may be called the same: that is one step."""
    return [step for step, _ in groupby(_steps(names, path)) if step]


def steps_below(names: Names, above: Path, path: Path) -> list[Fact]:
    """The way from a place to one below it: "row 3 › Year"."""
    whole, known = steps(names, path), steps(names, above)
    rest = [step for step in whole if step not in known]  # a partner's part has its own way down
    return rest or whole[-1:]


def _steps(names: Names, path: Path) -> Iterator[Fact]:
    form = names.form
    partner, home = form.located(path)
    entity, start = form.project, 0
    if form.partners and partner:
        name = names.of(form.partners.id).get(partner)
        yield name.placed if name else partner
        entity, start = form.project.tables[form.partners.id], 2
    if len(path) > start:
        if home:
            yield form.sections[home].title
        yield from _node(names, entity, path, start)


def _node(names: Names, entity: Entity, path: Path, n: int) -> Iterator[Fact]:
    """The node that the path names at n, and what lies below it."""
    node = entity.node(path[n])
    yield node.label if node else path[n]
    below = path[n + 1 :]
    if not below:
        return
    if isinstance(node, TableNode | Partners):
        name = names.table(path[: n + 1], node).get(below[0])
        yield name.placed if name else below[0]
        if len(below) > 1:
            yield from _node(names, entity.tables[node.id], path, n + 2)
    else:
        yield from _cells(names, node, path[: n + 1], below)


def _cells(names: Names, node: AnyNode | None, here: Path, below: Path) -> Iterator[Fact]:
    """What lies inside an answer that is no table: a cell, an indicator, a file."""
    for n, key in enumerate(below):
        match node:
            case Matrix() if n < 2:
                yield names.row((node.rows, node.columns)[n], key) or key
            case Indicators() if n == 0:
                indicators = names.form.call.indicators
                yield next((each.label for each in indicators if each.id == key), key)
            case Indicators() if n == 1:
                yield CELLS.get(key, key)
            case Attachment() if n == 0:
                name = at(names.answers, (*here, key, "name"))
                yield name if isinstance(name, str) else key
            case _:
                yield key
