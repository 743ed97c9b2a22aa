"""The office opens one window for each application, tells what cannot be opened, and ends when the last one closes."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Person, grant_of, office_of
from grantdesk.app.office.office import MANY, Office
from grantdesk.app.office.running import Manner, begin
from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.session.application import Application
from grantdesk.session.earlier.left import left_behind
from grantdesk.session.opening import begun_for, opened
from grantdesk.session.paper.printing import printed
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.dialog.compare import CompareDialog
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.start.unsaved import Unsaved
from grantdesk.ui.window.reading import ReadingWindow
from grantdesk.ui.window.window import Window
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

# Windows come and go here, and Qt without a screen says each time that it cannot raise one.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def person() -> Person:
    """Who is asked."""
    return Person()


@pytest.fixture
def office(
    qtbot: QtBot, qapp: QApplication, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Office]:
    """An office whose every question goes to `person`."""
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))
    with office_of(qapp, person) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A complete application."""
    path = tmp_path / "a.grant"
    write(grant_of("hevi", "complete"), path)
    return path


def test_a_file_that_is_open_is_not_opened_twice(office: Office, file: Path):
    office.open(file)
    office.open(file)
    [window] = office.windows
    assert isinstance(window, Window)
    assert window.isVisible()


def test_the_same_file_under_another_name_is_the_same_window(office: Office, file: Path, tmp_path: Path):
    other = tmp_path / "link.grant"
    other.symlink_to(file)
    office.open(file)
    office.open(other)
    assert len(office.windows) == 1


def test_two_applications_have_two_windows(office: Office, file: Path, tmp_path: Path):
    other = tmp_path / "b.grant"
    write(grant_of("lump"), other)
    office.open(file)
    office.open(other)
    assert len(office.windows) == 2


def test_what_cannot_be_opened_is_told_in_a_sentence(office: Office, person: Person, tmp_path: Path):
    office.open(tmp_path / "none.grant")
    assert office.windows == []
    [said] = person.told
    assert "is not there" in str(said.said)


@pytest.mark.parametrize("name", ["/", "/dev/full", "a\0b.grant", f"{'x' * 300}.grant", "{folder}", "{loop}"])
def test_what_is_no_file_is_told_in_a_sentence_and_gets_no_lock(
    office: Office, person: Person, tmp_path: Path, name: str
):
    loop = tmp_path / "loop.grant"
    loop.symlink_to(loop)
    office.open(Path(name.format(folder=tmp_path, loop=loop)))
    assert (office.windows, len(person.told)) == ([], 1)
    assert {each.name for each in tmp_path.iterdir()} <= {"loop.grant", "home"}


def test_a_file_is_told_to_be_missing_where_the_folder_one_is_in_is_gone(
    office: Office, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    office.open(Path("a.grant"))
    [said] = person.told
    assert "is not there" in str(said.said)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["uusi\nrivi", "%41 'x' \"y\"", "<b>&x", "é" * 120, "a" * 249, "\udcff"])
def test_a_file_of_any_name_is_worked_on_and_remembered(
    office: Office, person: Person, tmp_path: Path, qtbot: QtBot, name: str
):
    path = tmp_path / "folder" / f"{name}.grant"
    path.parent.mkdir()
    write(grant_of("kinds"), path)
    office.open(path)
    [window] = office.windows
    window.desk.session.edit({("title",): "Valo"}, phrase("Change"))
    with qtbot.waitSignal(window.keeper.saved):
        window.keeper.save()
    window.close()
    assert read(path).grant.answers == {"title": "Valo"}
    assert list(path.parent.iterdir()) == [path]
    assert [file.path for file in Preferences().value.recent] == [str(path)]
    assert person.told == []


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-99-99T99:99:99Z"])
def test_a_file_may_say_that_it_was_saved_at_any_moment(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
):
    path = tmp_path / "a.grant"
    write(replace(grant_of("kinds"), saved=moment, created=moment), path)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        office.open(path)
        [window] = office.windows
        window.desk.session.edit({("title",): "Valo"}, phrase("Change"))
        assert window.keeper.save_and_wait()
        CompareDialog(window.desk, window.keeper, window).deleteLater()
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
    assert read(path).grant.answers == {"title": "Valo"}


def test_of_a_damaged_file_what_is_left_can_be_opened(office: Office, person: Person, file: Path):
    raw = file.read_bytes()
    at = raw.index(b"manifest.json")
    file.write_bytes(raw[:at] + b"x" + raw[at + 1 :])
    person.choices.append("rescue")
    office.open(file)
    [window] = office.windows
    assert window.keeper.path is None
    assert window.desk.session.answers["name_fi"]
    assert file.read_bytes() != raw


