"""What stands before the first section: title, draft, in brief, and what the checks found."""

from itertools import takewhile
from typing import Any

import pytest

from grantdesk.outline.block import Entry, Grid, Heading, Listing, Note
from grantdesk.outline.fact.label import listed
from grantdesk.outline.text import text
from outline.laid import changed, every, hevi, labelled, outline, said, table
from worlds import sample


def notes(made: Any) -> list[tuple[str, str]]:
    return [(block.tone, block.text) for block in every(made, Note) if block.tone != "info"]


def test_the_title_is_the_projects_name() -> None:
    made = outline("kinds", {"title": "Quiet delivery"})
    assert made.title == "Quiet delivery"
    assert made.blocks[0] == Heading(1, "Quiet delivery")
    assert outline("kinds", {}).title == "Project without a name"


def test_the_title_is_that_in_the_outlines_language_if_it_was_answered() -> None:
    answers = hevi("complete")
    finnish = answers["name_fi"]
    for lang in ("fi", "sv", "en"):
        made = outline("hevi", answers, lang)
        assert (made.title, made.lang) == (answers[f"name_{lang}"], "")
        assert made.blocks[0] == Heading(1, made.title)
    without = outline("hevi", {**answers, "name_sv": " "}, "sv")
    assert (without.title, without.lang) == (finnish, "fi")


def test_a_title_that_is_asked_in_one_language_says_which() -> None:
    assert outline("kinds", {"title": "Hiljainen jakelu"}, "fi").lang == ""
    assert outline("kinds", {"title": "Hiljainen jakelu"}, "sv").lang == "fi"
    assert outline("kinds", {}, "sv").lang == ""


def test_the_lead_is_the_applicant_and_without_one_the_first_partner() -> None:
    two = table({"who": "A", "role": "other"}, {"who": "B", "role": "lead"})
    assert outline("kinds", {"parts": two}).applicant == "B"
    assert outline("kinds", {"parts": table({"who": "A"}, {"who": "B"})}).applicant == "A"
    assert outline("kinds", {}).applicant == ""


def test_identity_and_moment_go_into_the_outline_as_they_are() -> None:
    made = outline("kinds", {}, identity="a-1", saved="2026-11-24T10:15:00Z")
    assert (made.identity, made.saved, made.call) == ("a-1", "2026-11-24T10:15:00Z", "Kinds")


@pytest.mark.parametrize(("lang", "word"), [("fi", "LUONNOS"), ("sv", "UTKAST"), ("en", "DRAFT")])
def test_while_errors_stand_it_is_a_draft(lang: str, word: str) -> None:
    assert outline("lump", sample("lump", "faulty"), lang).draft == word
    assert outline("lump", sample("lump", "complete"), lang).draft == ""


def test_the_partners_are_named_the_lead_first() -> None:
    three = table({"who": "A", "role": "other"}, {"who": "B", "role": "lead"}, {"role": "other"})
    assert labelled(outline("kinds", {"parts": three}), "Parts").items == (
        "Leads: B",
        "Takes part 1: A",
        "Takes part 3",
    )


@pytest.mark.parametrize(
    ("last", "length"),
    [
        ("2029-08-31", "24 months"),
        ("2027-09-30", "1 month"),
        ("2027-10-02", "32 days"),
        ("2027-09-01", "1 day"),
        ("9999-12-31", "2911835 days"),
    ],
)
def test_the_duration_is_told_in_whole_months_or_in_days(last: str, length: str) -> None:
    made = outline("hevi", {"start": "2027-09-01", "end": last})
    told = labelled(made, "Duration").text.replace(",", "")
    assert told.startswith("1 September 2027 – ")
    assert told.endswith(f"({length})")


def test_an_end_before_the_start_has_no_duration() -> None:
    made = outline("hevi", {"start": "2027-09-01", "end": "2027-08-31"})
    assert "Duration" not in [block.label for block in every(made, Entry)]
    assert "In brief" not in [block.text for block in every(made, Heading)]


def test_the_key_figures_tell_costs_and_who_pays_which_share() -> None:
    grid = labelled(outline("hevi", hevi("complete")), "Key figures")
    assert [column.label for column in grid.columns] == ["Key figure", "Amount", "Share"]
    assert grid.rows[:3] == (
        ("Total costs", "€635,117", ""),
        ("Net costs", "€635,117", ""),
        ("EU and state funding", "€381,069", "60.00%"),
    )
    assert grid.rows[-1] == ("Own contribution", "€240,048", "37.80%")


def test_without_financing_the_key_figure_is_the_last_cost_line() -> None:
    answers = {"parts": table({"who": "A", "spent_on": table({"euros": 500})})}
    assert labelled(outline("kinds", answers), "Key figures").rows == (("Spent", "€5"),)


def test_what_the_checks_found_is_listed_the_worst_first() -> None:
    made = outline("lump", sample("lump", "faulty"), findings="front")
    tones = [tone for tone, _ in notes(made)]
    assert tones == sorted(tones, key=["error", "warning", "advice"].index)
    assert set(tones) == {"error", "warning", "advice"}
    assert made.blocks.index(labelled(made, "What the checks found")) < made.blocks.index(
        labelled(made, "Project")
    )
    assert not notes(outline("lump", sample("lump", "faulty")))


