"""The chart of the work packages: months of bars, diamonds at their days, words and a table that say the same."""

from typing import Any

from grantdesk.outline.block import Bar, Chart, Gantt, Outline
from grantdesk.outline.chart.gantt import BARS
from outline.laid import changed, every, outline, table


def packages(*dates: tuple[str, str], start: str = "", **more: Any) -> Outline:
    """Work packages of the world of kinds, with the first day of the project if it is known."""
    rows = table(*({"name": f"P{n}", "from_day": a, "to_day": b} for n, (a, b) in enumerate(dates, 1)))
    return outline("kinds", {"rows": rows, **({"day": start} if start else {})}, **more)


def charted(made: Outline) -> Chart:
    (chart,) = every(made, Chart)
    return chart


def drawn(made: Outline) -> Gantt:
    drawing = charted(made).drawing
    assert isinstance(drawing, Gantt)
    return drawing


def test_bars_stand_in_whole_months_from_the_projects_first_one() -> None:
    gantt = drawn(packages(("2027-10-15", "2027-12-01"), ("2028-01-01", "2028-02-29"), start="2027-09-01"))
    assert gantt.bars == (Bar("R1 P1", 1, 4), Bar("R2 P2", 4, 6))
    assert gantt.months == 6
    assert gantt.ticks == tuple(enumerate(("9/2027", "10/2027", "11/2027", "12/2027", "1/2028", "2/2028")))


def test_what_lies_outside_the_project_is_drawn_too() -> None:
    gantt = drawn(packages(("2027-01-01", "2027-02-01"), start="2027-09-01"))
    assert gantt.bars == (Bar("R1 P1", 0, 2),)
    assert gantt.months == 9


def test_a_long_axis_names_only_some_months() -> None:
    gantt = drawn(packages(("2027-01-01", "2031-12-31")))
    assert [month for month, _ in gantt.ticks] == [0, 12, 24, 36, 48]
    assert gantt.ticks[-1][1] == "1/2031"
    assert len(drawn(packages(("2027-01-01", "2046-12-31"))).ticks) <= 8


def test_the_words_say_what_the_bars_show() -> None:
    dates = (
        ("2027-09-01", "2027-10-31"),
        ("2027-09-01", "2028-08-31"),
        ("soon", "2028-01-01"),
        ("2028-02-01", "2028-01-01"),
    )
    assert charted(packages(*dates)).alt == (
        "2 work packages, September 2027 – August 2028. The longest is R2 P2: 12 months, September 2027 – August 2028. "
        "2 work packages have no dates yet and are not drawn."
    )
    one = charted(packages(("2027-09-01", "2027-09-02"), ("", "")))
    assert one.alt == (
        "1 work package, September 2027 – September 2027. The longest is R1 P1: 1 month, "
        "September 2027 – September 2027. 1 work package has no dates yet and is not drawn."
    )


def test_the_words_are_in_the_language_of_the_outline() -> None:
    alt = charted(packages(("2027-09-01", "2028-08-31"), lang="fi")).alt
    assert alt.startswith("1 työpaketti, syyskuu 2027 – elokuu 2028.")


def test_the_table_has_the_dates_and_months_of_every_bar() -> None:
    table = charted(packages(("2027-09-01", "2027-10-31"))).table
    assert [column.label for column in table.columns] == ["Work package", "Starts", "Ends", "Months"]
    assert table.rows == (("R1 P1", "1 September 2027", "31 October 2027", "2"),)


def test_there_is_no_chart_of_more_bars_than_anybody_looks_at() -> None:
    assert len(drawn(packages(*[("2027-01-01", "2027-02-01")] * BARS)).bars) == BARS
    assert not every(packages(*[("2027-01-01", "2027-02-01")] * (BARS + 1)), Chart)


def test_there_is_no_chart_of_nothing_or_of_centuries() -> None:
    assert not every(packages(("", "2027-01-01")), Chart)
    assert not every(packages(("2027-01-01", "2207-01-01")), Chart)
    assert every(packages(("2027-01-01", "2046-12-31")), Chart)
    assert not every(packages(("2027-01-01", "2047-01-01")), Chart)


def test_a_call_that_names_no_dates_of_packages_has_no_chart() -> None:
    def nameless(files: dict) -> None:
        del files["call"]["parts"]["package_end"]

    rows = table({"name": "x", "from_day": "2027-01-01", "to_day": "2027-02-01"})
    assert not every(outline(changed("kinds", nameless), {"rows": rows}), Chart)


def milestones(*given: tuple[str, str, str], **edition: Any) -> Outline:
    """Two work packages of HEVi, a year each, and milestones: (name, work package, day)."""
    works = (
        {"name": f"P{n}", "start": f"{year}-01-01", "end": f"{year}-12-31"}
        for n, year in ((1, 2028), (2, 2029))
    )
    reached = ({"name": name, "work_package": package, "date": day} for name, package, day in given)
    answers = {"work_packages": table(*works), "milestones": table(*reached)}
    return outline("hevi", answers, **edition)


def test_milestones_are_diamonds_at_their_days_under_their_work_packages() -> None:
    gantt = drawn(
        milestones(("late", "b", "2029-07-01"), ("none", "", "2028-02-15"), ("early", "a", "2028-01-17"))
    )
    assert [(bar.label, bar.depth, bar.mark) for bar in gantt.bars] == [
        ("WP1 P1", 0, False),
        ("M3 early", 1, True),
        ("WP2 P2", 0, False),
        ("M1 late", 1, True),
        ("M2 none", 0, True),
    ]
    early, late, loose = (bar for bar in gantt.bars if bar.mark)
    assert early.start == early.end == 16 / 31
    assert late.start == 18.0
    assert loose.start == 1 + 14 / 29


def test_a_milestone_outside_every_work_package_is_drawn_too() -> None:
    gantt = drawn(milestones(("after", "b", "2030-06-30"), ("never", "b", "soon")))
    assert gantt.months == 30
    assert [bar.label for bar in gantt.bars] == ["WP1 P1", "WP2 P2", "M1 after"]


def test_words_and_table_tell_the_days_of_milestones() -> None:
    chart = charted(milestones(("a", "a", "2028-06-30"), ("b", "b", "2029-05-31")))
    assert "Milestones: 2, June 2028 – May 2029." in chart.alt
    assert [column.label for column in chart.table.columns] == [
        "Work package or milestone",
        "Starts",
        "Ends",
        "Months",
        "To be reached",
    ]
    assert chart.table.rows == (
        ("WP1 P1", "1 January 2028", "31 December 2028", "12", ""),
        ("M1 a", "", "", "", "30 June 2028"),
        ("WP2 P2", "1 January 2029", "31 December 2029", "12", ""),
        ("M2 b", "", "", "", "31 May 2029"),
    )
    assert "Milestones: 1, June 2028 – June 2028." in charted(milestones(("a", "a", "2028-06-30"))).alt


def test_a_call_may_say_nothing_of_milestones() -> None:
    def silent(files: dict) -> None:
        del files["call"]["parts"]["milestones"], files["call"]["parts"]["milestone_date"]

    answers = {
        "work_packages": table({"name": "P", "start": "2028-01-01", "end": "2028-12-31"}),
        "milestones": table({"name": "a", "work_package": "a", "date": "2028-06-30"}),
    }
    assert not any(bar.mark for bar in drawn(outline(changed("hevi", silent), answers)).bars)
