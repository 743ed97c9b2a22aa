"""The chain of steps from old formats to today's. Format 1 is the first, so the steps here are invented."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from broken.zips import parts, sealed
from grantdesk.files import reading, upgrade
from grantdesk.files.canon import Flaw
from grantdesk.files.grant import VERSION
from grantdesk.files.upgrade import Raw, Step, upgraded


def euros_to_cents(raw: Raw) -> Raw:
    """-1 → 0: budget.total was a text in euros."""
    answers = raw["application"]["answers"]
    euros, _, cents = answers["budget"]["total"].partition(",")
    total = int(euros + cents)
    return change(raw, {**answers, "budget": {**answers["budget"], "total": total}})


def named_title(raw: Raw) -> Raw:
    """0 → 1: the title was called name."""
    answers = dict(raw["application"]["answers"])
    answers["title"] = answers.pop("name")
    return change(raw, answers)


def change(raw: Raw, answers: Mapping[str, Any]) -> Raw:
    return {**raw, "application": {**raw["application"], "answers": answers}}


STEPS: Mapping[int, Step] = {-1: euros_to_cents, 0: named_title}
OLD: Raw = {
    "manifest": {"version": -1, "x": 1},
    "application": {"answers": {"name": "Valo", "budget": {"total": "-0,50"}}, "y": 2},
}


def test_steps_are_taken_one_after_another() -> None:
    new = upgraded(OLD, STEPS, 1)
    assert new["application"] == {"answers": {"title": "Valo", "budget": {"total": -50}}, "y": 2}
    assert new["manifest"] == {"version": 1, "x": 1}


def test_a_step_changes_nothing_that_it_was_given() -> None:
    upgraded(OLD, STEPS, 1)
    assert OLD["application"]["answers"]["budget"] == {"total": "-0,50"}
    assert OLD["manifest"]["version"] == -1


def test_data_of_today_and_of_tomorrow_stays_as_it_is() -> None:
    new = upgraded(OLD, STEPS, 1)
    assert upgraded(new, STEPS, 1) is new
    tomorrow = {"manifest": {"version": 2}, "application": {}}
    assert upgraded(tomorrow, STEPS, 1) is tomorrow


def test_a_version_that_never_was_is_a_flaw() -> None:
    with pytest.raises(Flaw):
        upgraded({"manifest": {"version": -2}}, STEPS, 1)


def test_every_released_format_has_its_step() -> None:
    assert set(upgrade.STEPS) == set(range(1, VERSION))


def test_an_old_file_is_read_as_today_and_says_so(
    path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = parts(raw)
    old = found["application.json"].replace(b'"title"', b'"name"')
    path.write_bytes(sealed({**found, "application.json": old}, version=0, min_reader=0))
    monkeypatch.setattr(upgrade.upgraded, "__defaults__", (STEPS, VERSION))
    opened = reading.read(path)
    assert opened.grant.answers["title"] == "Älykäs valo"
    assert (opened.grant.version, opened.grant.min_reader) == (1, 1)
    assert [n.said for n in opened.notices] == [
        "The file is of an older format and will be saved in today’s."
    ]
