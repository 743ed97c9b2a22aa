"""A call made ready to read answers with: every place known, every condition and rule compiled and typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from grantdesk.call.expr import (
    BOOL,
    DATE,
    ExpressionFault,
    Program,
    Record,
    Scope,
    SetOf,
    compiled,
    is_single,
)
from grantdesk.call.fault import CallFault, Fault, unknown
from grantdesk.call.names import unresolved
from grantdesk.call.ready import Compiler, Ready, located
from grantdesk.call.record import partner, project, record
from grantdesk.call.reference import partners_of
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import AnyNode, Essay, Partners, Section, TableNode, Text
from grantdesk.model.path import Path
from grantdesk.words.phrase import phrase


@dataclass(frozen=True, slots=True)
class Asked:
    """A node where it is asked. It is visible where all of `visible` are true; `section` is empty for a column."""

    node: AnyNode
    section: str
    visible: tuple[Program, ...]
    required: Program | None

    @property
    def id(self) -> str:
        return self.node.id

    @property
    def family(self) -> tuple[str, str, str] | None:
        """What the same question has in common in several languages: its section, its kind, and its id without the
        language at the end; None where no language is asked."""
        node = self.node
        if isinstance(node, Text | Essay) and node.language and node.id.endswith(f"_{node.language}"):
            return self.section, node.kind, node.id.removesuffix(f"_{node.language}")
        return None


@dataclass(frozen=True, slots=True)
class Entity:
    """The project, a kind of row, or a partner's part: what is asked of it and the rules that stand on it.

    `order` has the nodes so that a condition reads only what stands before; `tables` the kinds of rows inside, by the
    id of their node; `roots` the scalars of the project that the conditions read.
    """

    scope: str
    asked: tuple[Asked, ...]
    order: tuple[Asked, ...]
    tables: Mapping[str, "Entity"]
    rules: tuple[Ready, ...]
    roots: frozenset[str]

    def node(self, name: str) -> AnyNode | None:
        """The node with the id, or None."""
        return next((a.node for a in self.asked if a.id == name), None)


class Form:
    """A call, ready. CallFault, with every fault that was found, if it is not sound."""

    def __init__(self, call: Call) -> None:
        self.call = call
        faults = list(unresolved(call))
        if faults:
            raise CallFault(tuple(faults))
        self._faults = faults
        self._project = project(call)
        self.scalars = _scalars(self._project)
        self._of_sections: dict[str, Program | None] = {}
        self.sections: Mapping[str, Section] = {section.id: section for section in call.sections}
        self.partners: Partners | None = partners_of(call)
        self._homes = {n.id: s.id for s in call.sections if s.owner == "common" for n in s.nodes}
        self._own_homes = {n.id: s.id for s in call.sections if s.owner == "partner" for n in s.nodes}
        self.project = self._entity("", self._common(), None)
        known = self.scopes()
        for rule in call.rules:
            if rule.scope not in known:
                self._faults.append(unknown(f"rules.{rule.id}.scope", rule.scope))
        if faults:
            raise CallFault(tuple(faults))

    def scopes(self) -> dict[str, Entity]:
        """Every kind of entity by its scope: "", "partners", "work_packages", "partners.staff"."""
        found: dict[str, Entity] = {}
        queue = [self.project]
        while queue:
            entity = queue.pop()
            found[entity.scope] = entity
            queue.extend(entity.tables.values())
        return found

    def node(self, path: Path) -> AnyNode | None:
        """The node that is asked at a place in the answers, columns of rows among them; None if nothing is."""
        entity = self._entity_at(path[:-1])
        return entity.node(path[-1]) if entity and path else None

    def is_row(self, path: Path) -> bool:
        """Is this the place of a whole row of a table, or of a partner?"""
        return bool(path) and self._entity_at(path) is not None

    def _entity_at(self, path: Path) -> Entity | None:
        """The kind of entity at the place of the project, a row or a part."""
        entity: Entity | None = self.project
        if len(path) % 2:
            return None
        for table in path[::2]:
            entity = entity.tables.get(table) if entity else None
        return entity

    def home(self, node: str) -> str:
        """The id of the common section in which a node is asked; empty if none asks it."""
        return self._homes.get(node, "")

    def located(self, path: Path) -> tuple[str, str]:
        """The partner's row id (empty for what is common) and the section in which a place in the answers is asked."""
        if self.partners and len(path) > 1 and path[0] == self.partners.id:
            home = self._own_homes.get(path[2], "") if len(path) > 2 else ""
            return path[1], home or self.home(path[0])
        return "", self.home(path[0]) if path else ""

    def _common(self) -> list[tuple[Section | None, AnyNode]]:
        return [(s, node) for s in self.call.sections if s.owner == "common" for node in s.nodes]

    def _own(self, node: Partners) -> list[tuple[Section | None, AnyNode]]:
        columns: list[tuple[Section | None, AnyNode]] = [
            (None, c) for c in self.call.tables[node.table].columns
        ]
        return columns + [(s, n) for s in self.call.sections if s.owner == "partner" for n in s.nodes]

    def _entity(self, scope: str, nodes: list[tuple[Section | None, AnyNode]], this: Record | None) -> Entity:
        names = Scope(roots=self._project.fields, this=this, constants={"deadline": (DATE, self._deadline())})
        asked = tuple(self._asked(scope, section, node, names) for section, node in nodes)
        tables = {
            node.id: self._inner(scope, node) for _, node in nodes if isinstance(node, TableNode | Partners)
        }
        compiler = Compiler(names, frozenset(a.id for a in asked), self.scalars)
        rules = tuple(r for rule in self.call.rules if rule.scope == scope and (r := compiler.ready(rule)))
        self._faults += compiler.faults
        conditions = [p for a in asked for p in (*a.visible, *([a.required] if a.required else []))]
        roots = frozenset(path[0] for p in conditions for path in p.reads if path[0] != "this") - {"deadline"}
        return Entity(
            scope, asked, self._sorted(scope, asked), tables, rules, roots if scope else frozenset()
        )

    def _deadline(self) -> str:
        return self.call.closes.day if self.call.closes else "9999-12-31"

    def _inner(self, scope: str, node: TableNode | Partners) -> Entity:
        inner = f"{scope}.{node.id}" if scope else node.id
        if isinstance(node, Partners):
            return self._entity(inner, self._own(node), partner(self.call))
        columns = self.call.tables[node.table].columns
        return self._entity(inner, [(None, column) for column in columns], record(self.call, columns))

    def _asked(self, scope: str, section: Section | None, node: AnyNode, names: Scope) -> Asked:
        place = f"{scope or 'project'}.{node.id}"
        visible = self._condition(f"{place}.visible_when", node.visible_when, names)
        required = self._condition(f"{place}.required_when", node.required_when, names)
        both = (visible, self._of_section(section, names) if section else None)
        return Asked(node, section.id if section else "", tuple(p for p in both if p), required)

    def _of_section(self, section: Section, names: Scope) -> Program | None:
        """The condition of a section, compiled once."""
        if section.id not in self._of_sections:
            place = f"sections.{section.id}.visible_when"
            self._of_sections[section.id] = self._condition(place, section.visible_when, names)
        return self._of_sections[section.id]

    def _condition(self, place: str, source: str | None, names: Scope) -> Program | None:
        """A condition reads only scalars: of the project, and of the row or part that it stands in."""
        if source is None:
            return None
        try:
            program = compiled(source, names, BOOL)
        except ExpressionFault as fault:
            self._faults.append(Fault(place, located(fault)))
            return None
        single = self.scalars | {("this", name) for name in _scalars(names.this)}
        for path in sorted(program.reads):
            if (path[:2] if path[0] == "this" else path[0]) not in single:
                said = phrase("A condition may read only single answers, not {path}.", path=".".join(path))
                self._faults.append(Fault(place, said))
        return program

    def _sorted(self, scope: str, asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
        """The nodes so that every condition reads only what stands before it. A loop of conditions is a fault."""
        ids = {a.id for a in asked}
        waits = {a.id: _waits(scope, a) & ids for a in asked}
        order: list[Asked] = []
        done: set[str] = set()
        left = list(asked)
        while left:
            free = [a for a in left if waits[a.id] <= done]
            if not free:
                names = ", ".join(sorted(a.id for a in left))
                said = phrase("These conditions wait for each other: {names}.", names=names)
                self._faults.append(Fault(scope or "project", said))
                return asked
            order += free
            done |= {a.id for a in free}
            left = [a for a in left if a.id not in done]
        return tuple(order)


def _scalars(record: Record | None) -> frozenset[str]:
    """The names of the answers that stand for themselves: single values and choices of several."""
    fields = record.fields if record else {}
    return frozenset(name for name, type_ in fields.items() if is_single(type_) or isinstance(type_, SetOf))


def _waits(scope: str, asked: Asked) -> set[str]:
    """The names, in the same entity, that the conditions for being visible read."""
    paths = [path for program in asked.visible for path in program.reads]
    return {path[1] for path in paths if path[0] == "this"} if scope else {path[0] for path in paths}
