"""What-if: the trial follows from the answers as if they had been edited, and changes nothing until it is applied."""

from typing import Any

import pytest

from desks import session_of
from grantdesk.call.form import Form
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, apply, at, same
from grantdesk.outline.fact.answer import plain
from grantdesk.rules.check import Checker, Report
from grantdesk.session.session import Session
from grantdesk.session.trial.comparison import Row
from grantdesk.session.trial.effort import efforts, scaled
from grantdesk.session.trial.trial import MOST, Trial
from grantdesk.words.language import Language
from grantdesk.words.phrase import Texts, phrase

EN = Language("en")
RATE = ("partners", "university", "support_rate")
BASIS = ("partners", "university", "aid_basis")


@pytest.fixture
def session() -> Session:
    return session_of("hevi", "complete")


def fresh(session: Session, patch: dict[Path, Answer | None]) -> Report:
    """The report on edited answers, worked out by nobody else."""
    return Checker(session.form).report(apply(session.answers, patch))


def row(trial: Trial, label: str) -> Row:
    return next(
        each for each in trial.compared().rows if isinstance(each.label, Texts) and each.label.en == label
    )


def test_what_may_be_tried_is_what_money_and_ceilings_of_the_call_rest_on(session: Session) -> None:
    found = Trial(session).levers(EN)
    assert [lever.path for lever in found] == [
        ("cost_model",),
        *(
            ("partners", key, node)
            for key in session.report.partners
            for node in ("support_rate", "aid_basis")
        ),
    ]
    assert [(effort.table, effort.column.id) for effort in efforts(session.form)] == [
        ("staff", "person_months")
    ]


def test_a_choice_brings_up_what_it_asks_for(session: Session) -> None:
    trial = Trial(session)
    trial.change(BASIS, "gber25")
    own = [lever.node.id for lever in trial.levers(EN) if lever.partner == "university"]
    assert own == ["support_rate", "aid_basis", "aid_category", "size_class", "aid_bonuses"]


@pytest.mark.parametrize("world", ["kinds", "hidden", "cents", "euros", "models", "split", "years", "rules"])
def test_every_call_can_be_tried(world: str) -> None:
    session = session_of(world)
    trial = Trial(session)
    for lever in trial.levers(EN):
        trial.change(lever.path, None)
    assert trial.patch == {}
    assert not trial.compared().differs


def test_the_trial_is_what_the_checks_say_of_edited_answers(session: Session) -> None:
    trial = Trial(session)
    trial.change(RATE, 5000)
    trial.change(("cost_model",), "lump")
    assert trial.report == fresh(session, {RATE: 5000, ("cost_model",): "lump"})


def test_nothing_changes_before_it_is_applied(session: Session) -> None:
    before = session.answers
    trial = Trial(session)
    trial.change(RATE, 5000)
    trial.scale("city", 25)
    trial.leave_out("company")
    assert trial.compared().differs
    assert session.answers is before
    assert session.stack.count() == 0


def test_today_stands_beside_the_trial(session: Session) -> None:
    trial = Trial(session)
    trial.change(RATE, 5000)
    grant, own = row(trial, "EU and state funding"), row(trial, "Own contribution")
    assert grant.main
    assert own.main
    assert grant.difference == -own.difference == -2_007_700
    assert grant.settled
    assert trial.compared().rows[0] == grant
    partner = trial.compared().partners[1]
    assert (partner.before.cents, partner.after.cents) == (12_046_400, 10_038_700)


def test_applying_is_one_step_that_can_be_undone(session: Session) -> None:
    before, trial = session.answers, Trial(session)
    trial.change(RATE, 5000)
    trial.scale("city", -20)
    wanted = trial.answers
    assert trial.apply()
    assert same(session.answers, wanted)
    assert session.stack.count() == 1
    session.stack.undo()
    assert session.answers is before
    assert not trial.apply()


def test_what_is_thrown_away_leaves_nothing(session: Session) -> None:
    trial = Trial(session)
    trial.change(RATE, 5000)
    trial.scale("city", 10)
    trial.leave_out("company")
    trial.forget()
    assert trial.patch == {}
    assert trial.report is session.report


