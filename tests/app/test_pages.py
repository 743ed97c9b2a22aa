"""grantdesk check measures on paper: when it is asked to, and always where the call limits pages."""

from pathlib import Path

import pytest

from desks import grant_of
from grantdesk.files.writing import write

LONG = "\n".join(["One word and another. " * 20] * 30)
MEMBERS = {"a": {"pos": "V", "organisation": "Alpha", "role": "Short."}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "long.grant"
    write(grant_of("pages", {"name": "X", "steps": LONG, "members": MEMBERS}), path)
    return path


def test_what_is_too_long_on_paper_is_an_error(command, file: Path):
    checked = command("check", file, "--lang", "en")
    assert checked.code == 1
    assert "error: “Plan” takes " in checked.out
    assert "Source: Section 4 of the notice" in checked.out
    assert "check the call notice" not in checked.out
    assert "Partner 1: Part: 1 page" in checked.out


def test_programs_get_the_pages_of_every_section(command, file: Path):
    found = command("check", file, "--json").data
    sections = found["pages"]["sections"]
    assert found["pages"]["whole"] > 3
    assert sections[-1] == {"section": "part", "partner": "a", "pages": 1}
    assert next(each for each in sections if each["section"] == "plan")["pages"] > 1
    assert [each["rule"] for each in found["findings"] if each["path"] == "steps"] == ["pages"]


def test_pages_are_told_of_any_call_when_somebody_asks(command, complete: Path):
    asked = command("check", complete, "--pages", "--lang", "en")
    assert " pages on paper" in asked.out
    assert "pages" in command("check", complete, "--pages", "--json").data
    assert "pages" not in command("check", complete, "--json").data
    assert " on paper" not in command("check", complete, "--lang", "en").out


def test_many_files_are_measured_too(command, file: Path, complete: Path):
    both = command("check", file, complete, "--pages", "--json").data
    assert [data["pages"]["whole"] > 3 for data in both] == [True, True]
