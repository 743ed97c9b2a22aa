"""The charts beside the text: each is there once there is something to draw, and says what its table says."""

from typing import Any

import pytest

from grantdesk.call.form import Form
from grantdesk.outline.block import Chart, Stacks
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.edition import Edition
from grantdesk.outline.picture import PICTURES, Picture, picture, pictures
from grantdesk.rules.check import Checker
from grantdesk.words.language import Language
from outline.laid import changed, every, hevi, outline, table
from worlds import form


def dossier(call: str | Form, answers: Any, language: str = "en") -> Dossier:
    ready = form(call) if isinstance(call, str) else call
    return Dossier(ready, answers, Checker(ready).report(answers), Language(language), Edition())


def stacked(chart: Chart | None) -> Stacks:
    assert chart is not None
    assert isinstance(chart.drawing, Stacks)
    return chart.drawing


def test_a_complete_application_has_every_picture_in_order() -> None:
    assert list(pictures(dossier("hevi", hevi("complete")))) == list(PICTURES)


@pytest.mark.parametrize("call", ["kinds", "hevi", "years", "models", "hidden"])
def test_nothing_is_drawn_before_anything_is_answered(call: str) -> None:
    assert pictures(dossier(call, {})) == {}


def test_pictures_that_the_page_has_too_are_the_same() -> None:
    answers = hevi("complete")
    found = pictures(dossier("hevi", answers))
    for chart in every(outline("hevi", answers), Chart):
        assert chart in found.values()


def test_the_effort_of_a_partner_is_made_of_the_work_packages() -> None:
    chart = picture(dossier("hevi", hevi("complete"), "fi"), "effort")
    drawing = stacked(chart)
    assert [stack.total for stack in drawing.stacks] == ["34,00\xa0htkk", "25,50\xa0htkk", "15,00\xa0htkk"]
    assert drawing.stacks[0].values == (1200, 900, 800, 200, 300)
    assert drawing.series[0].startswith("TP1 ")
    assert chart
    assert chart.table.foot[0][-1] == "74,50"


def turned() -> Form:
    """The same with the work packages below each other and the partners beside each other."""

    def change(parts: dict[str, Any]) -> None:
        node = next(node for node in parts["40-work"]["nodes"] if node["id"] == "effort")
        node["rows"], node["columns"] = node["columns"], node["rows"]
        parts["66-budget"]["rules"] = [r for r in parts["66-budget"]["rules"] if r["at"] != "effort"]

    return changed("hevi", change)


def test_a_matrix_that_stands_the_other_way_is_drawn_the_same() -> None:
    answers = dict(hevi("complete"))
    straight = stacked(picture(dossier("hevi", answers), "effort"))
    cells = answers["effort"]
    answers["effort"] = {
        c: {r: row[c] for r, row in cells.items() if c in row} for c in answers["work_packages"]
    }
    assert stacked(picture(dossier(turned(), answers), "effort")) == straight


def test_what_is_no_number_in_a_matrix_is_drawn_as_nothing() -> None:
    answers = dict(hevi("complete"))
    first, *_ = answers["partners"]
    answers["effort"] = {**answers["effort"], first: "much"}
    values = [stack.values for stack in stacked(picture(dossier("hevi", answers), "effort")).stacks]
    assert (0, 0, 0, 0, 0) in values
    assert picture(dossier("hevi", {**answers, "effort": "much"}), "effort") is None


def test_a_matrix_without_the_partners_is_no_picture_of_effort() -> None:
    answers = {"rows": table({"name": "A"}), "columns": table({"name": "B"}), "grid": {"a": {"a": 15}}}
    assert picture(dossier("kinds", answers), "effort") is None


@pytest.mark.parametrize("which", ["costs_by_year", "financing_by_year"])
def test_the_years_of_a_partner_add_up_to_its_amount_and_those_of_all_to_the_projects(which: Picture) -> None:
    whole = dossier("hevi", hevi("complete"))
    of_all = [sum(stack.values) for stack in stacked(picture(whole, which)).stacks]
    of_each = [stacked(picture(whole, which, key)).stacks for key in whole.members]
    assert of_all == [sum(sum(stack.values) for stack in years) for years in zip(*of_each, strict=True)]
    assert sum(of_all) == 63_511_700


def test_one_year_alone_is_not_drawn() -> None:
    answers = hevi("complete")
    rows = {
        key: {**part, "staff": {row: {**cells, "year": 2027} for row, cells in part["staff"].items()}}
        for key, part in answers["partners"].items()
    }
    assert picture(dossier("hevi", {**answers, "partners": rows}), "costs_by_year") is None


def test_amounts_so_far_are_called_so() -> None:
    chart = picture(dossier("hevi", hevi("unfinished")), "costs")
    assert chart
    assert chart.alt.endswith("answers that they rest on are still missing.")


def test_a_partner_who_is_gone_has_no_picture() -> None:
    assert picture(dossier("hevi", hevi("complete")), "costs_by_year", "nobody") is None


def test_an_effort_without_a_number_has_no_picture() -> None:
    answers = dict(hevi("complete"))
    answers["effort"] = {next(iter(answers["effort"])): "much"}
    assert picture(dossier("hevi", answers), "effort") is None
