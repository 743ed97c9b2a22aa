"""Does every name in a call lead somewhere? Tables, lists, nodes, columns, cost lines, layers."""

from collections.abc import Iterator, Mapping

from grantdesk.call.fault import Fault
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import AmountLine, RowsLine, RowsSource, ShareSource
from grantdesk.call.terms.node import (
    AnyNode,
    Choice,
    Date,
    Indicators,
    Matrix,
    Money,
    Number,
    Partners,
    Rate,
    Several,
    Table,
    TableNode,
    Text,
)
from grantdesk.words.phrase import phrase

RESERVED = frozenset({"figures", "this", "deadline", "pos", "true", "false", "in"})


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


def unresolved(call: Call) -> Iterator[Fault]:
    """Every name that leads nowhere, and every id that stands twice in its scope."""
    yield from _doubled(call)
    for section in call.sections:
        for node in section.nodes:
            yield from _node(call, f"sections.{section.id}.{node.id}", node)
    for name, table in call.tables.items():
        yield from _table(call, f"tables.{name}", table)
    yield from _costs(call)
    yield from _financing(call)
    yield from _parts(call)
    yield from _judging(call)


def _unknown(place: str, name: str) -> Fault:
    return Fault(place, phrase("There is no “{name}”.", name=name))


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
                yield Fault(place, phrase("The id “{name}” stands twice, or is reserved.", name=name))
            seen.add(name)
    if not partners and any(s.owner == "partner" for s in call.sections):
        yield Fault("sections", phrase("There are partner sections, but no node of kind partners."))


def _tables(call: Call) -> dict[str, Table]:
    """The tables of the project that rows can be chosen from, by node id."""
    nodes = common(call).values()
    return {
        n.id: call.tables[n.table]
        for n in nodes
        if isinstance(n, TableNode | Partners) and n.table in call.tables
    }


def _node(call: Call, place: str, node: AnyNode) -> Iterator[Fault]:
    match node:
        case TableNode(table=table) | Partners(table=table) if table not in call.tables:
            yield _unknown(f"{place}.table", table)
        case Partners(lead=lead) if lead:
            yield from _lead(call, place, node)
        case Choice() | Several():
            yield from _choice(call, place, node)
        case Matrix(rows=rows, columns=columns):
            for name in (rows, columns):
                if name not in _tables(call):
                    yield _unknown(place, name)
        case Indicators(indicators=names):
            known = {indicator.id for indicator in call.indicators}
            yield from (_unknown(f"{place}.indicators", name) for name in names if name not in known)
        case _:
            pass


def _lead(call: Call, place: str, node: Partners) -> Iterator[Fault]:
    columns = {column.id: column for column in call.tables[node.table].columns}
    column = columns.get(node.lead.column) if node.lead else None
    options = call.lists.get(column.options or "") if isinstance(column, Choice) else None
    if not node.lead or not options or node.lead.value not in {o.id for o in options.options}:
        yield Fault(
            f"{place}.lead", phrase("The lead is a choice column of the partners, and one of its options.")
        )


def _choice(call: Call, place: str, node: Choice | Several) -> Iterator[Fault]:
    if node.options is not None and node.options not in call.lists:
        yield _unknown(f"{place}.options", node.options)
    if node.rows_of is not None and node.rows_of not in _tables(call):
        yield _unknown(f"{place}.rows_of", node.rows_of)


def _table(call: Call, place: str, table: Table) -> Iterator[Fault]:
    columns: Mapping[str, AnyNode] = {column.id: column for column in table.columns}
    if len(columns) < len(table.columns) or columns.keys() & RESERVED:
        yield Fault(place, phrase("Two columns have the same id, or a reserved one."))
    for name in (*table.unique, *table.sums, *([table.title] if table.title else [])):
        if name not in columns:
            yield _unknown(place, name)
    for name in table.sums:
        if (
            name in columns
            and not isinstance(columns[name], Money | Number)
            and columns[name].kind != "total"
        ):
            yield Fault(f"{place}.sums", phrase("“{name}” is no column of numbers.", name=name))
    for column in table.columns:
        yield from _node(call, f"{place}.{column.id}", column)
    if table.least > table.most:
        yield Fault(place, phrase("At least is more than at most."))


def _columns(call: Call, node: str) -> Mapping[str, AnyNode]:
    """The columns of a table in a partner section; nothing where there is none."""
    found = own(call).get(node)
    table = call.tables.get(found.table) if isinstance(found, TableNode) else None
    return {column.id: column for column in table.columns} if table else {}


