"""Somebody who has never seen a manual: begins an application, fills it in by keys alone, checks it, hands it in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desks import Person, office_of
from grantdesk.app.cli import run
from grantdesk.app.office.office import Office
from grantdesk.files.reading import read
from grantdesk.ui.dialog.export import ExportDialog
from grantdesk.ui.window.window import Window
from typist import Typist, strike
from worlds import samples

# Windows come and go here, and Qt without a screen says each time what it cannot do with them.
pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
Key = Qt.Key
NAME = "melukartta.grant"
MANY = 40
"""More often than so nobody has to press Tab on the start page."""


@pytest.fixture
def person() -> Person:
    """Who is asked."""
    return Person()


@pytest.fixture
def office(qapp: QApplication, person: Person) -> Iterator[Office]:
    """The program in Finnish; every question goes to `person`."""
    with office_of(qapp, person, "fi") as made:
        yield made


def begun(office: Office) -> Window:
    """An application for the lump sum call, begun on the start page: Tab to its card, Space, Tab to the button."""
    office.show_start()
    assert office.start is not None
    QApplication.processEvents()
    offer = next(each for each in office.start.home.offers if each.call.id == "lump")
    for button in (offer.head, offer.details.start):
        for _ in range(MANY):
            if QApplication.focusWidget() is button:
                break
            strike(Key.Key_Tab)
        strike(Key.Key_Space)
    [window] = office.windows
    assert isinstance(window, Window)
    window.activateWindow()
    QApplication.processEvents()
    return window


def filled(window: Window, person: Person, folder: Path) -> Typist:
    """Everything that is asked, page by page, as the sample answers it."""
    sample = samples("lump")["complete"]["answers"]
    for each in sample["evidence"]:
        (folder / each["name"]).write_text(each["text"], "utf-8")
    typist = Typist(window, person, sample, folder)
    pages = set[object]()
    while (page := window.middle.book.page) is not None and page.spot not in pages:
        pages.add(page.spot)
        assert typist.fill() == []
        if window.keeper.path is None:
            person.files = [folder / NAME]  # the button saves: the first time it asks where
        typist.go_on()
    return typist


def test_an_application_is_begun_filled_in_checked_and_handed_in_by_keys_alone(
    qtbot: QtBot, office: Office, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    window = begun(office)
    typist = filled(window, person, tmp_path)
    assert window.desk.session.report.findings == ()
    assert window.moving.here.section == ""

    grant, pdf = tmp_path / NAME, tmp_path / "melukartta.pdf"
    window.activateWindow()
    QApplication.processEvents()
    strike(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.keeper.is_saved)
    assert read(grant).grant.answers == window.desk.session.answers

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.show()
        QApplication.processEvents()
        strike(Key.Key_Return)

    window.handing.run = agree
    person.files = [pdf]
    strike(Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    typist.settle()
    qtbot.waitUntil(pdf.exists)
    assert run(["verify", str(pdf)]) == 0
    assert capsys.readouterr().out
    assert window.close()
    office.open(grant)
    assert office.windows[-1].desk.session.report.findings == ()
