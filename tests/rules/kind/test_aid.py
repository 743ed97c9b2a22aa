"""State aid: intensities by the table of GBER 651/2014 art. 25, and the ceiling of de minimis over rolling years."""

from datetime import date
from typing import Any

import pytest

from grantdesk.rules.kind.aid import years_before
from grantdesk.words.phrase import Cents, Rate
from rules.kind.asked import AID, facts, judged
from rules.small import form, node, report, rows

INTENSITY = {"category": "category", "size": "size", "bonuses": "bonuses", "part": "part", "whole": "whole"}
# category, size, without and with the bonus for collaboration, in per cent
TABLE = [
    ("industrial", "large", 50, 65),
    ("industrial", "medium", 60, 75),
    ("industrial", "small", 70, 80),
    ("experimental", "large", 25, 40),
    ("experimental", "medium", 35, 50),
    ("experimental", "small", 45, 60),
]


def most(category: str, size: str, *bonuses: str) -> int:
    """The intensity in basis points: what is allowed, and one cent more is not."""
    answers = {
        "category": category,
        "size": size,
        "whole": 1_000_000,
        "bonuses": dict.fromkeys(bonuses, True),
    }
    (finding,) = judged({**answers, "part": 1_000_001}, "aid_intensity", **INTENSITY)
    limit = finding.facts["limit"]
    assert isinstance(limit, int)
    assert judged({**answers, "part": limit}, "aid_intensity", **INTENSITY) == ()
    (over,) = judged({**answers, "part": limit + 1}, "aid_intensity", **INTENSITY)
    assert facts(over) == {
        "part": Cents(limit + 1),
        "whole": Cents(1_000_000),
        "rate": Rate(limit // 100),
        "limit": Cents(limit),
        "over": Cents(1),
    }
    return limit // 100


@pytest.mark.parametrize(("category", "size", "plain", "together"), TABLE)
def test_intensities_are_those_of_the_regulation(category: str, size: str, plain: int, together: int) -> None:
    assert most(category, size) == plain * 100
    assert most(category, size, "together") == together * 100


def test_a_feasibility_study_has_a_lower_cap() -> None:
    assert [most("study", size) for size in ("large", "medium", "small")] == [5000, 6000, 7000]


def test_of_bonuses_that_stand_alone_the_highest_counts() -> None:
    assert most("experimental", "large", "together", "area_c", "cross_border") == 5000
    assert most("experimental", "large", "together", "area_c") == 4000


def test_other_bonuses_are_added_and_the_cap_holds() -> None:
    assert most("industrial", "large", "together", "extra") == 6600
    assert most("industrial", "small", "cross_border", "extra") == 8000


def test_a_bonus_that_does_not_belong_to_the_category_does_not_count() -> None:
    assert most("experimental", "large", "extra") == 2500
    assert most("study", "large", "together") == 5000


def test_a_tick_that_is_none_does_not_count() -> None:
    answers = {
        "category": "industrial",
        "size": "large",
        "part": 60,
        "whole": 100,
        "bonuses": {"together": 1},
    }
    assert judged(answers, "aid_intensity", **INTENSITY)[0].facts["rate"] == Rate(5000)


def test_what_nobody_has_ticked_does_not_count_and_leaves_nothing_open() -> None:
    answers = {"category": "industrial", "size": "large", "part": 51, "whole": 100}
    assert judged(answers, "aid_intensity", **INTENSITY)[0].facts["rate"] == Rate(5000)
    without = {name: read for name, read in INTENSITY.items() if name != "bonuses"}
    assert judged(answers, "aid_intensity", **without)[0].facts["rate"] == Rate(5000)


@pytest.mark.parametrize("lacking", ["category", "size", "part", "whole"])
def test_while_something_is_missing_the_intensity_is_not_known(lacking: str) -> None:
    answers = {"category": "industrial", "size": "large", "part": 100, "whole": 100}
    del answers[lacking]
    assert judged(answers, "aid_intensity", **INTENSITY) == ()


def test_a_category_without_aid_has_no_intensity() -> None:
    assert (
        judged({"category": "none", "size": "large", "part": 9, "whole": 1}, "aid_intensity", **INTENSITY)
        == ()
    )


def test_a_call_without_tables_of_aid_judges_nothing() -> None:
    plain = form(
        [node("c", "text"), node("part", "money"), node("whole", "money")],
        rules=[
            {
                "id": "it",
                "kind": "aid_intensity",
                "category": "c",
                "size": "c",
                "part": "part",
                "whole": "whole",
            }
        ],
    )
    assert report(plain, {"c": "industrial", "part": 9, "whole": 1}).findings == ()
    assert plain.call.aid is None
    assert AID["categories"]


ROLLING = {
    "rows": "grants",
    "date": "day",
    "amount": "amount",
    "plus": "part",
    "until": "then",
    "years": 3,
    "most": 30_000_000,
}


def granted(*grants: tuple[Any, Any], plus: int = 10_000_000, until: str = "2027-04-30") -> dict[str, Any]:
    table = rows(*({"day": day, "amount": amount} for day, amount in grants))
    return {"grants": table, "part": plus, "then": until}


def test_a_grant_counts_until_the_day_three_years_later() -> None:
    assert judged(granted(("2024-04-30", 20_000_001)), "rolling_max", **ROLLING) == ()
    (finding,) = judged(granted(("2024-05-01", 20_000_001)), "rolling_max", **ROLLING)
    assert facts(finding) == {
        "since": date(2024, 4, 30),
        "earlier": Cents(20_000_001),
        "plus": Cents(10_000_000),
        "sum": Cents(30_000_001),
        "most": Cents(30_000_000),
        "over": Cents(1),
    }


def test_the_ceiling_itself_is_allowed() -> None:
    assert judged(granted(("2026-01-01", 20_000_000)), "rolling_max", **ROLLING) == ()


def test_grants_add_up_and_old_ones_do_not_count() -> None:
    several = granted(("2020-01-01", 30_000_000), ("2025-01-01", 15_000_000), ("2026-01-01", 6_000_000))
    assert judged(several, "rolling_max", **ROLLING)[0].facts["earlier"] == Cents(21_000_000)


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", False), ("2025-03-01", True)])
def test_three_years_before_a_leap_day_is_the_last_of_february(day: str, counts: bool) -> None:
    found = judged(granted((day, 30_000_000), until="2028-02-29"), "rolling_max", **ROLLING)
    assert bool(found) == counts


def test_years_go_back_to_the_same_day() -> None:
    assert years_before(date(2028, 2, 29), 4) == date(2024, 2, 29)
    assert years_before(date(2028, 2, 29), 3) == date(2025, 2, 28)


def test_a_day_at_the_beginning_of_time_breaks_nothing() -> None:
    assert years_before(date(2, 5, 1), 3) == date(1, 5, 1)
    assert judged(granted(("0001-01-01", 1), until="0002-01-01"), "rolling_max", **ROLLING) == ()


@pytest.mark.parametrize("grant", [(None, 5), ("2026-01-01", None), ("2026-13-01", 5), ("2026-01-01", "?")])
def test_a_grant_that_lacks_something_leaves_the_ceiling_unknown(grant: tuple[Any, Any]) -> None:
    assert judged(granted(("2026-01-01", 30_000_000), grant), "rolling_max", **ROLLING) == ()


@pytest.mark.parametrize("until", ["2027-13-01", ""])
def test_without_a_day_the_ceiling_is_not_known(until: str) -> None:
    assert judged(granted(("2026-01-01", 30_000_000), until=until), "rolling_max", **ROLLING) == ()


def test_without_earlier_grants_what_is_applied_for_counts_alone() -> None:
    assert judged({"part": 30_000_000, "then": "2027-04-30"}, "rolling_max", **ROLLING) == ()
    (finding,) = judged({"part": 30_000_001, "then": "2027-04-30"}, "rolling_max", **ROLLING)
    assert finding.facts["earlier"] == Cents(0)