def test_the_answer_of_today_takes_a_trial_back(session: Session) -> None:
    trial = Trial(session)
    trial.change(RATE, 5000)
    trial.change(RATE, 6000)
    trial.scale("city", 10)
    trial.scale("city", 0)
    trial.leave_out("company")
    trial.leave_out("company", left=False)
    assert trial.patch == {}


@pytest.mark.parametrize("percent", [-50, -7, 5, 50])
def test_effort_is_scaled_row_by_row_and_rounded_half_up(session: Session, percent: int) -> None:
    trial = Trial(session)
    trial.scale("city", percent)
    before: Any = at(session.answers, ("partners", "city", "staff"))
    after: Any = at(trial.answers, ("partners", "city", "staff"))
    for key, cells in before.items():
        exact = cells["person_months"] * (100 + percent) / 100
        assert abs(after[key]["person_months"] - exact) <= 0.5
        assert {**after[key], "person_months": 0} == {**cells, "person_months": 0}


@pytest.mark.parametrize("percent", [-50, -7, 5, 33])
def test_the_matrix_that_the_call_compares_with_effort_goes_along(session: Session, percent: int) -> None:
    trial = Trial(session)
    trial.scale("city", percent)
    before, after = session.answers["effort"], trial.answers["effort"]
    staff: Any = at(trial.answers, ("partners", "city", "staff"))
    assert sum(after["city"].values()) == sum(cells["person_months"] for cells in staff.values())
    assert all(
        abs(after["city"][key] - cell * (100 + percent) / 100) <= 2 for key, cell in before["city"].items()
    )
    assert {**after, "city": {}} == {**before, "city": {}}
    assert all(finding.rule != "effort_matches_staff" for finding in trial.report.findings)


def test_a_matrix_that_says_otherwise_than_the_rows_keeps_its_proportion(session: Session) -> None:
    session.edit({("effort", "city"): {"wp1": 100, "wp2": 300, "wp3": "about two"}}, phrase("Change"))
    trial = Trial(session)
    trial.scale("city", 50)
    assert trial.answers["effort"]["city"] == {"wp1": 150, "wp2": 450, "wp3": "about two"}
    session.edit({("effort", "city"): {"wp1": -100, "wp2": 300}}, phrase("Change"))
    assert trial.answers["effort"]["city"] == {"wp1": -100, "wp2": 300}
    session.edit({("effort", "city"): None}, phrase("Change"))
    assert "city" not in trial.answers["effort"]


def test_a_matrix_that_no_rule_compares_with_effort_stays() -> None:
    session = session_of("hevi", "complete")
    rules = tuple(rule for rule in session.form.call.rules if rule.id != "effort_matches_staff")
    form = Form(session.form.call.model_copy(update={"rules": rules}))
    patch = scaled(form, session.answers, "city", 10)
    assert patch
    assert {path[0] for path in patch} == {"partners"}


def test_effort_is_never_tried_beyond_half_and_half_again(session: Session) -> None:
    trial = Trial(session)
    trial.scale("city", 400)
    assert trial.scales == {"city": MOST}


def test_effort_that_nobody_could_read_stays_as_it_was_typed(session: Session) -> None:
    first = next(iter(session.answers["partners"]["city"]["staff"]))
    place = ("partners", "city", "staff", first, "person_months")
    session.edit({place: "about two"}, phrase("Change"))
    trial = Trial(session)
    trial.scale("city", 50)
    assert at(trial.answers, place) == "about two"


def test_without_a_partner_its_part_and_its_cells_are_gone(session: Session) -> None:
    trial = Trial(session)
    trial.leave_out("university")
    assert set(trial.patch) == {("partners", "university"), ("effort", "university")}
    assert trial.report.figures.amounts["grant"].cents == 38_106_900 - 12_046_400
    assert [each.after.cents for each in trial.compared().partners] == [18_179_800, 0, 7_880_700]


def test_issues_that_come_and_go_are_told(session: Session) -> None:
    trial = Trial(session)
    trial.change(BASIS, "gber25")
    found = trial.compared()
    assert {finding.path[-1] for finding in found.came} == {"aid_category", "size_class"}
    assert found.went == ()
    trial.apply()
    trial.change(BASIS, "none")
    assert {finding.path[-1] for finding in trial.compared().went} == {"aid_category", "size_class"}


