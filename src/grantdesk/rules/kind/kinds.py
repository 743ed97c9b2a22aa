"""Every kind of rule and how it judges; a kind that is missing here does not pass the type check."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeAlias, assert_never

from grantdesk.call.expr import UNKNOWN, Program
from grantdesk.call.ready import Ready
from grantdesk.call.terms.aid import Aid
from grantdesk.call.terms.rule import (
    AidIntensity,
    Checksum,
    Compare,
    Composition,
    Count,
    Exists,
    Expr,
    LimitRule,
    Lookup,
    Order,
    Pattern,
    Range,
    Required,
    RequiresAttachment,
    RollingMax,
    ShareMax,
    ShareMin,
    SumEquals,
    Unique,
)
from grantdesk.rules.kind import aid, amount, rows, text
from grantdesk.rules.kind.frame import Frame
from grantdesk.rules.kind.verdict import HOLDS, NOT_YET, TOO_LONG, Values, Verdict, fault

Valued: TypeAlias = (
    LimitRule
    | Range
    | Order
    | Unique
    | Count
    | SumEquals
    | ShareMax
    | ShareMin
    | Compare
    | Pattern
    | Checksum
    | Exists
    | Composition
    | Lookup
    | AidIntensity
    | RollingMax
    | Expr
)
"""The kinds that are judged by the values of their expressions."""
Judged: TypeAlias = Callable[[Frame, Frame], Verdict]
"""From what a rule reads to its verdict; the second frame is the first with a table of no rows where none is there."""

NO_AID = Aid.model_construct()  # all of it by default, which needs no validating
ON_ROWS = (Count, Composition, Exists, RollingMax)
"""Kinds that ask how many rows there are, or whether one is there: they read "rows" in the second frame."""
UNTICKED = frozenset({"bonuses"})
"""Operands that are known when nothing is answered: what nobody has ticked does not count."""


def judging(ready: Ready, tables: Aid = NO_AID) -> Judged:
    """How a rule judges. Where it is not asked (`when` is not true) it holds, or is not known yet."""
    rule, when = ready.rule, ready.when
    if isinstance(rule, Required | RequiresAttachment):
        judge = _by_answers(rule, ready)
    else:
        judge = _by_values(ready, _of_values(rule, ready, tables))
    if when is None:
        return judge

    def asked(frame: Frame, counted: Frame) -> Verdict:
        value = frame.value(when)
        if value is True:
            return judge(frame, counted)
        return _open((when,), frame) if value is UNKNOWN else HOLDS

    return asked


def _by_answers(rule: Required | RequiresAttachment, ready: Ready) -> Judged:
    """Rules for which nothing answered is not unknown but wrong."""
    programs = [program for name in ("any_of", "files") for program in _flat(ready.operands.get(name, ()))]

    def judged(frame: Frame, counted: Frame) -> Verdict:
        there = [value for program in programs if (value := frame.value(program)) is not UNKNOWN]
        if not there and (verdict := _open(programs, frame)) is not NOT_YET:
            return verdict
        if isinstance(rule, RequiresAttachment):
            return rows.requires_attachment(rule, there[0] if there else {})
        return HOLDS if there else fault("rule.required")

    return judged


def _open(programs: Iterable[Program], frame: Frame) -> Verdict:
    """The verdict where one of these is unknown: an answer is still to come, or the call wants too much."""
    return fault(TOO_LONG) if any(program.is_too_long(frame) for program in programs) else NOT_YET


def _flat(operand: Program | tuple[Program, ...]) -> tuple[Program, ...]:
    return operand if isinstance(operand, tuple) else (operand,)


def _by_values(ready: Ready, judge: Callable[[Values], Verdict]) -> Judged:
    """Rules that are not known while one of their values is unknown."""
    single = [(name, p, _once(p)) for name, p in ready.operands.items() if isinstance(p, Program)]
    several = [
        (name, ps, [_once(p) for p in ps]) for name, ps in ready.operands.items() if isinstance(ps, tuple)
    ]

    def judged(frame: Frame, counted: Frame) -> Verdict:
        values: dict[str, Any] = {}
        for name, program, run in single:
            here = counted if name == "rows" else frame
            value = run(here)
            if value is UNKNOWN:
                if name not in UNTICKED:
                    return _open((program,), here)
                value = {}
            values[name] = value
        for name, programs, runs in several:
            values[name] = found = [run(frame) for run in runs]
            if UNKNOWN in found:
                return _open(programs, frame)
        return judge(values)

    return judged


def _once(program: Program) -> Callable[[Frame], Any]:
    """The expression; one that reads the project alone is worked out anew only when something that it reads is another.

    Answers are never mutated, so what is the same object gives the same value, in every row and in the next report.
    """
    if not program.reads or any(path[0] == "this" for path in program.reads):
        return program.run
    roots = sorted({path[0] for path in program.reads})
    seen: list[Any] = [None, [None], UNKNOWN]

    def run(frame: Frame) -> Any:
        project, before, value = seen
        if frame.project is project:
            return value
        reads = [frame.project.get(root) for root in roots]
        if project is None or any(a is not b for a, b in zip(reads, before, strict=True)):
            value = program.run(frame)
        seen[:] = frame.project, reads, value
        return value

    return run


def _of_values(rule: Valued, ready: Ready, tables: Aid) -> Callable[[Values], Verdict]:
    match rule:
        case LimitRule():
            return partial(text.limit, rule)
        case Order():
            return partial(text.order, rule)
        case Pattern():
            return partial(text.pattern, rule)
        case Checksum():
            return partial(text.checksum, rule)
        case Expr():
            return lambda values: HOLDS if values["must"] else fault("rule.expr")
        case Lookup():
            return partial(aid.lookup, rule, ready)
        case AidIntensity():
            return partial(aid.aid_intensity, tables)
        case RollingMax():
            return partial(aid.rolling_max, rule)
        case Unique() | Count() | Exists() | Composition():
            return _of_rows(rule, ready)
        case _:
            return _of_amounts(rule, ready)


def _of_rows(rule: Unique | Count | Exists | Composition, ready: Ready) -> Callable[[Values], Verdict]:
    match rule:
        case Unique():
            return partial(rows.unique, rule, ready)
        case Count():
            return partial(rows.count, rule)
        case Exists():
            return partial(rows.exists, rule)
        case Composition():
            return partial(rows.composition, rule)
        case _:
            assert_never(rule)


def _of_amounts(
    rule: Range | SumEquals | ShareMax | ShareMin | Compare, ready: Ready
) -> Callable[[Values], Verdict]:
    match rule:
        case Range():
            return partial(amount.range_, rule, ready)
        case SumEquals():
            return partial(amount.sum_equals, rule, ready)
        case ShareMax():
            return partial(amount.share_max, rule)
        case ShareMin():
            return partial(amount.share_min, rule)
        case Compare():
            return partial(amount.compare, rule, ready)
        case _:
            assert_never(rule)