def _costs(call: Call) -> Iterator[Fault]:
    if call.costs is None:
        return
    choice = call.costs.choice
    if choice is not None:
        node = common(call).get(choice) or own(call).get(choice)
        options = call.lists.get(node.options or "") if isinstance(node, Choice) else None
        if not options or {option.id for option in options.options} != call.costs.models.keys():
            yield Fault(
                "costs.choice", phrase("The choice of the cost model offers exactly the cost models.")
            )
    for name, model in call.costs.models.items():
        for line in model.lines:
            place = f"costs.{name}.{line.id}"
            if isinstance(line, RowsLine):
                yield from _rows(call, place, line)
            elif isinstance(line, AmountLine) and not isinstance(own(call).get(line.node), Money):
                yield _unknown(place, line.node)


def _rows(call: Call, place: str, line: RowsLine) -> Iterator[Fault]:
    columns = _columns(call, line.table)
    if not columns:
        yield _unknown(place, line.table)
        return
    factors = [columns.get(name) for name in line.multiply]
    numbers = all(isinstance(factor, Money | Number | Rate) for factor in factors)
    if not numbers or sum(isinstance(factor, Money) for factor in factors) != 1:
        yield Fault(
            place, phrase("A row is the product of exactly one column of money and of columns of numbers.")
        )
    if line.year and not isinstance(columns.get(line.year), Number):
        yield _unknown(f"{place}.year", line.year)
    if line.where and not isinstance(columns.get(line.where), Choice):
        yield _unknown(f"{place}.where", line.where)


def _financing(call: Call) -> Iterator[Fault]:
    if call.financing is None:
        return
    lines = {line.id for model in (call.costs.models if call.costs else {}).values() for line in model.lines}
    for name, model in (call.costs.models if call.costs else {}).items():
        if call.financing.base not in {line.id for line in model.lines}:
            yield Fault(f"costs.{name}", phrase("The model has no line “{name}”.", name=call.financing.base))
    for source in call.financing.sources:
        place = f"financing.{source.id}"
        if source.id in lines:
            yield Fault(place, phrase("The id “{name}” stands twice, or is reserved.", name=source.id))
        if (
            isinstance(source, ShareSource)
            and source.asked
            and not isinstance(own(call).get(source.asked), Rate)
        ):
            yield _unknown(f"{place}.asked", source.asked)
        if isinstance(source, RowsSource):
            yield from _funding_rows(call, place, source)


def _funding_rows(call: Call, place: str, source: RowsSource) -> Iterator[Fault]:
    columns = _columns(call, source.table)
    wanted: tuple[tuple[str | None, type], ...] = (
        (source.amount, Money),
        (source.where, Choice),
        (source.year, Number),
    )
    for name, kind in wanted:
        if name is not None and not isinstance(columns.get(name), kind):
            yield _unknown(place, name)


def _parts(call: Call) -> Iterator[Fault]:
    parts, nodes = call.parts, common(call)
    packages = nodes.get(parts.packages or "")
    table = call.tables.get(packages.table) if isinstance(packages, TableNode) else None
    columns: Mapping[str, AnyNode] = {c.id: c for c in table.columns} if table else {}
    wanted: tuple[tuple[str, str | None, Mapping[str, AnyNode], type], ...] = (
        ("title", parts.title, nodes, Text),
        ("start", parts.start, nodes, Date),
        ("end", parts.end, nodes, Date),
        ("partner_name", parts.partner_name, own(call), Text),
        ("packages", parts.packages, nodes, TableNode),
        ("package_start", parts.package_start, columns, Date),
        ("package_end", parts.package_end, columns, Date),
    )
    for word, name, among, kind in wanted:
        if name is not None and not isinstance(among.get(name), kind):
            yield _unknown(f"parts.{word}", name)


def _judging(call: Call) -> Iterator[Fault]:
    everything = common(call) | own(call)
    for criterion in call.criteria:
        if criterion.layer not in call.layers:
            yield _unknown(f"criteria.{criterion.id}.layer", criterion.layer)
        yield from (
            _unknown(f"criteria.{criterion.id}.nodes", n) for n in criterion.nodes if n not in everything
        )
    for signature in call.signatures:
        among = own(call) if signature.owner == "partner" else common(call)
        if signature.name is not None and not isinstance(among.get(signature.name), Text):
            yield _unknown(f"signatures.{signature.id}.name", signature.name)
    if call.aid:
        for name, category in call.aid.categories.items():
            yield from (
                _unknown(f"aid.{name}.bonuses", bonus)
                for bonus in category.bonuses
                if bonus not in call.aid.bonuses
            )
