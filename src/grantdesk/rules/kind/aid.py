"""Rules on aid and on what a table of the call allows: aid_intensity, rolling_max, lookup."""

from datetime import date

from grantdesk.call.ready import Ready
from grantdesk.call.terms.aid import Aid
from grantdesk.call.terms.rule import Lookup, RollingMax
from grantdesk.model.money import share, within
from grantdesk.rules.date import is_day
from grantdesk.rules.kind.verdict import HOLDS, NOT_YET, Values, Verdict, fact, fault
from grantdesk.rules.value import whole
from grantdesk.words.phrase import Cents, Rate


def aid_intensity(aid: Aid, values: Values) -> Verdict:
    """The aid is within the intensity of its category, size class and bonuses (GBER 651/2014 art. 25)."""
    category, part, total = values["category"], values["part"], values["whole"]
    if category not in aid.categories:
        return NOT_YET
    ticked = frozenset(name for name, tick in values.get("bonuses", {}).items() if tick is True)
    rate = aid.intensity(category, values["size"], ticked)
    if within(part, total, rate):
        return HOLDS
    limit = share(total, rate, "floor")
    return fault(
        "rule.aid_intensity",
        part=Cents(part),
        whole=Cents(total),
        rate=Rate(rate),
        limit=Cents(limit),
        over=Cents(part - limit),
    )


def years_before(day: date, years: int) -> date:
    """The same day some years earlier; 29 February becomes the 28th. Time begins in the year 1."""
    year = max(1, day.year - years)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def rolling_max(rule: RollingMax, values: Values) -> Verdict:
    """What was granted in the years up to the day, with what is applied for, stays under the ceiling.

    A grant of the very day so many years ago no longer counts (Reg. (EU) 2023/2831 art. 3(2): any three years).
    """
    since, earlier = years_before(date.fromisoformat(values["until"]), rule.years), 0
    for row in values["rows"].values():
        day, cents = is_day(row.get(rule.date)), whole(row.get(rule.amount))
        if day is None or cents is None:
            return NOT_YET
        earlier += cents if day > since else 0
    total = earlier + values["plus"]
    if total <= rule.most:
        return HOLDS
    return fault(
        "rule.rolling_max",
        since=since,
        earlier=Cents(earlier),
        plus=Cents(values["plus"]),
        sum=Cents(total),
        most=Cents(rule.most),
        over=Cents(total - rule.most),
    )


def lookup(rule: Lookup, ready: Ready, values: Values) -> Verdict:
    """The first line of the table whose keys fit decides whether it is allowed, and how much."""
    keys = values["keys"]
    for row in rule.table:
        if all(wanted in ("*", key) for wanted, key in zip(row.keys, keys, strict=True)):
            if not row.allowed:
                return fault("rule.lookup", keys=tuple(keys))
            if row.most is not None and values["value"] > row.most:
                most = fact(ready, "value", row.most)
                return fault("rule.lookup_most", value=fact(ready, "value", values["value"]), most=most)
            return HOLDS
    return HOLDS if rule.otherwise else fault("rule.lookup", keys=tuple(keys))
