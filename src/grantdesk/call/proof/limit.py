"""Limits that contradict each other, demand nothing, or come in the wrong order."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from grantdesk.call.fault import Fault
from grantdesk.call.reference import options
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import FundingSource, RateLine, ShareSource
from grantdesk.call.terms.criterion import Criterion
from grantdesk.call.terms.node import AnyNode, Date, Essay, Money, Number, Rate, Several
from grantdesk.call.terms.rule import AnyRule, Composition, Count, LimitRule, Range, ShareMax, ShareMin
from grantdesk.call.terms.value import Moment
from grantdesk.words.phrase import phrase

ALL = 10_000  # basis points


def limit_faults(call: Call) -> Iterator[Fault]:
    """What is wrong with the limits."""
    for section in call.sections:
        if call.pages and section.pages and section.pages > call.pages:
            yield Fault(
                f"sections.{section.id}.pages",
                phrase("A section may have more pages than the whole application."),
            )
        for node in section.nodes:
            yield from _node(call, f"sections.{section.id}.{node.id}", node)
    for name, table in call.tables.items():
        yield from _crossed(f"tables.{name}", table.least, table.most)
        for column in table.columns:
            yield from _node(call, f"tables.{name}.{column.id}", column)
    for rule in call.rules:
        yield from _rule(f"rules.{rule.id}", rule)
    yield from _rates(call)
    for criterion in call.criteria:
        yield from _threshold(call, criterion)
    yield from _moments(call)


def _crossed(place: str, least: Any, most: Any) -> Iterator[Fault]:
    if least is not None and most is not None and least > most:
        yield Fault(place, phrase("At least is more than at most."))


def _node(call: Call, place: str, node: AnyNode) -> Iterator[Fault]:
    if node.required and node.required_when:
        yield Fault(place, phrase("The node is always required: required_when says nothing more."))
    match node:
        case Money() | Number() | Rate() | Date():
            yield from _crossed(place, node.least, node.most)
        case Essay(limit=limit):
            yield from _crossed(f"{place}.limit", limit.least, limit.most)
        case Several():
            yield from _crossed(place, node.least, node.most)
            if node.options is not None:
                yield from _crossed(f"{place}.least", node.least, len(options(call, node)))
        case _:
            pass


def _rule(place: str, rule: AnyRule) -> Iterator[Fault]:
    match rule:
        case LimitRule() | Count():
            yield from _asked(place, rule.least, rule.most)
        case Range() if rule.least is None and rule.most is None:
            yield Fault(place, phrase("The rule demands nothing: give it least or most."))
        case Composition(groups=groups):
            for at, group in enumerate(groups):
                yield from _asked(f"{place}.groups.{at}", group.least, group.most)
        case ShareMax(rate=0) | ShareMin(rate=0):
            yield Fault(f"{place}.rate", phrase("A rate of nothing says nothing."))
        case _:
            pass


def _asked(place: str, least: int, most: int | None) -> Iterator[Fault]:
    yield from _crossed(place, least, most)
    if most is None and least <= 0:
        yield Fault(place, phrase("The rule demands nothing: give it least or most."))


def _rates(call: Call) -> Iterator[Fault]:
    for name, model in call.costs.models.items() if call.costs else ():
        for line in model.lines:
            if isinstance(line, RateLine) and not line.rate:
                yield Fault(f"costs.{name}.{line.id}.rate", phrase("A rate of nothing says nothing."))
    sources: tuple[FundingSource, ...] = call.financing.sources if call.financing else ()
    for source in sources:
        if isinstance(source, ShareSource) and not 0 < source.rate <= ALL:
            said = phrase("A source pays more than 0% and at most 100%.")
            yield Fault(f"financing.{source.id}.rate", said)


def _threshold(call: Call, criterion: Criterion) -> Iterator[Fault]:
    layer = call.layers.get(criterion.layer)
    if criterion.threshold is None or layer is None:
        return
    scale = layer.scale
    if scale.kind != "points" or not scale.least < criterion.threshold <= scale.most:
        said = phrase("The threshold is not on the scale of the layer.")
        yield Fault(f"criteria.{criterion.id}.threshold", said)


def _moments(call: Call) -> Iterator[Fault]:
    ends = {"opens": call.opens, "closes": call.closes}
    others = {f"deadlines.{deadline.id}.at": deadline.at for deadline in call.deadlines}
    unknown = {name: moment for name, moment in (ends | others).items() if moment and not _has_zone(moment)}
    for name, moment in unknown.items():
        yield Fault(f"{name}.zone", phrase("There is no time zone “{zone}”.", zone=moment.zone))
    if not unknown and call.opens and call.closes and call.opens.when() >= call.closes.when():
        yield Fault("closes", phrase("The call closes before it opens."))


def _has_zone(moment: Moment) -> bool:
    try:
        moment.when()
    except (ZoneInfoNotFoundError, OSError):  # "Europe" is a folder of the data, and no zone
        return False
    return True
