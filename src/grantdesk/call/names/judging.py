"""The names of the nodes that the program itself speaks of, and those in criteria, signatures and aid."""

from collections.abc import Iterator, Mapping

from grantdesk.call.fault import Fault, unknown
from grantdesk.call.reference import columns, common, own
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import AnyNode, Date, TableNode, Text


def parts_faults(call: Call) -> Iterator[Fault]:
    """What does not fit in [parts]."""
    parts, nodes = call.parts, common(call)
    among, moments = (columns(call, nodes, table) for table in (parts.packages, parts.milestones))
    wanted: tuple[tuple[str, str | None, Mapping[str, AnyNode], type], ...] = (
        ("title", parts.title, nodes, Text),
        ("start", parts.start, nodes, Date),
        ("end", parts.end, nodes, Date),
        ("partner_name", parts.partner_name, own(call), Text),
        ("packages", parts.packages, nodes, TableNode),
        ("package_start", parts.package_start, among, Date),
        ("package_end", parts.package_end, among, Date),
        ("milestones", parts.milestones, nodes, TableNode),
        ("milestone_date", parts.milestone_date, moments, Date),
    )
    for word, name, place, kind in wanted:
        if name is not None and not isinstance(place.get(name), kind):
            yield unknown(f"parts.{word}", name)


def judging_faults(call: Call) -> Iterator[Fault]:
    """What does not fit in criteria, signatures and aid."""
    everything = common(call) | own(call)
    for criterion in call.criteria:
        if criterion.layer not in call.layers:
            yield unknown(f"criteria.{criterion.id}.layer", criterion.layer)
        for name in criterion.nodes:
            if name not in everything:
                yield unknown(f"criteria.{criterion.id}.nodes", name)
    for signature in call.signatures:
        among = own(call) if signature.owner == "partner" else common(call)
        if signature.name is not None and not isinstance(among.get(signature.name), Text):
            yield unknown(f"signatures.{signature.id}.name", signature.name)
    for name, category in call.aid.categories.items() if call.aid else ():
        for bonus in category.bonuses:
            if call.aid and bonus not in call.aid.bonuses:
                yield unknown(f"aid.{name}.bonuses", bonus)