def test_the_application_inside_a_pdf_is_opened_from_a_file_of_its_own(
    office: Office, person: Person, file: Path, tmp_path: Path
):
    pdf, target = tmp_path / "a.pdf", tmp_path / "out.grant"
    pdf.write_bytes(printed(Application(grant_of("hevi", "complete")), Language("fi")))
    person.choices.append("edit")
    person.files.append(target)
    office.open(pdf)
    [window] = office.windows
    assert window.keeper.path == target


def test_a_pdf_without_an_application_in_it_is_told_to_be_so(office: Office, person: Person, tmp_path: Path):
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.4 nothing")
    person.files.append(tmp_path / "out.grant")
    office.open(pdf)
    assert office.windows == []
    assert len(person.told) == 1


def test_a_locked_file_opens_to_be_read_and_says_by_whom(office: Office, file: Path):
    (file.parent / f".~lock.{file.name}#").write_text(
        '{"owner": "Maija", "host": "elsewhere", "pid": 1, "since": "2026-11-24T08:00:00+00:00", "token": "x"}'
    )
    office.open(file)
    [window] = office.windows
    assert isinstance(window, ReadingWindow)
    assert "Maija" in window.strip.text


def test_a_copy_of_what_is_read_can_be_worked_on(office: Office, person: Person, file: Path, tmp_path: Path):
    office.read(file)
    copy = tmp_path / "copy.grant"
    person.files.append(copy)
    reading = office.windows[0]
    assert isinstance(reading, ReadingWindow)
    reading.strip.take(0)
    [window] = office.windows
    assert isinstance(window, Window)
    assert window.keeper.path == copy


def test_a_copy_does_not_go_over_the_file_that_somebody_has_open(office: Office, person: Person, file: Path):
    theirs = file.read_bytes()
    (file.parent / f".~lock.{file.name}#").write_text(
        '{"owner": "Maija", "host": "elsewhere", "pid": 1, "since": "2026-11-24T08:00:00+00:00", "token": "x"}'
    )
    office.open(file)
    [reading] = office.windows
    assert isinstance(reading, ReadingWindow)
    person.files.append(file)
    os.utime(file, (1, 1))
    reading.strip.take(0)
    assert "has been open by" in str(person.told[0].said)
    assert (file.read_bytes(), file.stat().st_mtime) == (theirs, 1)
    assert office.windows == [reading]


def test_a_locked_file_can_be_taken_over(office: Office, file: Path):
    (file.parent / f".~lock.{file.name}#").write_text(
        '{"owner": "Maija", "host": "elsewhere", "pid": 1, "since": "2026-11-24T08:00:00+00:00", "token": "x"}'
    )
    office.open(file)
    reading = office.windows[0]
    assert isinstance(reading, ReadingWindow)
    reading.strip.take(1)
    [window] = office.windows
    assert isinstance(window, Window)


def test_what_was_open_is_remembered_with_how_far_it_is(office: Office, file: Path):
    office.open(file)
    [recent] = office.preferences.value.recent
    assert recent.path == str(file)
    assert recent.name == office.windows[0].desk.session.answers["name_fi"]
    assert recent.share == office.windows[0].desk.session.report.progress.whole.share


def test_an_application_begins_from_a_call_and_from_an_earlier_one(office: Office, file: Path):
    office.begin("hevi")
    office.begin_from(file, "hevi")
    assert [window.keeper.path for window in office.windows] == [None, None]
    assert office.windows[1].desk.session.answers["name_fi"]


def test_the_start_page_goes_away_when_a_file_is_opened_and_comes_back_when_wanted(
    office: Office, file: Path
):
    office.show_start()
    start = office.start
    assert start is not None
    start.chosen_file.emit(file)
    assert not start.isVisible()
    office.windows[0].commands.action("new").trigger()
    assert start.isVisible()


def test_unsaved_work_is_offered_and_restored(office: Office, person: Person, qtbot: QtBot):
    office.begin("hevi")
    office.windows[0].desk.session.edit({("name_fi",): "Kesken"}, phrase("Change"))
    person.choices.append("later")
    office.windows[0].close()
    office.offer_unsaved()
    qtbot.waitUntil(lambda: office.start is not None and office.start.isVisible())
    [work] = left_behind()
    office.restore(work)
    assert office.windows[0].desk.session.answers["name_fi"] == "Kesken"


def test_as_long_as_unsaved_work_is_offered_the_offer_stays(office: Office, file: Path, qtbot: QtBot):
    for title in ("Yksi", "Kaksi"):
        crashed = begun_for("hevi", Language("fi"))
        crashed.session.edit({("name_fi",): title}, phrase("Change"))
        crashed.keeper.secure()
        crashed.keeper.close()
    office.offer_unsaved()
    qtbot.waitUntil(lambda: office.start is not None)
    start = office.start
    assert start is not None
    office.open(file)
    assert start.isVisible()
    for n, work in enumerate([banner.work for banner in start.findChildren(Unsaved)]):
        office.restore(work)
        assert start.isVisible() == (n == 0)
    assert len(office.windows) == 3


