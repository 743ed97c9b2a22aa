"""Nothing is lost: how work reaches its file, what is told when it cannot, and what is asked before a window closes."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.session.earlier.left import left_behind
from grantdesk.session.opening import Opening, opened
from grantdesk.ui.desk.ask import Question
from grantdesk.ui.window.deed.saving import NOTICE, OUTSIDE, TROUBLE
from grantdesk.ui.window.window import Window
from grantdesk.words.phrase import phrase

CTRL = Qt.KeyboardModifier.ControlModifier


def rename(window: Window, name: str) -> None:
    window.desk.session.edit({("name_fi",): name}, phrase("Change"))


def saved_name(path: Path) -> object:
    reading: Opening = opened(path, read=True)
    name = reading.session.answers["name_fi"]
    reading.keeper.close()
    return name


def saved(window: Window, path: Path, qtbot: QtBot) -> None:
    """Saves the application there for the first time."""
    window.desk.ask.files.append(path)
    with qtbot.waitSignal(window.keeper.saved):
        qtbot.keyClick(window, Qt.Key.Key_S, CTRL)


def test_the_first_save_asks_where_and_the_next_one_does_not(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    path = tmp_path / "a.grant"
    saved(shown, path, qtbot)
    rename(shown, "Toinen")
    with qtbot.waitSignal(shown.keeper.saved):
        qtbot.keyClick(shown, Qt.Key.Key_S, CTRL)
    assert saved_name(path) == "Toinen"
    assert not shown.desk.ask.files


def test_the_foot_tells_where_and_whether_it_is_saved(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    assert shown.status._saved.text() == "Not saved to a file yet"
    saved(shown, tmp_path / "a.grant", qtbot)
    qtbot.waitUntil(lambda: shown.status._saved.text().startswith("Saved"))
    assert shown.status._where.toolTip() or "a.grant" in shown.status._where.text()
    rename(shown, "Toinen")
    qtbot.waitUntil(lambda: not shown.status._saved.text().startswith("Saved"))


def test_closing_saves_without_a_word_where_there_is_a_file(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    path = tmp_path / "a.grant"
    saved(shown, path, qtbot)
    rename(shown, "Toinen")
    with qtbot.waitSignal(shown.closed):
        shown.close()
    assert saved_name(path) == "Toinen"
    assert shown.desk.ask.asked == []


def test_closing_what_nobody_has_touched_asks_nothing(window, qtbot: QtBot):
    shown = window("hevi")
    with qtbot.waitSignal(shown.closed):
        shown.close()
    assert shown.desk.ask.asked == []


@pytest.mark.parametrize("choice", ["later", "discard"])
def test_closing_what_has_no_file_asks_and_does_as_told(window, qtbot: QtBot, choice: str):
    shown = window("hevi")
    rename(shown, "Uusi")
    shown.desk.ask.choices.append(choice)
    with qtbot.waitSignal(shown.closed):
        shown.close()
    [question] = shown.desk.ask.asked
    assert isinstance(question, Question)
    assert [option.id for option in question.options] == ["save", "later", "discard"]
    assert shown.keeper.would_lose == (choice == "later")
    assert len(left_behind()) == (choice == "later")


def test_a_window_stays_when_the_question_is_closed_or_the_save_given_up(window):
    shown = window("hevi")
    rename(shown, "Uusi")
    shown.desk.ask.choices.append("")
    assert not shown.close()
    shown.desk.ask.choices.append("save")
    shown.desk.ask.files.append(None)
    assert not shown.close()
    assert shown.isVisible()


def test_saving_on_the_way_out_is_waited_for(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi")
    rename(shown, "Uusi")
    path = tmp_path / "a.grant"
    shown.desk.ask.choices.append("save")
    shown.desk.ask.files.append(path)
    assert shown.close()
    assert saved_name(path) == "Uusi"


def test_trouble_is_told_with_other_ways_and_goes_away_when_it_is_over(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    folder = tmp_path / "gone"
    folder.mkdir()
    saved(shown, folder / "a.grant", qtbot)
    rename(shown, "Toinen")
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    with qtbot.waitSignal(shown.keeper.troubled):
        shown.saving.save()
    assert shown.strip.about == TROUBLE
    assert shown.strip.isVisible()
    assert "a.grant" in shown.strip.text or "gone" in shown.strip.text
    copy = tmp_path / "copy.grant"
    shown.desk.ask.files.append(copy)
    with qtbot.waitSignal(shown.keeper.saved):
        shown.strip.take(0)
    assert not shown.strip.isVisible()
    assert shown.keeper.path == copy


def test_a_file_changed_by_somebody_else_is_never_overwritten(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    path = tmp_path / "a.grant"
    saved(shown, path, qtbot)
    theirs = _changed_by_another(path, tmp_path)
    shown.keeper.look()
    qtbot.waitUntil(lambda: shown.strip.about == OUTSIDE)
    rename(shown, "Minun")
    shown.desk.ask.choices.append("later")
    shown.close()
    assert path.read_bytes() == theirs


def test_the_version_of_somebody_else_can_be_loaded_and_undone(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    path = tmp_path / "a.grant"
    saved(shown, path, qtbot)
    mine = shown.desk.session.answers["name_fi"]
    _changed_by_another(path, tmp_path)
    shown.keeper.look()
    qtbot.waitUntil(lambda: shown.strip.about == OUTSIDE)
    shown.strip.take(1)
    qtbot.waitUntil(lambda: shown.desk.session.answers["name_fi"] == "Heidän")
    shown.desk.session.stack.undo()
    assert shown.desk.session.answers["name_fi"] == mine


def test_one_may_look_at_the_version_of_somebody_else(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    path = tmp_path / "a.grant"
    saved(shown, path, qtbot)
    _changed_by_another(path, tmp_path)
    shown.keeper.look()
    qtbot.waitUntil(lambda: shown.strip.about == OUTSIDE)
    with qtbot.waitSignal(shown.saving.looked) as heard:
        shown.strip.take(0)
    assert heard.args == [path]


def _changed_by_another(path: Path, tmp_path: Path) -> bytes:
    """Somebody else saves another revision of the same application there. Its bytes."""
    grant = read(path).grant
    other = tmp_path / "other.grant"
    write(replace(grant, answers={**grant.answers, "name_fi": "Heidän"}), other)
    other.replace(path)
    return path.read_bytes()


def test_a_copy_that_fails_is_told_though_somebody_else_has_changed_the_file(
    window, qtbot: QtBot, tmp_path: Path
):
    shown = window("hevi", "complete")
    path = tmp_path / "a.grant"
    saved(shown, path, qtbot)
    _changed_by_another(path, tmp_path)
    shown.keeper.look()
    qtbot.waitUntil(lambda: shown.strip.about == OUTSIDE)
    shown.desk.ask.files.append(tmp_path / "none" / "copy.grant")
    with qtbot.waitSignal(shown.keeper.troubled):
        shown.strip.take(2)
    assert shown.strip.about == TROUBLE
    assert "copy.grant" in shown.strip.text


def test_saving_over_somebody_elses_version_is_refused_aloud_each_time(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    path = tmp_path / "a.grant"
    saved(shown, path, qtbot)
    theirs = _changed_by_another(path, tmp_path)
    rename(shown, "Minun")
    for _ in range(2):
        shown.strip.put_away()
        with qtbot.waitSignal(shown.keeper.troubled):
            shown.saving.save()
        assert shown.strip.about == OUTSIDE
    assert path.read_bytes() == theirs


def test_a_first_save_on_the_way_out_that_fails_keeps_the_window(window, tmp_path: Path):
    shown = window("hevi")
    rename(shown, "Uusi")
    shown.desk.ask.choices.append("save")
    shown.desk.ask.files.append(tmp_path / "none" / "a.grant")
    assert not shown.close()
    assert shown.strip.about == TROUBLE
    assert shown.keeper.would_lose


def test_trying_again_after_a_copy_that_failed_makes_the_copy(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi", "complete")
    path, copy = tmp_path / "a.grant", tmp_path / "stick" / "copy.grant"
    saved(shown, path, qtbot)
    rename(shown, "Toinen")
    shown.desk.ask.files.append(copy)
    with qtbot.waitSignal(shown.keeper.troubled):
        shown.saving.save_as()
    copy.parent.mkdir()
    with qtbot.waitSignal(shown.keeper.saved):
        shown.strip.take(1)
    assert saved_name(copy) == "Toinen"
    assert saved_name(path) != "Toinen"


@pytest.mark.parametrize("choice", ["save", "discard"])
def test_a_file_that_was_renamed_meanwhile_does_not_come_back_unasked(
    window, qtbot: QtBot, tmp_path: Path, choice: str
):
    shown = window("hevi", "complete")
    path, moved = tmp_path / "a.grant", tmp_path / "b.grant"
    saved(shown, path, qtbot)
    path.rename(moved)
    qtbot.waitUntil(lambda: shown.keeper.is_gone)
    rename(shown, "Toinen")
    shown.desk.ask.choices.append(choice)
    shown.desk.ask.files.append(path)
    assert shown.close()
    [question] = shown.desk.ask.asked
    assert question.detail is not None
    assert "renamed" in str(question.detail.said)
    assert path.exists() == (choice == "save")
    assert moved.exists()


def test_where_nothing_can_be_kept_between_saves_one_is_told_to_save_often(
    window, qtbot: QtBot, tmp_path: Path
):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "state").write_text("in the way")
    shown = window("hevi")
    rename(shown, "Uusi")
    qtbot.waitUntil(lambda: shown.strip.about == NOTICE)
    assert "Save often" in shown.strip.text


def go_on(window: Window, qtbot: QtBot) -> None:
    """The button in the foot of the page that is open."""
    page = window.middle.book.page
    assert page is not None
    qtbot.mouseClick(page.foot.on, Qt.MouseButton.LeftButton)


def test_save_and_continue_asks_where_the_first_time_and_goes_on(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi")
    rename(shown, "Uusi")
    first, path = shown.moving.here, tmp_path / "a.grant"
    shown.desk.ask.files.append(path)
    with qtbot.waitSignal(shown.keeper.saved):
        go_on(shown, qtbot)
    second = shown.moving.here
    assert second != first
    assert saved_name(path) == "Uusi"
    rename(shown, "Toinen")
    with qtbot.waitSignal(shown.keeper.saved):
        go_on(shown, qtbot)
    assert shown.moving.here != second
    assert saved_name(path) == "Toinen"


def test_who_wants_no_file_stays_on_the_page(window, qtbot: QtBot):
    shown = window("hevi")
    rename(shown, "Uusi")
    first = shown.moving.here
    shown.desk.ask.files.append(None)
    go_on(shown, qtbot)
    assert shown.moving.here == first
    assert shown.desk.ask.files == []
    assert shown.keeper.path is None


def test_where_nothing_was_done_yet_there_is_nothing_to_ask_before_going_on(window, qtbot: QtBot):
    shown = window("hevi")
    first = shown.moving.here
    go_on(shown, qtbot)
    assert shown.moving.here != first


def test_save_and_continue_tells_where_the_file_is_gone(window, qtbot: QtBot, tmp_path: Path):
    shown = window("hevi")
    rename(shown, "Uusi")
    path = tmp_path / "folder" / "a.grant"
    path.parent.mkdir()
    saved(shown, path, qtbot)
    path.parent.rename(tmp_path / "elsewhere")
    shown.keeper.look()
    qtbot.waitUntil(lambda: shown.keeper.is_gone)
    first = shown.moving.here
    with qtbot.waitSignal(shown.keeper.troubled):
        go_on(shown, qtbot)
    assert shown.strip.about == TROUBLE
    assert shown.moving.here != first