def test_edits_made_meanwhile_count_on_both_sides(session: Session) -> None:
    trial = Trial(session)
    trial.change(RATE, 5000)
    assert row(trial, "EU and state funding").difference
    session.edit({("partners", "city", "support_rate"): 4000}, phrase("Change"))
    assert at(trial.answers, ("partners", "city", "support_rate")) == 4000
    assert row(trial, "EU and state funding").before == session.report.figures.amounts["grant"]


def test_amounts_so_far_are_called_so() -> None:
    trial = Trial(session_of("hevi", "unfinished"))
    assert not all(each.settled for each in trial.compared().rows)


def test_the_same_trial_gives_the_same_comparison(session: Session) -> None:
    trials = [Trial(session), Trial(session)]
    for trial in trials:
        trial.change(RATE, 4500)
        trial.scale("company", -15)
    assert trials[0].compared() == trials[1].compared()


def test_person_months_are_tried_one_by_one(session: Session) -> None:
    trial = Trial(session)
    people, packages = trial.months("company", EN)
    assert [EN.say(plain("{it}", it=lever.said or "")) for lever in people.levers][:2] == [
        "Kehityspäällikkö, 2027",
        "Kehityspäällikkö, 2028",
    ]
    assert people.sum.value == 1500
    assert [lever.path[:2] for lever in packages.levers] == [("effort", "company")] * len(packages.levers)
    grant = row(trial, "EU and state funding").after.cents
    trial.change(people.levers[1].path, 200)
    assert trial.months("company", EN)[0].sum.value == 900
    assert row(trial, "EU and state funding").after.cents < grant
    assert trial.patch == {people.levers[1].path: 200}


def test_the_number_that_stands_there_anyway_takes_a_trial_back(session: Session) -> None:
    trial = Trial(session)
    trial.scale("company", 50)
    lever = trial.months("company", EN)[0].levers[1]
    assert lever.answer == 1200
    trial.change(lever.path, 800)
    assert trial.months("company", EN)[0].levers[1].answer == 800
    trial.change(lever.path, 1200)
    assert trial.changes == {}


def test_one_partner_more_brings_costs_like_those_of_another_and_nothing_of_its_own(session: Session) -> None:
    trial = Trial(session)
    key = trial.add("company")
    assert trial.report == fresh(session, dict(trial.patch))
    [before, *_], [*_, new] = trial.compared().partners, trial.compared().partners
    assert before.difference == 0
    assert (new.before.cents, new.after.cents) == (0, 7_880_700)
    row_ = at(trial.answers, ("partners", key))
    assert isinstance(row_, dict)
    assert "name" not in row_
    assert row_["staff"] == at(session.answers, ("partners", "company", "staff"))
    assert at(trial.answers, ("effort", key)) == at(session.answers, ("effort", "company"))
    assert [lever.node.id for lever in trial.levers(EN) if lever.partner == key] == [
        "support_rate",
        "aid_basis",
    ]
    assert trial.report.progress.partners.keys() - session.report.progress.partners.keys() == {key}


def test_a_partner_that_was_added_is_tried_otherwise_taken_back_or_applied_as_one_step(
    session: Session,
) -> None:
    trial = Trial(session)
    key = trial.add("company")
    trial.change(("partners", key, "support_rate"), None)
    assert at(trial.answers, ("partners", key, "support_rate")) is None
    trial.scale(key, 20)
    trial.take_back(key)
    assert trial.patch == {}
    key = trial.add("company")
    assert trial.apply()
    assert session.stack.count() == 1
    assert key in session.report.partners


def test_nobody_is_added_like_one_who_is_not_there(session: Session) -> None:
    trial = Trial(session)
    assert trial.add("nobody") == ""
    assert trial.patch == {}


def test_what_is_tried_of_a_partner_or_a_row_that_is_removed_meanwhile_brings_nothing_back(
    session: Session,
) -> None:
    trial = Trial(session)
    trial.change(("partners", "company", "support_rate"), 1000)
    trial.change(("partners", "city", "staff", "c1", "person_months"), 100)
    session.edit({("partners", "company"): None, ("partners", "city", "staff", "c1"): None}, phrase("Remove"))
    assert trial.patch == {}
    session.stack.undo()
    assert len(trial.patch) == 2
