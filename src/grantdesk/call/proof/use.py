"""What a call defines and never uses: a fault where it is a slip for sure, a remark where it may be meant."""

from collections.abc import Iterator

from grantdesk.call.fault import Fault
from grantdesk.call.reference import columns, options, own
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import RowsLine, RowsSource
from grantdesk.call.terms.node import AnyNode, Choice, Indicators, Partners, Several, TableNode
from grantdesk.words.phrase import phrase


def nodes(call: Call) -> Iterator[AnyNode]:
    """Every node and column."""
    for section in call.sections:
        yield from section.nodes
    for table in call.tables.values():
        yield from table.columns


def unused_faults(call: Call) -> Iterator[Fault]:
    """Tables, code lists and indicators that no node shows."""
    shown: set[tuple[str, str]] = set()
    for node in nodes(call):
        match node:
            case TableNode(table=name) | Partners(table=name):
                shown.add(("tables", name))
            case Choice(options=str(name)) | Several(options=str(name)):
                shown.add(("lists", name))
            case Indicators(indicators=names):
                shown |= {("indicators", name) for name in names}
            case _:
                pass
    for word, known in (
        ("tables", [*call.tables]),
        ("lists", [*call.lists]),
        ("indicators", [indicator.id for indicator in call.indicators]),
    ):
        for name in known:
            if (word, name) not in shown:
                yield Fault(f"{word}.{name}", phrase("No field uses this."))


def unused(call: Call) -> Iterator[Fault]:
    """Layers without a criterion, bonuses without a category, rows that no line and no source counts."""
    layers = {criterion.layer for criterion in call.criteria}
    yield from (_idle(f"layers.{name}") for name in call.layers if name not in layers)
    if call.aid:
        taken = {bonus for category in call.aid.categories.values() for bonus in category.bonuses}
        yield from (_idle(f"aid.bonuses.{name}") for name in call.aid.bonuses if name not in taken)
    yield from _uncounted(call)


def _idle(place: str) -> Fault:
    return Fault(place, phrase("Nothing uses this."))


def _uncounted(call: Call) -> Iterator[Fault]:
    """Options of a column that picks rows for lines or sources, which none of them counts."""
    models = call.costs.models.values() if call.costs else ()
    lines = [line for model in models for line in model.lines if isinstance(line, RowsLine)]
    sources = [s for s in (call.financing.sources if call.financing else ()) if isinstance(s, RowsSource)]
    counted: dict[tuple[str, str], set[str]] = {}
    picks = [(line.table, line.where, line.id) for line in lines] + [
        (s.table, s.where, s.id) for s in sources
    ]
    for table, column, name in picks:
        if column is not None:
            counted.setdefault((table, column), set()).add(name)
    for (table, where), names in counted.items():
        for option in sorted(options(call, columns(call, own(call), table).get(where)) - names):
            said = phrase("No cost line and no source counts the rows that say “{name}”.", name=option)
            yield Fault(f"{table}.{where}", said)
