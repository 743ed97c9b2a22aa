"""What holds of figures whatever the answers and the roundings are: sources, partners and years always add up."""

from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from grantdesk.call.form import Form
from grantdesk.rules.figure import Figure, Figures
from rules.small import form, node, options, report, texts

LEVELS = ("row", "year", "partner")
MODES = ("half_up", "floor", "ceil")
UNITS = (1, 100)


@cache
def built(level: str, mode: str, unit: int) -> Form:
    """Staff in months, purchases by category, income in the open; two shares, a promise and the rest."""
    rounding = {"level": level, "mode": mode, "unit": unit}

    def line(name: str, kind: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "kind": kind, "label": texts(name), **more}

    lines = [
        line("pay", "rows", table="staff", multiply=["month", "months"], year="year", rounding=rounding),
        line("travel", "rows", table="bought", multiply=["price", "used"], where="what", rounding=rounding),
        line("side", "rate", of=["pay"], rate=2644, rounding=rounding),
        line("income", "amount", node="earned"),
        line("net", "sum", of=["pay", "side", "travel"], less=["income"]),
    ]
    sources = [
        line("eu", "share", rate=4000, asked="asked", rounding=rounding),
        line("own", "rest"),
        line("city", "rows", table="promised", amount="euros", where="who", year="year"),
        line("state", "share", rate=2000, rounding={**rounding, "mode": "floor"}),
    ]
    year = node("year", "number", plain=True)
    return form(
        own=[
            node("staff", "table", table="staff"),
            node("bought", "table", table="bought"),
            node("promised", "table", table="promised"),
            node("earned", "money"),
            node("asked", "rate"),
        ],
        tables={
            "staff": {"columns": [node("month", "money"), node("months", "number", decimals=2), year]},
            "bought": {
                "columns": [
                    node("what", "choice", options="what"),
                    node("price", "money"),
                    node("used", "rate"),
                ]
            },
            "promised": {"columns": [node("who", "choice", options="who"), node("euros", "money"), year]},
        },
        lists={"what": options("travel", "other"), "who": options("city", "company")},
        costs={"models": {"only": {"label": texts("Only"), "lines": lines}}},
        financing={"base": "net", "sources": sources},
    )


FORMS = st.builds(built, st.sampled_from(LEVELS), st.sampled_from(MODES), st.sampled_from(UNITS))
CENTS = st.integers(-(10**7), 10**9)
ODD = st.sampled_from(["?", True, {}, 10**40])


def answers(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the fields, some of them not as they should be."""
    optional = {name: values | values | values | ODD for name, values in fields.items()}
    return st.fixed_dictionaries({}, optional=optional)


def table(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from("abcd"), answers(**fields) | ODD, max_size=4)


YEAR = st.integers(2026, 2029)
PART = answers(
    staff=table(month=CENTS, months=st.integers(0, 4800), year=YEAR),
    bought=table(what=st.sampled_from(["travel", "other"]), price=CENTS, used=st.integers(0, 10_000)),
    promised=table(who=st.sampled_from(["city", "company"]), euros=CENTS, year=YEAR),
    earned=CENTS,
    asked=st.integers(0, 10_000),
)
PARTS = st.dictionaries(st.sampled_from(["p", "q", "r"]), PART, min_size=1, max_size=3)
SOURCES = ("eu", "own", "city", "state")


def years_add_up(figure: Figure) -> bool:
    return sum(figure.years.values()) == figure.cents


def by_year(figures: Figures, name: str) -> dict[str, int]:
    return {year: cents for year, cents in figures.amounts[name].years.items() if cents}


@given(FORMS, PARTS)
def test_figures_always_add_up(form: Form, parts: dict[str, Any]) -> None:
    got = report(form, {"partners": parts})
    for figures in (got.figures, *got.partners.values()):
        amounts = figures.amounts
        assert sum(amounts[name].cents for name in SOURCES) == amounts["net"].cents
        assert all(map(years_add_up, amounts.values()))
        sums: dict[str, int] = {}
        for name in SOURCES:
            for year, cents in amounts[name].years.items():
                sums[year] = sums.get(year, 0) + cents
        assert {year: cents for year, cents in sums.items() if cents} == by_year(figures, "net")
    for name, figure in got.figures.amounts.items():
        several = [figures.amounts[name] for figures in got.partners.values()]
        assert figure.cents == sum(each.cents for each in several)
        assert figure.settled == all(each.settled for each in several)


@given(FORMS, PARTS)
def test_support_is_never_negative_nor_more_than_the_costs(form: Form, parts: dict[str, Any]) -> None:
    for figures in report(form, {"partners": parts}).partners.values():
        eu, state, net = (figures.amounts[name].cents for name in ("eu", "state", "net"))
        assert eu >= 0
        assert state >= 0
        assert eu + state <= max(0, net)


@given(st.sampled_from(MODES), st.sampled_from(UNITS), PARTS)
def test_shares_that_are_rounded_down_stay_within_the_intensity(
    mode: str, unit: int, parts: dict[str, Any]
) -> None:
    for figures in report(built("partner", mode, unit), {"partners": parts}).partners.values():
        state, net = figures.amounts["state"].cents, figures.amounts["net"].cents
        assert state * 10_000 <= max(0, net) * 2000


@given(FORMS, PARTS)
def test_the_amounts_of_rows_are_those_that_are_summed(form: Form, parts: dict[str, Any]) -> None:
    for figures in report(form, {"partners": parts}).partners.values():
        unit = 100 * len(figures.rows["staff"]) + 100
        assert abs(sum(figures.rows["staff"].values()) - figures.amounts["pay"].cents) <= unit
