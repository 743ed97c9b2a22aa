"""What the names in a call stand for: the nodes of the project and of a partner, tables, columns, options, figures."""

from collections.abc import Mapping

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import AnyNode, Choice, Partners, Several, Table, TableNode


def common(call: Call) -> dict[str, AnyNode]:
    """The nodes of the common sections, by id."""
    return {node.id: node for section in call.sections if section.owner == "common" for node in section.nodes}


def partners_of(call: Call) -> Partners | None:
    """The node whose rows are the partners, or None where a call has no partners."""
    return next((node for node in common(call).values() if isinstance(node, Partners)), None)


def own(call: Call) -> dict[str, AnyNode]:
    """What is asked of every partner, by id: the columns of the partners' table, the nodes of the partner sections."""
    node = partners_of(call)
    table = call.tables.get(node.table) if node else None
    columns: dict[str, AnyNode] = {column.id: column for column in table.columns} if table else {}
    return columns | {
        n.id: n for section in call.sections if section.owner == "partner" for n in section.nodes
    }


def tables(call: Call) -> dict[str, Table]:
    """The tables of the project that rows can be chosen from, by the id of their node."""
    nodes = common(call).values()
    return {
        node.id: call.tables[node.table]
        for node in nodes
        if isinstance(node, TableNode | Partners) and node.table in call.tables
    }


def columns(call: Call, nodes: Mapping[str, AnyNode], name: str | None) -> Mapping[str, AnyNode]:
    """The columns of the table that one of the nodes shows, by id; nothing where it shows none."""
    node = nodes.get(name or "")
    table = call.tables.get(node.table) if isinstance(node, TableNode) else None
    return {column.id: column for column in table.columns} if table else {}


def options(call: Call, node: AnyNode | None) -> frozenset[str]:
    """The ids of the code list that a node chooses from; nothing where rows are chosen, or where it is no choice."""
    listed = call.lists.get(node.options or "") if isinstance(node, Choice | Several) else None
    return frozenset(option.id for option in listed.options) if listed else frozenset()


def figures(call: Call) -> dict[str, None]:
    """The names of all figures in order: the lines of every cost model, the sources of the financing."""
    models = call.costs.models.values() if call.costs else ()
    sources = call.financing.sources if call.financing else ()
    return dict.fromkeys([line.id for model in models for line in model.lines] + [s.id for s in sources])
