"""A real window, used as somebody does who cannot see it: read and filled in through the accessibility tree alone."""

from pathlib import Path

import pytest

from desk.conftest import Open
from desk.desktop import Desktop, Node, Reader, until
from desks import grant_of
from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.model.tree import Answers

pytestmark = pytest.mark.slow

MUTE = ("filler", "panel", "unknown", "redundant object", "layered pane", "viewport")
"""Roles that say nothing: they are there to hold others."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An application in which nothing was answered yet."""
    write(grant_of("hevi"), tmp_path / "north.grant")
    return tmp_path / "north.grant"


def controls(reader: Reader) -> list[Node]:
    """Everything on the screen that can have the focus."""
    return [node for node in reader.tree() if "FOCUSABLE" in node.states]


def nameless(node: Node) -> bool:
    """Is nobody told what it is? The name of a combo box is its value, so only a label counts there."""
    return not node.labels and (node.role == "combo box" or not node.name)


def answers(file: Path) -> Answers:
    """What the file says."""
    return read(file).grant.answers


def test_every_control_says_what_it_is_and_how_it_is_called(opened: Open, file: Path) -> None:
    reader = opened(file)
    reader.find("Call identifier", "text")
    seen = controls(reader)
    assert len(seen) > 30
    assert [str(node) for node in seen if nameless(node)] == []
    assert [str(node) for node in seen if node.role in MUTE] == []


def test_the_help_of_a_question_is_told_with_it(opened: Open, file: Path) -> None:
    field = opened(file).find("Call identifier", "text")
    assert "call notice" in field.description


def test_a_page_is_filled_in_and_saved_without_eyes_and_mouse(
    opened: Open, file: Path, screen_and_buses: Desktop
) -> None:
    reader = opened(file)
    reader.write("Call identifier", "EURA 2021/4471")
    reader.press("Other regional council", "radio button")
    reader.press("European Regional Development Fund (ERDF)", "radio button")
    reader.press("Save and continue", "push button")
    reader.write("Public project title in Finnish", "Äly & valo 🙂")
    reader.focus(reader.find("Project title in Swedish", "text"))
    screen_and_buses.type("Ljus")
    screen_and_buses.keys("ctrl+s")
    saved = until(
        lambda: answers(file) if "Ljus" in answers(file).values() else None, "the file was not saved"
    )
    said = {str(value) for value in saved.values()}
    assert {"EURA 2021/4471", "Äly & valo 🙂", "Ljus"} <= said


def test_what_is_missing_is_told_when_it_is_asked_for(opened: Open, file: Path) -> None:
    reader = opened(file)
    assert "not yet answered" not in reader.find("Call identifier", "text").description
    reader.press("Check answers", "push button")
    told = until(
        lambda: [
            n for n in reader.tree() if n.role in ("list item", "push button") and "Call identifier" in n.name
        ],
        "no finding is shown",
    )
    assert told


def test_the_start_page_is_read_without_eyes(opened: Open) -> None:
    reader = opened()
    until(lambda: len(controls(reader)) > 3, "the start page is empty")
    seen = controls(reader)
    assert [str(node) for node in seen if nameless(node)] == []
    assert [str(node) for node in seen if node.role in MUTE] == []
