"""A fault of the program: the work is kept first, the report holds no answer, and the program goes on."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from grantdesk.app.office.guard import Guard, heard


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What was done, in its order."""
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))
    return []


@pytest.fixture
def guard(order: list[str]) -> Iterator[Guard]:
    """A guard that notes what it does."""
    made = Guard(lambda: order.append("kept"), lambda report, file: order.append(f"shown {file}\n{report}"))
    made.install()
    yield made
    made.remove()


def fault(secret: str) -> Exception:
    """An error with an answer in its message."""
    try:
        raise ZeroDivisionError(secret)
    except ZeroDivisionError as error:
        return error


def meet(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_the_work_is_kept_before_anything_is_shown(guard: Guard, order: list[str]):
    meet(fault("x"))
    assert order[0] == "kept"
    assert order[1].startswith("shown ")


def test_the_report_has_no_answer_in_it_and_lies_among_the_logs(
    guard: Guard, order: list[str], tmp_path: Path
):
    meet(fault("Maija Meikäläinen"))
    [file] = (tmp_path / "home" / "state" / "crashes").iterdir()
    for text in (order[1], file.read_text()):
        assert "Maija" not in text
        assert "ZeroDivisionError" in text


def test_a_fault_that_comes_again_is_shown_once(guard: Guard, order: list[str], caplog):
    for _ in range(3):
        meet(fault("x"))
    assert len([each for each in order if each.startswith("shown")]) == 1


def test_ctrl_c_ends_the_program_as_everywhere(order: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: order.append(kind.__name__))
    guard = Guard(lambda: order.append("kept"), lambda *_: None)
    guard.install()
    try:
        raise KeyboardInterrupt
    except KeyboardInterrupt as error:
        sys.excepthook(type(error), error, error.__traceback__)
    guard.remove()
    assert order == ["KeyboardInterrupt"]


def test_what_qt_has_to_say_goes_into_the_log(caplog):
    caplog.set_level(logging.DEBUG)
    heard(QtMsgType.QtWarningMsg, QMessageLogContext(), "something")
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "something")
    ]


def test_a_second_fault_while_the_work_is_kept_does_not_hide_the_first(order: list[str], caplog):
    def fail() -> None:
        raise OSError("Maija")

    guard = Guard(fail, lambda report, _file: order.append(report))
    guard.install()
    try:
        meet(fault("x"))
    finally:
        guard.remove()
    assert "ZeroDivisionError" in order[0]
    assert "OSError" in caplog.text
    assert "Maija" not in caplog.text
