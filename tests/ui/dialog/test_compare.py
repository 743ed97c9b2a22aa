"""Comparing: what differs from another version or file, place by place, and the way to each."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desks import Person, desk_of, grant_of, session_of
from grantdesk.files.reading import read, verify
from grantdesk.files.writing import write
from grantdesk.model.tree import same
from grantdesk.session.earlier.versions import versions
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.session.opening import opened
from grantdesk.ui.dialog.compare import MOST, CompareDialog
from grantdesk.words.phrase import phrase
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_another_file_is_compared_place_by_place(qtbot: QtBot, desk: Desks, tmp_path: Path) -> None:
    at = desk("hevi", "complete")
    other = tmp_path / "other.grant"
    write(grant_of("hevi", "unfinished"), other)
    dialog = CompareDialog(at)
    qtbot.addWidget(dialog)
    person = at.ask
    assert isinstance(person, Person)
    person.files = [None, other]
    dialog.browse.click()
    assert dialog.differences == []
    dialog.browse.click()
    qtbot.waitUntil(lambda: bool(dialog.differences), timeout=10_000)
    assert len(dialog.rows) == min(len(dialog.differences), MOST)
    first = dialog.differences[0]
    assert (first.path, first.before) == (("call_code",), "–")
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.rows[0].findChildren(QPushButton)[0].click()
    assert wanted.args == [("call_code",)]


def test_the_same_answers_do_not_differ(qtbot: QtBot, desk: Desks, tmp_path: Path) -> None:
    at = desk("hevi", "complete")
    write(at.session.grant, tmp_path / "same.grant")
    dialog = CompareDialog(at)
    qtbot.addWidget(dialog)
    dialog.compare_with(tmp_path / "same.grant")
    qtbot.waitUntil(lambda: dialog.sum.text().startswith("Nothing differs"), timeout=10_000)


def test_a_file_of_another_call_cannot_be_compared(qtbot: QtBot, desk: Desks, tmp_path: Path) -> None:
    write(grant_of("kinds"), tmp_path / "other.grant")
    dialog = CompareDialog(desk("hevi", "complete"))
    qtbot.addWidget(dialog)
    dialog.compare_with(tmp_path / "other.grant")
    qtbot.waitUntil(lambda: dialog.sum.text().startswith("That file answers another call"))


def test_what_cannot_be_read_is_told(qtbot: QtBot, desk: Desks, tmp_path: Path) -> None:
    (tmp_path / "broken.grant").write_bytes(b"nothing")
    dialog = CompareDialog(desk("hevi", "complete"))
    qtbot.addWidget(dialog)
    dialog.compare_with(tmp_path / "broken.grant")
    qtbot.waitUntil(lambda: "broken.grant" in dialog.sum.text())


def test_earlier_versions_are_offered_by_their_moment(qtbot: QtBot, desk: Desks, tmp_path: Path) -> None:
    write(grant_of("hevi", "complete"), tmp_path / "a.grant")
    opening = opened(tmp_path / "a.grant")
    opening.session.edit({("acronym",): "UUSI"}, phrase("Change"))
    opening.keeper.clock = lambda: datetime(2026, 11, 25, tzinfo=UTC)
    assert opening.keeper.save_and_wait()
    at = desk("hevi", opening.session.answers)
    dialog = CompareDialog(at, opening.keeper)
    qtbot.addWidget(dialog)
    assert dialog.pick.isEnabled()
    dialog.pick.picked.emit(dialog.pick._options[1][0])
    qtbot.waitUntil(lambda: len(dialog.differences) == 1, timeout=10_000)
    assert (dialog.differences[0].before, dialog.differences[0].after) == ("HILJA", "UUSI")
    opening.keeper.close()


def test_one_goes_back_to_an_earlier_version_and_its_files_in_one_step(
    qtbot: QtBot, desk: Desks, tmp_path: Path
) -> None:
    path = tmp_path / "a.grant"
    write(grant_of("hevi", "complete"), path)
    opening = opened(path)
    session, before = opening.session, opening.session.answers
    session.edit({(key,): None for key in before if key != "acronym"}, phrase("Change"))
    assert opening.keeper.save_and_wait()
    now = session.answers
    assert not session.grant.attachments
    [version] = versions(opening.keeper)
    at = desk_of(QApplication.instance(), session)
    dialog = CompareDialog(at, opening.keeper)
    qtbot.addWidget(dialog)
    assert dialog.back.isHidden()
    dialog.compare_with(version.path)
    qtbot.waitUntil(lambda: not dialog.back.isHidden(), timeout=10_000)
    dialog.back.click()
    assert same(session.answers, before)
    assert opening.keeper.save_and_wait()
    verify(read(path))
    assert same(read(path).grant.answers, before)
    assert read(path).grant.attachments
    session.stack.undo()
    assert same(session.answers, now)
    at.work.close()
    opening.keeper.close()


@pytest.mark.parametrize("why", ["another", "reading"])
def test_one_does_not_go_back_to_another_application_nor_while_reading(
    qtbot: QtBot, desk: Desks, tmp_path: Path, why: str
) -> None:
    at = desk("hevi", "complete")
    grant = grant_of("hevi", "unfinished")
    write(grant if why == "another" else replace(grant, id=at.session.base.id), tmp_path / "b.grant")
    at.session.read_only = why == "reading"
    dialog = CompareDialog(at)
    qtbot.addWidget(dialog)
    dialog.compare_with(tmp_path / "b.grant")
    qtbot.waitUntil(lambda: bool(dialog.differences), timeout=10_000)
    assert dialog.back.isHidden()


def test_without_earlier_versions_none_can_be_chosen(qtbot: QtBot, desk: Desks) -> None:
    keeper = Keeper(session_of("kinds"))
    dialog = CompareDialog(desk("kinds"), keeper)
    qtbot.addWidget(dialog)
    assert not dialog.pick.isEnabled()
    keeper.close()
