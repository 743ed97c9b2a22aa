"""Every kind of rule and how it judges; a kind that is missing here does not pass the type check."""

from collections.abc import Mapping
from typing import Any, assert_never

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
from grantdesk.rules.date import is_day
from grantdesk.rules.kind import aid, amount, rows, text
from grantdesk.rules.kind.verdict import HOLDS, NOT_YET, Values, Verdict, fault

Tree = Mapping[str, Any]
NO_AID = Aid()


def verdict(ready: Ready, project: Tree, this: Tree | None, tables: Aid = NO_AID) -> Verdict:
    """What the rule says of an entity. Where it is not asked (`when` is not true) it holds or is not known yet."""
    if ready.when is not None:
        asked = ready.when(project, this)
        if asked is not True:
            return NOT_YET if asked is UNKNOWN else HOLDS
    if isinstance(ready.rule, Required | RequiresAttachment):
        return _required(ready, project, this)
    values: dict[str, Any] = {}
    for name, program in ready.operands.items():
        if isinstance(program, Program):
            value = program(project, this)
            if value is UNKNOWN:
                return NOT_YET
        else:
            value = [each(project, this) for each in program]
            if UNKNOWN in value:
                return NOT_YET
        values[name] = value
    return _judged(ready, values, tables)


def _required(ready: Ready, project: Tree, this: Tree | None) -> Verdict:
    """Rules for which nothing answered is not unknown but wrong."""
    if isinstance(ready.rule, RequiresAttachment):
        files = ready.operands["files"]
        value = UNKNOWN if isinstance(files, tuple) else files(project, this)
        return rows.requires_attachment(ready.rule, {} if value is UNKNOWN else value)
    programs = ready.operands["any_of"]
    several = programs if isinstance(programs, tuple) else (programs,)
    answered = any(program(project, this) is not UNKNOWN for program in several)
    return HOLDS if answered else fault("rule.required")


def _order(rule: Order, values: Values) -> Verdict:
    """ISO days compare as texts."""
    first, then = values["first"], values["then"]
    if first < then or (first == then and not rule.apart):
        return HOLDS
    sentence = "rule.order_apart" if rule.apart else "rule.order"
    return fault(sentence, first=is_day(first) or first, then=is_day(then) or then)


def _judged(ready: Ready, values: Values, tables: Aid) -> Verdict:
    rule = ready.rule
    match rule:
        case LimitRule():
            return text.limit(rule, values)
        case Range():
            return amount.range_(rule, ready, values)
        case Order():
            return _order(rule, values)
        case Unique():
            return rows.unique(rule, values)
        case Count():
            return rows.count(rule, values)
        case SumEquals():
            return amount.sum_equals(rule, ready, values)
        case ShareMax():
            return amount.share_max(rule, values)
        case ShareMin():
            return amount.share_min(rule, values)
        case Compare():
            return amount.compare(rule, ready, values)
        case Pattern():
            return text.pattern(rule, values)
        case Checksum():
            return text.checksum(rule, values)
        case Exists():
            return rows.exists(rule, values)
        case Composition():
            return rows.composition(rule, values)
        case _:
            return _judged_by_table(rule, ready, values, tables)


def _judged_by_table(
    rule: Lookup | AidIntensity | RollingMax | Expr | Required | RequiresAttachment,
    ready: Ready,
    values: Values,
    tables: Aid,
) -> Verdict:
    match rule:
        case Lookup():
            return aid.lookup(rule, ready, values)
        case AidIntensity():
            return aid.aid_intensity(tables, values)
        case RollingMax():
            return aid.rolling_max(rule, values)
        case Expr():
            return HOLDS if values["must"] else fault("rule.expr")
        case Required() | RequiresAttachment():
            return HOLDS  # judged before: for them an answer that is missing is not unknown
        case _:
            assert_never(rule)