@pytest.mark.parametrize("went_on", [False, True])
def test_unsaved_work_on_a_file_that_is_open_already_comes_into_its_window(
    office: Office, file: Path, went_on: bool
):
    crashed = opened(file)
    crashed.session.edit({("name_fi",): "Kesken"}, phrase("Change"))
    crashed.keeper.secure()
    crashed.keeper.close()
    office.open(file)
    session = office.windows[0].desk.session
    if went_on:
        session.edit({("name_fi",): "Jatkettu"}, phrase("Change"))
    [work] = left_behind()
    office.restore(work)
    names = [window.desk.session.answers["name_fi"] for window in office.windows]
    assert names == (["Jatkettu", "Kesken"] if went_on else ["Kesken"])
    assert session.stack.count() == 1
    office.windows[0].keeper.secure()
    assert len([each for each in left_behind() if each.record.name == "Kesken"]) == went_on


def test_quitting_closes_every_window_and_stops_where_one_would_stay(
    office: Office, person: Person, file: Path
):
    office.open(file)
    office.begin("hevi")
    office.windows[1].desk.session.edit({("name_fi",): "Kesken"}, phrase("Change"))
    person.choices.append("")
    office.leave()
    assert len(office.windows) == 1
    person.choices.append("discard")
    office.leave()
    assert office.windows == []


def test_what_the_command_line_says_holds_until_the_person_chooses(office: Office, qapp: QApplication):
    stage = Stage(Speech("en"), Look(qapp))
    preferences = Preferences()
    manner = Manner(stage, preferences, "sv", "dark")
    assert (stage.speech.language.code, stage.look.name) == ("sv", "dark")
    preferences.change(spelling=False)
    assert (stage.speech.language.code, stage.look.name) == ("sv", "dark")
    preferences.change(language="fi")
    preferences.change(look="contrast")
    assert (stage.speech.language.code, stage.look.name) == ("fi", "contrast")
    del manner


def many(folder: Path, n: int) -> list[Path]:
    """Small applications in files."""
    paths = [folder / f"{number}.grant" for number in range(n)]
    for path in paths:
        write(replace(grant_of("kinds"), id=f"00000000-0000-4000-8000-{int(path.stem):012}"), path)
    return paths


def test_several_files_are_opened_one_after_another_the_first_one_at_once(
    office: Office, person: Person, tmp_path: Path, qtbot: QtBot
):
    office.open_all(many(tmp_path, 3))
    assert len(office.windows) == 1
    qtbot.waitUntil(lambda: len(office.windows) == 3)
    assert person.asked == []


def test_many_files_are_opened_only_if_that_was_meant(
    office: Office, person: Person, tmp_path: Path, qtbot: QtBot
):
    paths = many(tmp_path, MANY + 1)
    person.choices = [""]
    office.open_all(paths)
    qtbot.wait(50)
    assert office.windows == []
    [question] = person.asked
    assert str(MANY + 1) in Language("en").say(question.said)
    person.choices = ["open"]
    office.open_all(paths)
    qtbot.waitUntil(lambda: len(office.windows) == MANY + 1)


def test_files_that_are_open_already_are_not_many(
    office: Office, person: Person, tmp_path: Path, qtbot: QtBot
):
    paths = many(tmp_path, MANY + 1)
    office.open_all(paths[:3])
    qtbot.waitUntil(lambda: len(office.windows) == 3)
    office.open_all([*paths, *paths])
    qtbot.waitUntil(lambda: len(office.windows) == MANY + 1)
    assert person.asked == []


def test_whoever_quits_meanwhile_gets_no_more_windows(office: Office, tmp_path: Path, qtbot: QtBot):
    office.open_all(many(tmp_path, 4))
    office.leave()
    qtbot.wait(50)
    assert office.windows == []


def test_what_cannot_be_opened_does_not_hold_up_the_others(
    office: Office, person: Person, file: Path, tmp_path: Path, qtbot: QtBot
):
    begin(office, [tmp_path / "none.grant", tmp_path / "nor.grant", file])
    assert [window.keeper.path for window in office.windows] == [file]
    assert len(person.told) == 2
    assert office.start is None


def test_where_nothing_can_be_opened_one_begins_on_the_start_page(office: Office, tmp_path: Path):
    begin(office, [tmp_path / "none.grant"])
    assert office.windows == []
    assert office.start is not None
    assert office.start.isVisible()
