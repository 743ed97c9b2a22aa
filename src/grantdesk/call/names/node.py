"""The names in sections and tables: ids that stand twice, tables, lists, columns, figures."""

from collections.abc import Iterator, Mapping

from grantdesk.call.fault import Fault, unknown
from grantdesk.call.reference import figures, options, own, partners_of, tables
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import RowsLine
from grantdesk.call.terms.node import (
    AnyNode,
    Choice,
    Indicators,
    Matrix,
    Money,
    Number,
    Partners,
    Section,
    Several,
    Table,
    TableNode,
    Total,
)
from grantdesk.words.phrase import phrase

RESERVED = frozenset({"figures", "this", "deadline", "pos", "id", "true", "false", "in"})


def node_faults(call: Call) -> Iterator[Fault]:
    """What does not fit in the sections and tables."""
    yield from _doubled(call)
    for section in call.sections:
        for node in section.nodes:
            yield from _node(call, f"sections.{section.id}.{node.id}", node)
            yield from _owned(section, f"sections.{section.id}.{node.id}", node)
    for name, table in call.tables.items():
        yield from _table(call, f"tables.{name}", table)


def _doubled(call: Call) -> Iterator[Fault]:
    partners = partners_of(call)
    table = call.tables.get(partners.table) if partners else None
    columns = [f"tables.{partners.table}.{c.id}" for c in table.columns] if table and partners else []
    for owner in ("common", "partner"):
        places = [f"sections.{s.id}.{n.id}" for s in call.sections if s.owner == owner for n in s.nodes]
        seen: set[str] = set()
        for place in [*columns, *places] if owner == "partner" else places:
            name = place.rpartition(".")[2]
            if name in seen or name in RESERVED:
                yield Fault(place, phrase("The id “{name}” is used twice, or is reserved.", name=name))
            seen.add(name)
    if not partners and any(s.owner == "partner" for s in call.sections):
        yield Fault("sections", phrase("There are partner sections, but no node of kind partners."))
    if sum(isinstance(node, Partners) for section in call.sections for node in section.nodes) > 1:
        yield Fault("sections", phrase("There is more than one node of kind partners."))


def _owned(section: Section, place: str, node: AnyNode) -> Iterator[Fault]:
    """What stands only in common sections, or only in partner sections."""
    if isinstance(node, Partners) and section.owner == "partner":
        yield Fault(place, phrase("The partners are asked for in a common section."))
    if isinstance(node, Total) and (node.of == "row" or (node.of, section.owner) == ("partner", "common")):
        yield _nobodys(place, node)


def _nobodys(place: str, node: Total) -> Fault:
    return Fault(f"{place}.of", phrase("There is no figure “{name}” of this kind here.", name=node.figure))


def _node(call: Call, place: str, node: AnyNode) -> Iterator[Fault]:
    match node:
        case TableNode(table=table) | Partners(table=table) if table not in call.tables:
            yield unknown(f"{place}.table", table)
        case Partners():
            yield from _lead(call, place, node)
        case Choice() | Several():
            yield from _choice(call, place, node)
        case Matrix(rows=rows, columns=across):
            yield from (unknown(place, name) for name in (rows, across) if name not in tables(call))
        case Indicators(indicators=names):
            known = {indicator.id for indicator in call.indicators}
            yield from (unknown(f"{place}.indicators", name) for name in names if name not in known)
        case Total(figure=figure) if figure not in figures(call):
            yield unknown(f"{place}.figure", figure)
        case _:
            pass


def _lead(call: Call, place: str, node: Partners) -> Iterator[Fault]:
    if node.lead is None:
        return
    columns: Mapping[str, AnyNode] = {column.id: column for column in call.tables[node.table].columns}
    column = columns.get(node.lead.column)
    if not isinstance(column, Choice) or node.lead.value not in options(call, column):
        said = phrase("The lead is a choice column of the partners, and one of its options.")
        yield Fault(f"{place}.lead", said)


def _choice(call: Call, place: str, node: Choice | Several) -> Iterator[Fault]:
    if node.options is not None and node.options not in call.lists:
        yield unknown(f"{place}.options", node.options)
    if node.rows_of is not None and node.rows_of not in tables(call):
        yield unknown(f"{place}.rows_of", node.rows_of)


def _table(call: Call, place: str, table: Table) -> Iterator[Fault]:
    columns: Mapping[str, AnyNode] = {column.id: column for column in table.columns}
    if len(columns) < len(table.columns) or columns.keys() & RESERVED:
        yield Fault(place, phrase("Two columns have the same id, or a reserved one."))
    for name in (*table.unique, *table.sums, *([table.title] if table.title else [])):
        if name not in columns:
            yield unknown(place, name)
    for name in table.sums:
        if not isinstance(columns.get(name, None), Money | Number | Total | None):
            yield Fault(f"{place}.sums", phrase("“{name}” is no column of numbers.", name=name))
    for column in table.columns:
        yield from _node(call, f"{place}.{column.id}", column)
        if isinstance(column, Total) and not _has_figure(call, table, column):
            yield _nobodys(f"{place}.{column.id}", column)


def _has_figure(call: Call, table: Table, column: Total) -> bool:
    """Has the table such a figure? A partner has all of them, another row only that of the line that counts it."""
    partners, nodes = partners_of(call), own(call)
    if column.of == "partner":
        return partners is not None and call.tables.get(partners.table) is table
    models = call.costs.models.values() if call.costs else ()
    lines = [line for model in models for line in model.lines if isinstance(line, RowsLine)]
    shown = [nodes.get(line.table) for line in lines if line.id == column.figure]
    return column.of == "row" and any(
        isinstance(node, TableNode) and call.tables.get(node.table) is table for node in shown
    )
