"""Rules on rows: unique, count, exists, composition, requires_attachment."""

from collections.abc import Mapping
from typing import Any

from grantdesk.call.expr import ListOf, Program, Record
from grantdesk.call.ready import Ready
from grantdesk.call.terms.rule import Composition, Count, Exists, RequiresAttachment, Unique
from grantdesk.rules.double import doubles
from grantdesk.rules.fault import Fault, quoted
from grantdesk.rules.kind.verdict import HOLDS, NOT_YET, Values, Verdict, fault, typed
from grantdesk.words.phrase import Fact


def unique(rule: Unique, ready: Ready, values: Values) -> Verdict:
    """No two rows have the same values in the columns; a row that lacks one of them is not compared yet."""
    rows = values["rows"]
    return tuple(
        Fault("rule.unique", {"value": _told(rule, ready, rows[keys[0]]), "rows": len(keys)})
        for keys in doubles(rows, rule.columns)
    )


def _told(rule: Unique, ready: Ready, row: Mapping[str, Any]) -> Fact:
    """The values that a row shares with others."""
    rows = ready.operands["rows"]
    item = rows.type.item if isinstance(rows, Program) and isinstance(rows.type, ListOf) else None
    fields = item.fields if isinstance(item, Record) else {}
    told = tuple(typed(fields[column], row[column]) for column in rule.columns)
    return told if len(told) > 1 else told[0]


def count(rule: Count, values: Values) -> Verdict:
    """There are enough rows, and not too many."""
    n = len(values["rows"])
    if n < rule.least:
        return fault("rule.count_few", count=n, least=rule.least)
    if rule.most is not None and n > rule.most:
        return fault("rule.count_many", count=n, most=rule.most)
    return HOLDS


def exists(rule: Exists, values: Values) -> Verdict:
    """The value is the id of one of the rows."""
    return HOLDS if values["value"] in values["rows"] else fault("rule.exists", value=quoted(values["value"]))


def requires_attachment(rule: RequiresAttachment, files: Mapping[str, Any]) -> Verdict:
    """There are files enough."""
    return HOLDS if len(files) >= rule.least else fault("rule.requires_attachment", n=rule.least)


def composition(rule: Composition, values: Values) -> Verdict:
    """Each group has as many members as it needs. Too few is not known while a member has not said what it is."""
    members = [row.get(rule.column) for row in values["rows"].values()]
    is_open = any(member is None for member in members)
    faults: list[Fault] = []
    for group in rule.groups:
        n = sum(member in group.any_of for member in members)
        if group.most is not None and n > group.most:
            faults.append(
                Fault("rule.composition_many", {"group": group.label, "count": n, "most": group.most})
            )
        elif n < group.least and not is_open:
            faults.append(
                Fault("rule.composition_few", {"group": group.label, "count": n, "least": group.least})
            )
    return tuple(faults) or (NOT_YET if is_open else HOLDS)
