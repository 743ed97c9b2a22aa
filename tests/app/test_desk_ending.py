"""The system ends the program, or the program breaks: nobody is asked, and nothing is lost."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desks import Person, grant_of
from grantdesk.app.office import fault
from grantdesk.app.office.ending import Ending
from grantdesk.app.office.office import Office
from grantdesk.app.office.running import begin
from grantdesk.files.disk.lock import beside
from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.session.earlier.left import left_behind
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.dialog.crash import CrashDialog
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.window.application import ApplicationWindow
from grantdesk.ui.window.window import Window
from grantdesk.words.phrase import phrase

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.skipif(os.name != "posix", reason="signals of this kind are those of POSIX"),
]


@pytest.fixture
def person() -> Person:
    """Who is asked."""
    return Person()


@pytest.fixture
def ended() -> list[str]:
    """What the program did in the end."""
    return []


@pytest.fixture
def office(
    qtbot: QtBot,
    qapp: QApplication,
    person: Person,
    ended: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[Office]:
    """An office whose end is noted: ending Qt's application would end the test with it."""
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(qapp, "exit", lambda: ended.append("exit"))
    made = Office(qapp, Stage(Speech("en"), Look(qapp)), Preferences(), lambda _stage, _preferences: person)
    yield made
    for window in list(made.windows):
        window.keeper.discard()
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.deleteLater()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An application in a file."""
    path = tmp_path / "a.grant"
    write(grant_of("kinds", {"title": "Valo"}), path)
    return path


def edit(window: ApplicationWindow, title: str = "Valoa") -> None:
    window.desk.session.edit({("title",): title}, phrase("Change"))


def in_dialog(act: Callable[[CrashDialog], object]) -> None:
    """Does something in the dialog as soon as it is there."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        act(dialog)

    QTimer.singleShot(0, found)


@pytest.fixture
def heard() -> Iterator[None]:
    """Signals are heard as where a person starts the program: whoever runs the tests may have them ignored."""
    wanted = {signal.SIGHUP: signal.SIG_DFL, signal.SIGINT: signal.default_int_handler}
    before = {number: signal.signal(number, handler) for number, handler in wanted.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_saves_what_has_a_file_and_keeps_the_rest_and_asks_nobody(
    office: Office, person: Person, ended: list[str], file: Path, qtbot: QtBot, number: int
) -> None:
    office.open(file)
    office.begin("hevi")
    edit(office.windows[0])
    office.windows[1].desk.session.edit({("name_fi",): "Kesken"}, phrase("Change"))
    ending = Ending()
    ending.wanted.connect(office.end)
    ending.install()
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: ended == ["exit"])
    finally:
        ending.remove()
    assert office.windows == []
    assert read(file).grant.answers["title"] == "Valoa"
    assert not beside(file).exists()
    [work] = left_behind()
    assert work.name == "Kesken"
    assert (person.asked, person.told) == ([], [])


def test_a_program_that_is_ended_while_it_begins_does_not_go_on(
    office: Office, ended: list[str], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office.ask, "tell", lambda *_: office.end())
    begin(office, [file.with_name("none.grant"), file])
    assert (office.windows, office.start, ended) == ([], None, ["exit"])


@pytest.mark.usefixtures("heard")
def test_what_was_not_heard_before_is_not_heard_and_all_is_as_it_was_afterwards(qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    ending = Ending()
    ending.install()
    try:
        with qtbot.assertNotEmitted(ending.wanted, wait=50):
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        ending.remove()
        assert signal.signal(signal.SIGHUP, before) == signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler


def test_work_on_a_file_that_somebody_else_changed_is_kept_at_the_end_not_saved(
    office: Office, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    office.open(file)
    other = tmp_path / "other.grant"
    write(grant_of("kinds", {"title": "Toisen"}), other)
    other.replace(file)
    qtbot.waitUntil(lambda: office.windows[0].keeper.is_foreign)
    edit(office.windows[0])
    office.end()
    assert read(file).grant.answers["title"] == "Toisen"
    assert len(left_behind()) == 1


def test_whoever_logs_out_has_everything_on_the_disk_and_may_stay(office: Office, file: Path) -> None:
    office.open(file)
    edit(office.windows[0])
    office.secure()
    assert read(file).grant.answers["title"] == "Valoa"
    assert len(office.windows) == 1


def test_after_a_fault_the_report_is_saved_where_the_person_wants_it(
    office: Office, person: Person, file: Path, tmp_path: Path
) -> None:
    office.open(file)
    person.files += [tmp_path / "none" / "r.txt", tmp_path / "r.txt"]
    said: list[str] = []

    def act(dialog: CrashDialog) -> None:
        for _ in range(2):
            dialog.saving.click()
            said.append(dialog.state.text())
        dialog.going_on.click()

    in_dialog(act)
    fault.tell(office, "ZeroDivisionError", None)
    assert (tmp_path / "r.txt").read_text() == "ZeroDivisionError"
    assert "is not there" in said[0]
    assert "r.txt" in said[1]
    assert len(office.windows) == 1


def test_after_a_fault_the_program_may_be_closed_without_loss(
    office: Office, ended: list[str], file: Path
) -> None:
    office.open(file)
    edit(office.windows[0])
    office.keep()
    in_dialog(lambda dialog: dialog.ending.click())
    fault.tell(office, "ZeroDivisionError", None)
    assert ended == ["exit"]
    assert read(file).grant.answers["title"] == "Valoa"


def test_after_a_fault_work_that_could_not_be_kept_is_not_said_to_be_safe(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "state").write_text("in the way")
    office.begin("hevi")
    office.windows[0].desk.session.edit({("name_fi",): "Kesken"}, phrase("Change"))
    office.keep()
    said: list[str] = []

    def act(dialog: CrashDialog) -> None:
        said.append(dialog.accessibleDescription())
        dialog.going_on.click()

    in_dialog(act)
    fault.tell(office, "x", None)
    assert "could not be kept" in said[0]


def test_the_pages_of_a_preview_are_given_back_when_the_program_ends(
    office: Office, ended: list[str], file: Path, qtbot: QtBot
) -> None:
    office.open(file)
    [window] = office.windows
    assert isinstance(window, Window)
    window.viewing.preview()
    paper = window.viewing.easel.paper
    assert paper is not None
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=20_000)
    pdf = paper.pdf
    assert pdf is not None
    office.end()
    office.close()
    assert pdf.is_closed


@pytest.mark.parametrize("how", ["leave", "end"])
def test_a_dialog_that_is_open_goes_with_its_window_as_if_nobody_had_chosen_anything(
    office: Office, ended: list[str], file: Path, qtbot: QtBot, how: str
) -> None:
    office.open(file)
    [window] = office.windows
    assert isinstance(window, Window)
    seen: list[QDialog] = []

    def go() -> None:
        seen.extend(window.findChildren(QDialog))
        getattr(office, how)()

    QTimer.singleShot(0, go)
    QTimer.singleShot(200, lambda: [each.reject() for each in seen if isValid(each)])
    window.handing.export()
    assert len(seen) == 1
    assert office.windows == []
