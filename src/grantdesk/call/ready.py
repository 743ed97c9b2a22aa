"""A rule made ready to judge: its expressions compiled and typed, the node it stands beside, what it reads."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from grantdesk.call.expr import (
    DATE,
    INT,
    MONEY,
    ExpressionFault,
    ListOf,
    OneOf,
    Program,
    Record,
    Scope,
    Type,
    compiled,
    is_single,
)
from grantdesk.call.expr.types import described
from grantdesk.call.family import WANTED, belongs, operands
from grantdesk.call.fault import Fault, unknown
from grantdesk.call.terms.operand import Family
from grantdesk.call.terms.rule import AnyRule, Composition, RollingMax, Unique
from grantdesk.words.phrase import Phrase, phrase

Operands: TypeAlias = Mapping[str, "Program | tuple[Program, ...]"]
_FIRST_NAME = re.compile(r"\s*(this\.)?([A-Za-z_][A-Za-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with its programs. `at` is the id of the node beside which its findings stand; empty: the whole entity.

    `roots` are the names of the project that it reads: what its findings depend on besides the entity itself.
    """

    rule: AnyRule
    when: Program | None
    operands: Operands
    at: str
    roots: frozenset[str]


def located(fault: ExpressionFault) -> Phrase:
    """What is wrong in an expression, with its place counted from one, as editors do."""
    return phrase("at character {position}: {fault}", position=fault.position + 1, fault=fault.phrase)


class Compiler:
    """Compiles the rules of one entity; `faults` gathers what does not fit."""

    def __init__(self, names: Scope, nodes: frozenset[str], scalars: frozenset[str]) -> None:
        self.names, self.nodes, self.scalars = names, nodes, scalars
        self.faults: list[Fault] = []

    def ready(self, rule: AnyRule) -> Ready | None:
        """The rule, ready; None if anything in it does not fit."""
        before = len(self.faults)
        programs: dict[str, Program | tuple[Program, ...]] = {}
        sources: list[str] = []
        for name, operand in operands(type(rule)).items():
            value = getattr(rule, name)
            texts = value if isinstance(value, tuple) else (value,) if value is not None else ()
            place = f"rules.{rule.id}.{name}"
            got = tuple(p for text in texts if (p := self._program(place, text, operand.family)) is not None)
            if texts and len(got) == len(texts):
                programs[name] = got if isinstance(value, tuple) else got[0]
            sources += texts if name != "when" else ()
        self._levelled(rule, programs)
        self.faults += self._columns(rule, programs)
        roots = frozenset(path[0] for p in _flat(programs) for path in p.reads if path[0] != "this") - {
            "deadline"
        }
        if self.names.this is not None and (wide := sorted(roots - self.scalars)):
            said = phrase(
                "A rule on a row reads only the row and single answers of the project, not {names}.",
                names=tuple(wide),
            )
            self.faults.append(Fault(f"rules.{rule.id}", said))
        at = self._beside(rule, sources)
        if len(self.faults) > before:
            return None
        when = programs.pop("when", None)
        return Ready(rule, when if isinstance(when, Program) else None, programs, at, roots)

    def _levelled(self, rule: AnyRule, programs: dict[str, Program | tuple[Program, ...]]) -> None:
        """Numbers that a rule compares are of one type: a plain 12 beside person-months is 12.00 of them."""
        numbers = [name for name, operand in operands(type(rule)).items() if operand.family == "number"]
        among = {name: programs[name] for name in numbers if name in programs}
        wanted = next((p.type for p in _flat(among) if p.type != INT), INT)
        for name, value in among.items():
            place = f"rules.{rule.id}.{name}"
            several = value if isinstance(value, tuple) else (value,)
            level = [
                p if p.type == wanted else self._program(place, p.source, "number", wanted) for p in several
            ]
            if None not in level:
                programs[name] = (
                    tuple(p for p in level if p) if isinstance(value, tuple) else level[0] or value
                )

    def _program(self, place: str, source: str, family: Family, want: Type | None = None) -> Program | None:
        try:
            program = compiled(source, self.names, want)
        except ExpressionFault as fault:
            self.faults.append(Fault(place, located(fault)))
            return None
        if not belongs(program.type, family):
            said = phrase(
                "Here belongs {wanted}, not {got}.", wanted=WANTED[family], got=described(program.type)
            )
            self.faults.append(Fault(place, said))
            return None
        return program

    def _beside(self, rule: AnyRule, sources: list[str]) -> str:
        """The node named, or the first that an operand begins with."""
        if rule.at is not None:
            if rule.at not in self.nodes:
                self.faults.append(unknown(f"rules.{rule.id}.at", rule.at))
            return rule.at
        for source in sources:
            match = _FIRST_NAME.match(source)
            if match and bool(match[1]) == (self.names.this is not None) and match[2] in self.nodes:
                return match[2]
        return ""

    def _columns(self, rule: AnyRule, programs: Operands) -> Iterator[Fault]:
        """The columns that a rule on rows names."""
        wanted: list[tuple[str, str, Callable[[Type], bool]]] = []
        match rule:
            case Unique(columns=columns):
                wanted = [("columns", column, is_single) for column in columns]
            case Composition(column=column):
                wanted = [("column", column, lambda type_: belongs(type_, "text"))]
            case RollingMax(date=day, amount=amount):
                wanted = [("date", day, lambda type_: type_ == DATE)]
                wanted += [("amount", amount, lambda type_: type_ == MONEY)]
            case _:
                return
        rows = programs.get("rows")
        item = rows.type.item if isinstance(rows, Program) and isinstance(rows.type, ListOf) else None
        fields = item.fields if isinstance(item, Record) else {}
        for parameter, name, fits in wanted:
            if fields and not (name in fields and fits(fields[name])):
                yield unknown(f"rules.{rule.id}.{parameter}", name)
        if isinstance(rule, Composition) and isinstance(type_ := fields.get(rule.column), OneOf):
            yield from _groups(rule, type_.options)


def _groups(rule: Composition, options: frozenset[str]) -> Iterator[Fault]:
    """The members of the groups, which the column offers."""
    names = dict.fromkeys(name for group in rule.groups for name in group.any_of)
    return (unknown(f"rules.{rule.id}.groups", name) for name in names if name not in options)


def _flat(programs: Operands) -> Iterator[Program]:
    for value in programs.values():
        if isinstance(value, tuple):
            yield from value
        else:
            yield value
