"""What-if: the trial follows from the answers as if they had been edited, and changes nothing until it is applied."""

from typing import Any

import pytest

from desks import session_of
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, apply, at, same
from grantdesk.rules.check import Checker, Report
from grantdesk.session.session import Session
from grantdesk.session.trial.comparison import Row
from grantdesk.session.trial.lever import efforts
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