def test_a_finding_says_how_bad_it_is_where_it_is_and_what_to_do() -> None:
    made = outline("lump", sample("lump", "faulty"), findings="front")
    (note,) = [block for block in every(made, Note) if block.at[-1:] == ("finishes",)]
    assert note.tone == "warning"
    assert note.text.startswith("Warning – Project › End date: The project takes 36 months.")


def owed(made: Any, head: str) -> list[Entry]:
    """What is listed under a remark."""
    at = next(n for n, block in enumerate(made.blocks) if isinstance(block, Note) and block.text == head)
    return list(takewhile(lambda each: isinstance(each, Entry), made.blocks[at + 1 :]))


def test_answers_that_are_not_there_yet_are_told_together_for_whoever_owes_them() -> None:
    made = outline("hevi", hevi("unfinished"), findings="front")
    lead = owed(made, "Error – Main implementer (Vantaan kaupunki): not answered yet")
    (contact,) = [each for each in lead if each.label == "Contact details"]
    assert contact.text == "Account number (IBAN); Bank code (BIC); Authorised signatory"
    assert contact.at == ("partners", "city", "iban")
    common = owed(made, "Error – not answered yet")
    assert (common[0].label, common[0].text) == ("Call and programme", "Call identifier")
    # A section and its question that are called the same are one step, which is not said twice.
    mistake, missing = "Error – “Results and impact” has not been answered yet. Fill it in.", common[0]
    assert made.blocks.index(labelled(made, mistake)) < made.blocks.index(missing)


def test_what_is_not_there_yet_at_one_place_is_told_once_though_others_stand_between() -> None:
    made = outline("hevi", hevi("unfinished"), findings="front")
    third = owed(made, "Error – Part implementer 3 (Kehittämisyhtiö Kehäväylä Oy): not answered yet")
    assert len({each.label for each in third}) == len(third)
    (budget,) = [each for each in third if each.label == "Budget"]
    assert budget.text.endswith("Staff cost model; Does value added tax remain the implementer’s final cost?")


def test_two_partners_of_one_name_lack_their_answers_each() -> None:
    two = table({"name": "A", "role": "lead"}, {"name": "A", "role": "lead"})
    told = [text for _, text in notes(outline("hevi", {"partners": two}, findings="front"))]
    assert told.count("Error – Main implementer (A): not answered yet") == 2


def test_a_question_that_is_called_like_its_section_is_told_beside_the_partner() -> None:
    part = {"id": "same", "kind": "text", "most": 9, "required": True}
    part["label"] = {"fi": "Part", "sv": "Part", "en": "Part"}
    form = changed("kinds", lambda files: files["30-part"]["nodes"].append(part))
    made = outline(form, {"title": "x", "parts": table({"who": "A", "role": "lead"})}, findings="front")
    assert owed(made, "Error – Leads (A): not answered yet") == [
        Entry("Leads (A)", "Part", ("parts", "a", "same"))
    ]


def test_questions_that_are_told_together_need_no_mark_after_their_own() -> None:
    told = said(*outline("hevi", hevi("unfinished"), findings="front").blocks)
    assert "on the market? Advantage to companies: justification; Basis of the aid" in told
    assert "?;" not in told
    assert listed(["Name", "Why?", "Where:", "How"]) == "Name; Why? Where; How"
    assert listed(["Why?"]) == "Why?"
    assert listed([]) == ""


def test_a_label_that_the_sentence_says_is_not_said_by_the_place() -> None:
    made = outline("kinds", {"title": "x", "price": "ten"}, findings="front")
    ((_, text),) = notes(made)
    assert text.startswith("Error – Single values: “Price”")


def test_where_all_is_well_nothing_is_listed() -> None:
    made = outline("lump", sample("lump", "complete"), findings="front")
    assert "What the checks found" not in [block.text for block in every(made, Heading)]


def test_an_application_without_anything_is_not_told_in_brief() -> None:
    made = outline("kinds", {})
    assert "In brief" not in [block.text for block in every(made, Heading)]
    assert not [block for block in every(made, Listing) if block.label == "Parts"]
    assert not every(made, Grid)


def test_a_call_without_a_start_and_without_an_end_has_no_duration() -> None:
    def timeless(files: dict) -> None:
        del files["call"]["parts"]["start"]

    assert "Duration" not in [
        b.label for b in every(outline(changed("kinds", timeless), {"day": "2027-01-01"}), Entry)
    ]


@pytest.mark.parametrize(
    ("edition", "about"),
    [
        ({}, ""),
        ({"only": "findings", "empty": False}, ""),
        ({"only": "public"}, "What is published of the application"),
        ({"empty": False}, "Without optional parts that have no answer"),
        ({"partner": "company"}, "Part implementer 3: Kehittämisyhtiö Kehäväylä Oy"),
    ],
)
def test_a_print_of_less_than_the_whole_says_so_under_its_title(edition: dict, about: str) -> None:
    made = outline("hevi", hevi("complete"), **edition)
    assert made.about == about
    assert (about in text(made).split("Applicant:")[0]) == bool(about) or not about
