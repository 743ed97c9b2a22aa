"""Rules on rows: unique, count, exists, composition, requires_attachment."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from grantdesk.call.terms.rule import Composition, Count, Exists, RequiresAttachment, Unique
from grantdesk.rules.kind.verdict import HOLDS, NOT_YET, Fault, Values, Verdict, fault


def unique(rule: Unique, values: Values) -> Verdict:
    """No two rows have the same values in the columns; a row that lacks one of them is not compared yet."""
    rows = values["rows"].values()
    keys = [tuple(row.get(column) for column in rule.columns) for row in rows]
    counted = Counter(tuple(map(_folded, key)) for key in keys if None not in key)
    faults: tuple[Fault, ...] = tuple(
        ("rule.unique", {"value": " · ".join(map(str, key))[:80], "rows": n})
        for key, n in counted.items()
        if n > 1
    )
    return faults


def _folded(value: object) -> object:
    """Texts are the same whatever their case and spaces."""
    return " ".join(value.split()).casefold() if isinstance(value, str) else value


def count(rule: Count, values: Values) -> Verdict:
    """There are enough rows, and not too many."""
    n = len(values["rows"])
    if n < rule.least:
        return fault("rule.count_few", count=n, least=rule.least)
    return (
        fault("rule.count_many", count=n, most=rule.most)
        if rule.most is not None and n > rule.most
        else HOLDS
    )


def exists(rule: Exists, values: Values) -> Verdict:
    """The value is the id of one of the rows."""
    return HOLDS if values["value"] in values["rows"] else fault("rule.exists", value=values["value"][:80])


def requires_attachment(rule: RequiresAttachment, files: Mapping[str, Any]) -> Verdict:
    """There are files enough."""
    return HOLDS if len(files) >= rule.least else fault("rule.requires_attachment", n=rule.least)


def composition(rule: Composition, values: Values) -> Verdict:
    """Each group has as many members as it needs. Too few is not known while a member has not said what it is."""
    members = [row.get(rule.column) for row in values["rows"].values()]
    open_ = any(member is None for member in members)
    faults: list[Fault] = []
    for group in rule.groups:
        n = sum(member in group.any_of for member in members)
        if group.most is not None and n > group.most:
            faults.append(("rule.composition_many", {"group": group.label, "count": n, "most": group.most}))
        elif n < group.least and not open_:
            faults.append(("rule.composition_few", {"group": group.label, "count": n, "least": group.least}))
    return tuple(faults) or (NOT_YET if open_ else HOLDS)
