"""HEVi by keys alone: begun, filled in, mended, saved, exported, proved; and read by somebody else."""

import base64
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desks import Person, office_of
from grantdesk.app.cli import run
from grantdesk.app.office.office import Office
from grantdesk.files.reading import read
from grantdesk.ui.window.reading import ReadingWindow
from grantdesk.ui.window.window import Window
from lookout import lookout
from mender import Mender
from typist import Typist, strike, write
from worlds import CALLS

# Windows come and go here, and Qt without a screen says each time what it cannot do with them.
pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
MANY = 60
"""More issues than so nobody has to go through."""
COMPANY = {
    "name": "Kehäväylä Oy",
    "org_type": "oy",
    "staff_model": "unit_1720",
    "economic_activity": True,
    "economic_activity_text": "Yhtiö kehittää hankkeessa palvelua, jota se aikoo myydä jakeluyrityksille.",
    "aid_basis": "gber25",
    "aid_category": "experimental",
    "size_class": "medium",
    "support_rate": "35 %",
}
"""The third partner is a company with aid for development: its staff costs are worked out by the hour."""
WRONG: Mapping[tuple[str | int, ...], Any] = {
    ("partners", 2, "business_id"): "9876543-1",
    ("partners", 2, "support_rate"): "60 %",
    ("cost_justification",): None,
    ("work_packages", 1, "end"): "2029-12-31",
}
"""What the applicant gets wrong at first; the last milestone of the sample is wrong too."""
LAST_MILESTONE = ("milestones", 5, "date")


@pytest.fixture
def person() -> Person:
    """Who is asked for files."""
    return Person()


@pytest.fixture
def office(qapp: QApplication, person: Person) -> Iterator[Office]:
    """The program in Finnish; every question goes to `person`."""
    with office_of(qapp, person, "fi") as made:
        yield made


@pytest.fixture
def right(tmp_path: Path) -> dict[str, Any]:
    """The answers as they are meant in the end; the files that go along lie in `tmp_path`."""
    sample = json.loads((CALLS.parent / "samples/hevi-complete.json").read_text("utf-8"))
    sample["partners"][2] |= COMPANY
    _put(sample, LAST_MILESTONE, "2029-08-31")
    for each in (sample, *sample["partners"]):
        for files in each.values():
            for file in files if isinstance(files, list) else ():
                if "content" in file:
                    (tmp_path / file["name"]).write_bytes(base64.b64decode(file["content"]))
    return sample


def _put(tree: Any, place: tuple[str | int, ...], value: Any) -> None:
    for key in place[:-1]:
        tree = tree[key]
    tree[place[-1]] = value


def _mistaken(right: dict[str, Any]) -> dict[str, Any]:
    wrong = deepcopy(right)
    for place, value in {**WRONG, LAST_MILESTONE: "2029-09-30"}.items():
        _put(wrong, place, value)
    return wrong


def _asked(window: Window, key: Qt.Key, *answer: Qt.Key | str) -> None:
    """Presses Ctrl and a key that open a dialog, and answers it by keys."""

    def do() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            dialog.activateWindow()  # as a screen would
            QApplication.processEvents()
            for each in answer:
                write(each) if isinstance(each, str) else strike(each)
            assert not dialog.isVisible()
        finally:
            dialog.reject()  # whatever happened, the test goes on

    QTimer.singleShot(0, do)
    strike(key, Ctrl)
    window.activateWindow()  # without a screen nobody does so when a dialog is over
    QApplication.processEvents()


def _begun(office: Office) -> Window:
    office.show_start()
    QApplication.processEvents()
    strike(Key.Key_Space)  # the first call is open, and its button has the focus
    [window] = office.windows
    assert isinstance(window, Window)
    assert window.desk.session.form.call.id == "hevi"
    window.activateWindow()
    QApplication.processEvents()
    return window


def _filled(window: Window, person: Person, typist: Typist, file: Path) -> None:
    """Page by page to the last one, with the button at the end of each."""
    person.files = [file]
    pages = set[object]()
    while (page := window.middle.book.page) is not None and page.spot not in pages:
        pages.add(page.spot)
        assert typist.fill() == []
        typist.go_on()
    assert window.moving.here.section == ""


def _errors(window: Window) -> list[Any]:
    return [each for each in window.desk.session.report.findings if each.severity == "error"]


def test_hevi_is_filled_in_by_keys_alone_mended_after_its_issues_exported_and_read(
    qtbot: QtBot, office: Office, person: Person, right: dict[str, Any], tmp_path: Path
):
    grant, pdf = tmp_path / "hilja.grant", tmp_path / "hilja.pdf"
    window = _begun(office)
    typist = Mender(window, person, _mistaken(right), tmp_path, pasted=("milestones", "staff"))
    with lookout() as out:
        _filled(window, person, typist, grant)
    assert set(out.seen) == {"QListView"}  # the options of a cell

    wrong = {each.path for each in _errors(window)}
    assert len(wrong) == len(WRONG) + 1
    typist.sample = right
    strike(Key.Key_F7)
    for _ in range(MANY):
        if not _errors(window):
            break
        strike(Key.Key_F8)
        if typist.place() in wrong:
            typist.mend()
            typist.settle()
    assert _errors(window) == []

    _asked(window, Key.Key_K, "lyhenne", Key.Key_Return)
    assert typist.place() == ("acronym",)
    typist.write_over("HILJA2")
    assert window.desk.session.answers["acronym"] == "HILJA2"
    strike(Key.Key_Z, Ctrl)
    assert window.desk.session.answers["acronym"] == "HILJA"
    strike(Key.Key_S, Ctrl)
    qtbot.waitUntil(lambda: window.keeper.is_saved)
    assert read(grant).grant.answers == window.desk.session.answers

    person.files = [pdf]
    _asked(window, Key.Key_E, Key.Key_Return)
    typist.settle()
    qtbot.waitUntil(pdf.exists)
    assert run(["verify", str(pdf), str(grant)]) == 0
    assert window.close()

    office.read(grant)
    reading = office.windows[-1]
    assert isinstance(reading, ReadingWindow)
    reading.activateWindow()
    page = reading.reader.page
    qtbot.waitUntil(lambda: "Hiljainen jakelu" in page.toPlainText())
    assert QApplication.focusWidget() is page
    assert reading.reader.remarks.count == len(reading.desk.session.report.findings)
    strike(Key.Key_F, Ctrl)
    write("kehäväylä oy")
    strike(Key.Key_Escape)
    strike(Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text() == "Kehäväylä Oy"
