"""The words a call is written in: amounts, rates, days, ids, and what contradicts itself where it stands."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from call.change import GONE, call, unreadable
from grantdesk.call.terms.aid import Aid, AidBonus, AidCategory
from grantdesk.call.terms.cost import RateLine
from grantdesk.call.terms.rule import is_set
from grantdesk.call.terms.value import Moment
from grantdesk.words.phrase import Texts
from worlds import world

TEXT = {"fi": "a", "sv": "a", "en": "a"}
SAME = Texts("a", "a", "a")
UNIT = "costs.models.flat.lines.side.rounding.unit"
RATE = "costs.models.flat.lines.side.rate"


def line(name: str, changes: dict[str, Any]) -> RateLine:
    found = call("cents", changes).costs
    assert found is not None
    made = next(line for line in found.models["flat"].lines if line.id == name)
    assert isinstance(made, RateLine)
    return made


@pytest.mark.parametrize(("written", "cents"), [("1", 100), ("0.01", 1), ("12.50", 1250), (7, 7)])
def test_an_amount_is_euros_as_a_text_and_cents_as_a_number(written: Any, cents: int) -> None:
    assert line("side", {UNIT: written}).rounding.unit == cents


@pytest.mark.parametrize("written", ["0", "-3.00", 0, -300])
def test_nothing_is_rounded_to_multiples_of_nothing(written: Any) -> None:
    assert [place.partition(":")[0] for place in unreadable("cents", {UNIT: written})] == [UNIT]


@pytest.mark.parametrize(
    "written", ["1,50", "1.5", "1.505", "", "1 000", "1e3", "9" * 13, 1.5, True, None, []]
)
def test_an_amount_is_never_guessed(written: Any) -> None:
    found = unreadable("cents", {UNIT: written})
    assert [place.partition(":")[0] for place in found] == [UNIT]


@pytest.mark.parametrize(
    ("written", "points"), [("26.44 %", 2644), ("40%", 4000), ("0.5 %", 50), (2644, 2644)]
)
def test_a_rate_is_a_percentage_as_a_text_and_basis_points_as_a_number(written: Any, points: int) -> None:
    assert line("side", {RATE: written}).rate == points


@pytest.mark.parametrize(
    "written", ["26,44 %", "0.264", "26", "-1 %", "1.234 %", "", -1, 1_000_001, 0.4, False]
)
def test_a_rate_is_never_guessed(written: Any) -> None:
    assert [place.partition(":")[0] for place in unreadable("cents", {RATE: written})] == [RATE]


def test_a_wrong_amount_says_how_amounts_are_written() -> None:
    assert unreadable("cents", {UNIT: "1,50"}) == [
        f'{UNIT}: an amount is written "1234" or "1234.50" (euros), or as an integer of cents'
    ]
    assert unreadable("cents", {RATE: "0.4"}) == [
        f'{RATE}: a rate is written "26.44 %", or as an integer of basis points'
    ]


@pytest.mark.parametrize(
    "day", ["2027-02-29", "27-01-01", "2027-1-1", "٢٠٢٧-٠١-٠١", "2027-01-01T00:00", "", 20270101]
)
def test_a_day_is_one_of_the_calendar(day: Any) -> None:
    assert [p.partition(":")[0] for p in unreadable("cents", {"notice.checked": day})] == ["notice.checked"]
    place = "sections.singles.nodes.day.least"
    assert [p.partition(":")[0] for p in unreadable("kinds", {place: day})] == [place]


def test_a_moment_is_a_time_of_day_in_a_zone() -> None:
    helsinki = Moment(day="2027-04-30", time="16:15")
    assert helsinki.when() == datetime(2027, 4, 30, 16, 15, tzinfo=ZoneInfo("Europe/Helsinki"))
    assert helsinki.when().isoformat() == "2027-04-30T16:15:00+03:00"
    with pytest.raises(ZoneInfoNotFoundError):
        Moment(day="2027-04-30", time="16:15", zone="Europe/Atlantis").when()


@pytest.mark.parametrize(
    ("key", "value"), [("time", "24:00"), ("time", "9:00"), ("zone", "../x"), ("zone", "")]
)
def test_a_moment_is_written_in_one_way(key: str, value: str) -> None:
    assert [p.partition(":")[0] for p in unreadable("kinds", {f"closes.{key}": value})] == [f"closes.{key}"]


@pytest.mark.parametrize("name", ["Name", "1st", "a-b", "å", "", "a" * 65, "a.b"])
def test_an_id_is_small_letters_digits_and_lines(name: str) -> None:
    assert [p.partition(":")[0].split(".")[-1] for p in unreadable("rules", {"rules.in_order.id": name})] == [
        "id"
    ]


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        (
            "kinds",
            {"lists.roles.options.other.id": "lead"},
            "lists.roles.options: the id 'lead' stands twice",
        ),
        ("rules", {"rules.in_order.id": "adds_up"}, "rules: the id 'adds_up' stands twice"),
        (
            "cents",
            {"costs.models.flat.lines.side.of": ["other"]},
            "costs.models.flat.lines: the line 'side' reads 'other', which does not stand above it",
        ),
        (
            "cents",
            {"costs.models.flat.lines.staff.less": ["total"]},
            "costs.models.flat.lines: the line 'staff' reads 'total', which does not stand above it",
        ),
        (
            "cents",
            {"costs.choice": "name"},
            "costs: several cost models need a node that chooses, and one model needs none",
        ),
        (
            "models",
            {"costs.choice": GONE},
            "costs: several cost models need a node that chooses, and one model needs none",
        ),
        (
            "cents",
            {"financing.sources.own": GONE},
            "financing.sources: exactly one source of the financing is the rest",
        ),
        (
            "kinds",
            {"sections.singles.nodes.one.rows_of": "rows"},
            "sections.singles.nodes.one: a choice is either from options or from rows_of",
        ),
        (
            "kinds",
            {"sections.singles.nodes.some.options": GONE},
            "sections.singles.nodes.some: a choice is either from options or from rows_of",
        ),
        ("rules", {"rules.said_well.text": GONE}, "rules.said_well: a rule of kind expr has a text"),
        (
            "rules",
            {"rules.category_allowed.table.0.keys": ["industrial"]},
            "rules.category_allowed: every line has as many keys as the rule",
        ),
        (
            "rules",
            {"rules.category_allowed.value": GONE},
            "rules.category_allowed: a line with `most` needs a value to compare",
        ),
        (
            "kinds",
            {"layers.worth.scale.most": 0},
            "layers.worth.scale: points run from least to most in whole steps",
        ),
        (
            "kinds",
            {"layers.worth.scale.step": 2},
            "layers.worth.scale: points run from least to most in whole steps",
        ),
    ],
)
def test_what_contradicts_itself_cannot_be_read(name: str, changes: dict[str, Any], said: str) -> None:
    assert unreadable(name, changes) == [said]


def test_a_call_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        world("cents").id = "other"  # type: ignore[misc]


AID = Aid(
    categories={
        "industrial": AidCategory(
            label=SAME,
            base=5000,
            cap=8000,
            sizes={"small": 2000, "medium": 1000},
            bonuses=("b", "c", "extra"),
        ),
        "fundamental": AidCategory(label=SAME, base=10_000, cap=10_000),
        "odd": AidCategory(label=SAME, base=6000, cap=5000),
    },
    bonuses={
        "b": AidBonus(label=SAME, rate=1500, alone=True),
        "c": AidBonus(label=SAME, rate=500, alone=True),
        "extra": AidBonus(label=SAME, rate=300),
    },
)


@pytest.mark.parametrize(
    ("category", "size", "bonuses", "rate"),
    [
        ("industrial", "large", "", 5000),
        ("industrial", "medium", "", 6000),
        ("industrial", "small", "", 7000),
        ("industrial", "large", "b", 6500),
        ("industrial", "medium", "b", 7500),
        ("industrial", "small", "b", 8000),  # capped from 85 %
        ("industrial", "large", "b c", 6500),  # of bonuses that stand alone the highest counts
        ("industrial", "large", "c extra", 5800),
        ("industrial", "large", "unknown", 5000),
        ("fundamental", "small", "b", 10_000),
        ("odd", "small", "", 6000),  # a cap below the base takes nothing away
    ],
)
def test_the_intensity_of_aid_is_base_size_and_bonuses_up_to_the_cap(
    category: str, size: str, bonuses: str, rate: int
) -> None:
    assert AID.intensity(category, size, frozenset(bonuses.split())) == rate


def test_an_unknown_category_of_aid_has_no_intensity() -> None:
    with pytest.raises(KeyError):
        AID.intensity("basic", "small", frozenset())


def facts(name: str, changes: dict[str, Any], id_: str) -> set[str]:
    rule = next(rule for rule in call(name, changes).rules if rule.id == id_)
    return set(rule.facts()) - {"label"}


def test_a_text_may_name_the_facts_that_are_there_however_the_rule_fails() -> None:
    assert facts("rules", {}, "summary_length") == {"count"}
    assert facts("rules", {"rules.summary_length.least": 0}, "summary_length") == {"count", "most", "over"}
    assert facts("rules", {"rules.summary_length.most": GONE}, "summary_length") == {"count", "least"}
    assert facts("rules", {}, "months_in_range") == {"value"}
    assert facts("rules", {"rules.months_in_range.least": GONE}, "months_in_range") == {"value", "most"}
    assert facts("rules", {}, "enough_people") == {"count", "least"}
    assert facts("rules", {}, "one_head") == {"group", "count"}
    changes = {"rules.one_head.groups.0.most": GONE}
    assert facts("rules", changes, "one_head") == {"group", "count", "least"}
    assert facts("rules", {}, "category_allowed") == set()
    assert facts("rules", {}, "said_well") == facts("rules", {}, "some_contact") == set()
    assert "label" in world("rules").rules[0].facts()


def test_at_least_nothing_demands_nothing() -> None:
    scale = world("kinds").layers["worth"].scale
    assert not is_set(scale, "least")
    assert is_set(scale, "most")
    assert is_set(scale, "anything else")
