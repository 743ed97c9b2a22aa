"""A PDF is handed to the system's spooler as it is; a small program stands for it here."""

import json
import sys
from pathlib import Path

import pytest

from grantdesk.session.handing.spooling import (
    NoSuchPages,
    NotPrinted,
    Ticket,
    command,
    is_range,
    ranged,
    spool,
    spooler,
)
from spools import Spool


def test_the_usual_printer_comes_first(spool_of: Spool) -> None:
    assert spooler() == ("Office", "Attic", "Cellar")
    assert spool_of.jobs == []


def test_without_a_spooler_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert spooler() is None


def test_a_spooler_that_says_nothing_has_no_printers(spool_of: Spool) -> None:
    spool_of.silence()
    assert spooler() == ()


def test_the_file_is_handed_over_whole_with_what_was_chosen(spool_of: Spool) -> None:
    ticket = Ticket("Office", copies=3, up=2, sides="short", grey=True)
    spool(b"%PDF-1.7 whole", "Hanke & co\n; rm -rf $HOME", ticket)
    (job,) = spool_of.jobs
    assert job.data == b"%PDF-1.7 whole"
    assert job.arguments[:6] == ["-d", "Office", "-n", "3", "-t", "Hanke & co; rm -rf $HOME"]
    assert job.options == {"sides=two-sided-short-edge", "number-up=2", "print-color-mode=monochrome"}
    assert not job.path.exists(), "nothing of the application stays behind"


def test_only_what_was_chosen_is_said() -> None:
    said = command(Path("/x.pdf"), "A", Ticket("Office"))
    assert said == ["lp", "-d", "Office", "-n", "1", "-t", "A", "-o", "sides=one-sided", "/x.pdf"]


def test_a_printer_that_refuses_is_told(spool_of: Spool) -> None:
    spool_of.refuse()
    with pytest.raises(NotPrinted):
        spool(b"%PDF", "A", Ticket("Office"))


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("2", [1]),
        ("2-4", [1, 2, 3]),
        ("2–3, 5", [1, 2, 4]),
        ("4-", [3, 4]),
        (" 5,1, 1 ", [0, 4]),
        ("3-99", [2, 3, 4]),
        ("0-1", [0]),
    ],
)
def test_pages_are_read_as_people_write_them(text: str, pages: list[int]) -> None:
    assert is_range(text)
    assert ranged(text, 5) == pages


@pytest.mark.parametrize("text", ["a", "1-2-3", "1,", "-3", "1 2", "999999", "2 - "])
def test_what_is_no_range_is_none(text: str) -> None:
    assert not is_range(text)


def test_pages_that_are_not_there_are_told(spool_of: Spool) -> None:
    with pytest.raises(NoSuchPages):
        ranged("7-9", 5)
    assert json.dumps(spool_of.jobs) == "[]"
    assert sys.executable
