"""The names in cost models and financing: the tables and columns that are counted, the line that is paid for."""

from collections.abc import Iterator, Mapping

from grantdesk.call.fault import Fault, unknown
from grantdesk.call.reference import columns, common, options, own
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import AmountLine, Costs, RowsLine, RowsSource, ShareSource
from grantdesk.call.terms.node import AnyNode, Choice, Money, Number, Rate
from grantdesk.words.phrase import phrase


def cost_faults(call: Call) -> Iterator[Fault]:
    """What does not fit in the cost models."""
    if call.costs is None:
        return
    yield from _choice(call, call.costs)
    nodes = own(call)
    for name, model in call.costs.models.items():
        for line in model.lines:
            place = f"costs.{name}.{line.id}"
            if isinstance(line, RowsLine):
                yield from _rows(call, place, line)
            elif isinstance(line, AmountLine) and not isinstance(nodes.get(line.node), Money):
                yield unknown(f"{place}.node", line.node)


def _choice(call: Call, costs: Costs) -> Iterator[Fault]:
    if costs.choice is None:
        return
    node = common(call).get(costs.choice) or own(call).get(costs.choice)
    if not isinstance(node, Choice) or options(call, node) != costs.models.keys():
        said = phrase("The choice of the cost model offers exactly the cost models.")
        yield Fault("costs.choice", said)


def _rows(call: Call, place: str, line: RowsLine) -> Iterator[Fault]:
    among = columns(call, own(call), line.table)
    if not among:
        yield unknown(f"{place}.table", line.table)
        return
    factors = [among.get(name) for name in line.multiply]
    numbers = all(isinstance(factor, Money | Number | Rate) for factor in factors)
    if not numbers or sum(isinstance(factor, Money) for factor in factors) != 1:
        said = phrase("A row is the product of exactly one column of money and of columns of numbers.")
        yield Fault(f"{place}.multiply", said)
    yield from _picked(call, place, (line.id, line.where), among)
    yield from _year(place, line.year, among)


def _picked(
    call: Call, place: str, pick: tuple[str, str | None], among: Mapping[str, AnyNode]
) -> Iterator[Fault]:
    """The choice column `where` picks the rows that say the id."""
    name, where = pick
    if where is None:
        return
    column = among.get(where)
    if not isinstance(column, Choice) or column.options is None:
        yield unknown(f"{place}.where", where)
    elif name not in options(call, column):
        said = phrase("“{name}” is none of the options of “{column}”.", name=name, column=where)
        yield Fault(f"{place}.where", said)


def _year(place: str, name: str | None, among: Mapping[str, AnyNode]) -> Iterator[Fault]:
    column = among.get(name or "")
    if name is not None and not (isinstance(column, Number) and not column.decimals):
        yield unknown(f"{place}.year", name)


def financing_faults(call: Call) -> Iterator[Fault]:
    """What does not fit in the financing."""
    if call.financing is None:
        return
    models = call.costs.models if call.costs else {}
    lines = {line.id for model in models.values() for line in model.lines}
    base = call.financing.base
    if not models:
        yield unknown("financing.base", base)
    for name, model in models.items():
        if base not in {line.id for line in model.lines}:
            yield Fault(f"costs.{name}", phrase("The model has no line “{name}”.", name=base))
    for source in call.financing.sources:
        place = f"financing.{source.id}"
        if source.id in lines:
            yield Fault(place, phrase("The id “{name}” is used twice, or is reserved.", name=source.id))
        match source:
            case ShareSource(asked=str(asked)) if not isinstance(own(call).get(asked), Rate):
                yield unknown(f"{place}.asked", asked)
            case RowsSource():
                yield from _promised(call, place, source)
            case _:
                pass


def _promised(call: Call, place: str, source: RowsSource) -> Iterator[Fault]:
    among = columns(call, own(call), source.table)
    if not among:
        yield unknown(f"{place}.table", source.table)
        return
    if not isinstance(among.get(source.amount), Money):
        yield unknown(f"{place}.amount", source.amount)
    yield from _picked(call, place, (source.id, source.where), among)
    yield from _year(place, source.year, among)
