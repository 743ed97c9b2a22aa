"""Saving, watching, closing: what is said to be saved is on the disk, and nobody's work is written over."""

import gc
import os
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desks import NOW
from grantdesk.files import reading, writing
from grantdesk.files.disk import lock
from grantdesk.files.grant import revised
from grantdesk.files.trouble import ChangedOnDisk, LockedByOther, Missing, NoSpace, NotAllowed
from grantdesk.model.path import Path as Place
from grantdesk.model.tree import at, same
from grantdesk.session.edit import Edit
from grantdesk.session.keeping import rhythm, saving
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.session.opening import Opening, begun_for, opened
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble
from session.conftest import Keep, written

TITLE: Place = ("title",)
STORY: Place = ("story",)
SAID = phrase("Undo")
EN = Language("en")


def type_in(opening: Opening, text: str, place: Place = TITLE) -> None:
    opening.session.edit({place: text}, SAID, typing=place)


def title_in(path: Path) -> object:
    return reading.read(path).grant.answers.get("title")


def saved(qtbot: QtBot, keeper: Keeper) -> None:
    with qtbot.waitSignal(keeper.saved):
        keeper.save()


def by_somebody_else(path: Path, title: str) -> None:
    there = reading.read(path).grant
    writing.write(revised(there, {**there.answers, "title": title}, "Aino", NOW), path)


def test_saving_puts_what_is_in_the_window_on_the_disk(qtbot: QtBot, open_: Opening, path: Path) -> None:
    before = reading.read(path).grant
    type_in(open_, "Valoa")
    assert not open_.keeper.is_saved
    saved(qtbot, open_.keeper)
    there = reading.read(path).grant
    assert (there.answers, there.parent) == ({"title": "Valoa"}, before.revision)
    assert open_.keeper.is_saved
    assert open_.session.stack.isClean()
    assert open_.session.base == there


def test_edits_during_a_save_stay_unsaved(qtbot: QtBot, open_: Opening, path: Path) -> None:
    type_in(open_, "Valoa")
    with qtbot.waitSignal(open_.keeper.saved):
        open_.keeper.save()
        type_in(open_, "Valoa!")  # in the same step of undoing, so that the stack alone would not know
    assert title_in(path) == "Valoa"
    assert not open_.keeper.is_saved
    assert not open_.session.stack.isClean()
    saved(qtbot, open_.keeper)
    assert title_in(path) == "Valoa!"


def test_a_save_asked_for_during_a_save_saves_what_came_meanwhile(
    qtbot: QtBot, open_: Opening, path: Path
) -> None:
    type_in(open_, "Valoa")
    open_.keeper.save()
    type_in(open_, "Valoa!")
    open_.keeper.save()
    qtbot.waitUntil(lambda: open_.keeper.is_saved)
    assert title_in(path) == "Valoa!"


def test_undoing_back_to_what_is_on_the_disk_is_saved(qtbot: QtBot, open_: Opening) -> None:
    type_in(open_, "Valoa")
    saved(qtbot, open_.keeper)
    type_in(open_, "Pimeyttä")
    assert not open_.keeper.is_saved
    open_.session.stack.undo()
    assert open_.keeper.is_saved
    open_.session.stack.undo()
    assert not open_.keeper.is_saved


def test_saving_twice_writes_no_second_revision(qtbot: QtBot, open_: Opening, path: Path) -> None:
    type_in(open_, "Valoa")
    saved(qtbot, open_.keeper)
    raw = path.read_bytes()
    saved(qtbot, open_.keeper)
    assert path.read_bytes() == raw


def test_a_new_application_is_nothing_to_lose_until_something_is_said(keep: Keep) -> None:
    new = keep(begun_for("lump", EN))
    assert (new.keeper.path, new.keeper.saved_at, new.keeper.would_lose) == (None, None, False)
    assert EN.say(new.keeper.state) == "Not saved to a file yet"
    new.session.edit({("x",): "y"}, SAID)
    assert new.keeper.would_lose
    with pytest.raises(ValueError):
        new.keeper.save()


def test_a_new_application_lies_where_it_was_first_saved(qtbot: QtBot, keep: Keep, tmp_path: Path) -> None:
    new, path = keep(begun_for("lump", EN)), tmp_path / "Uusi.grant"
    new.session.edit({("x",): "y"}, SAID)
    with qtbot.waitSignal(new.keeper.saved):
        new.keeper.save_as(path)
    assert new.keeper.path == path
    assert new.keeper.saved_at is not None
    assert lock.beside(path).exists()
    assert "Saved" in EN.say(new.keeper.state)
    assert reading.read(path).grant.id == new.session.base.id


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sähköbussit", "Sähköbussit.grant"),
        ('A/B: "C"?', "A B C.grant"),
        ("..", "grantdesk.grant"),
        ("x" * 300, "x" * 60 + ".grant"),
        ("", "Kinds.grant"),
    ],
)
def test_a_name_for_the_file_comes_from_the_title(keep: Keep, title: str, name: str) -> None:
    from desks import session_of

    session = session_of("kinds", {"title": title})
    keeper = Keeper(session, called="Kinds")
    assert keeper.suggested == name
    keeper.close()


def test_saving_elsewhere_moves_the_lock_and_the_work(qtbot: QtBot, open_: Opening, path: Path) -> None:
    other = path.with_name("Kopio.grant")
    type_in(open_, "Valoa")
    with qtbot.waitSignal(open_.keeper.saved):
        open_.keeper.save_as(other)
    assert (title_in(path), title_in(other)) == ("Valo", "Valoa")
    assert [lock.beside(each).exists() for each in (path, other)] == [False, True]
    type_in(open_, "Valoa!")
    saved(qtbot, open_.keeper)
    assert (title_in(path), title_in(other)) == ("Valo", "Valoa!")


@pytest.mark.parametrize("is_ours", [True, False])
def test_saving_over_a_file_that_somebody_has_open_is_refused(
    qtbot: QtBot, open_: Opening, keep: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_ours: bool
) -> None:
    theirs = written(tmp_path / "Toinen.grant", answers={"title": "Toinen"})
    keep(opened(theirs))
    type_in(open_, "Valoa")
    with monkeypatch.context() as patched:
        if not is_ours:
            patched.setattr(lock.Holder, "is_here", False)
        with qtbot.waitSignal(open_.keeper.troubled) as told:
            open_.keeper.save_as(theirs)
    assert isinstance(told.args[0], LockedByOther) != is_ours
    assert ("is open in a window" in EN.say(told.args[0].phrase)) == is_ours
    assert title_in(theirs) == "Toinen"
    assert open_.keeper.path != theirs


def test_what_somebody_else_wrote_is_told_once_and_never_overwritten(
    qtbot: QtBot, open_: Opening, path: Path
) -> None:
    told: list[None] = []
    open_.keeper.changed_outside.connect(lambda: told.append(None))
    type_in(open_, "Valoa")
    by_somebody_else(path, "Toisen")
    qtbot.waitUntil(lambda: bool(told))
    open_.keeper.look()
    with qtbot.waitSignal(open_.keeper.troubled) as trouble:
        open_.keeper.save()
    assert isinstance(trouble.args[0], ChangedOnDisk)
    assert title_in(path) == "Toisen"
    assert (len(told), open_.keeper.is_foreign, open_.keeper.is_saved) == (1, True, False)
    by_somebody_else(path, "Taas")
    qtbot.waitUntil(lambda: len(told) == 2)


def test_our_own_saves_are_no_change_outside(qtbot: QtBot, open_: Opening) -> None:
    told: list[None] = []
    open_.keeper.changed_outside.connect(lambda: told.append(None))
    for text in ("Valoa", "Valoa!", "Valo?"):
        type_in(open_, text)
        saved(qtbot, open_.keeper)
        with qtbot.waitSignal(open_.keeper._file._watch._calm.timeout):  # what the system told of it
            pass
    assert told == []
    assert not open_.keeper.is_foreign


def test_looking_finds_what_the_system_did_not_tell(qtbot: QtBot, open_: Opening, path: Path) -> None:
    open_.keeper._file._watch._watcher.removePaths([str(path), str(path.parent)])
    by_somebody_else(path, "Toisen")
    with qtbot.waitSignal(open_.keeper.changed_outside):
        open_.keeper.look()


def test_a_file_that_was_only_touched_or_put_back_is_not_changed(
    qtbot: QtBot, open_: Opening, path: Path
) -> None:
    raw = path.read_bytes()
    by_somebody_else(path, "Toisen")
    with qtbot.waitSignal(open_.keeper.changed_outside):
        open_.keeper.look()
    path.write_bytes(raw)
    os.utime(path, (1, 1))
    with qtbot.waitSignal(open_.keeper.turned):
        open_.keeper.look()
    assert not open_.keeper.is_foreign
    type_in(open_, "Valoa")
    saved(qtbot, open_.keeper)


def test_the_version_on_the_disk_is_loaded_as_one_step(qtbot: QtBot, open_: Opening, path: Path) -> None:
    type_in(open_, "Valoa")
    by_somebody_else(path, "Toisen")
    with qtbot.waitSignal(open_.session.changed):
        open_.keeper.reload()
    assert at(open_.session.answers, TITLE) == "Toisen"
    assert open_.keeper.is_saved
    open_.session.stack.undo()
    assert at(open_.session.answers, TITLE) == "Valoa"
    saved(qtbot, open_.keeper)
    assert title_in(path) == "Valoa"


def test_another_application_in_its_place_is_not_loaded(qtbot: QtBot, open_: Opening, path: Path) -> None:
    written(path, answers={"title": "Muu"})
    with qtbot.waitSignal(open_.keeper.troubled):
        open_.keeper.reload()
    assert at(open_.session.answers, TITLE) == "Valo"


def test_overwriting_is_done_when_it_is_asked_for(qtbot: QtBot, open_: Opening, path: Path) -> None:
    type_in(open_, "Valoa")
    by_somebody_else(path, "Toisen")
    with qtbot.waitSignal(open_.keeper.saved):
        open_.keeper.save(over=True)
    assert title_in(path) == "Valoa"
    assert not open_.keeper.is_foreign


def test_a_file_that_is_gone_makes_the_work_unsaved_and_saving_brings_it_back(
    qtbot: QtBot, open_: Opening, path: Path
) -> None:
    path.unlink()
    qtbot.waitUntil(lambda: not open_.keeper.is_saved)
    assert EN.say(open_.keeper.state) == "The file is gone from its place"
    assert open_.keeper.would_lose
    with qtbot.waitSignal(open_.keeper.noticed) as told:
        open_.keeper.save()
    assert [each.said for each in told.args[0]] == [
        "The file was gone from its place and has been written anew."
    ]
    assert title_in(path) == "Valo"


def test_a_folder_that_went_away_is_trouble_and_coming_back_is_peace(
    qtbot: QtBot, open_: Opening, path: Path
) -> None:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    type_in(open_, "Valoa")
    with qtbot.waitSignal(open_.keeper.troubled) as told:
        open_.keeper.save()
    assert isinstance(told.args[0], Missing)
    assert EN.say(open_.keeper.state) in ("Could not be saved", "The file is gone from its place")
    away.rename(path.parent)
    saved(qtbot, open_.keeper)
    assert title_in(path) == "Valoa"
    assert open_.keeper.trouble is None


@pytest.mark.parametrize("trouble", [NoSpace, lambda path: NotAllowed(path, True)])
def test_trouble_leaves_the_work_unsaved_and_kept(
    qtbot: QtBot, open_: Opening, path: Path, monkeypatch: pytest.MonkeyPatch, trouble: type[NoSpace]
) -> None:
    def refuse(*_: object) -> None:
        raise trouble(path)

    monkeypatch.setattr(writing, "write", refuse)
    with qtbot.waitSignals([open_.keeper.kept, open_.keeper.troubled]):
        type_in(open_, "Valoa")
        open_.keeper.save()
    assert not open_.keeper.is_saved
    assert EN.say(open_.keeper.state) == "Could not be saved"
    monkeypatch.undo()


def test_a_fault_of_the_program_is_not_swallowed(
    qtbot: QtBot, open_: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(writing, "write", fault)
    type_in(open_, "Valoa")
    with qtbot.captureExceptions() as caught:
        open_.keeper.save()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not open_.keeper.is_saving


def test_the_work_saves_itself_after_a_while(
    qtbot: QtBot, path: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rhythm, "AUTOSAVE_MS", 50)
    opening = keep(opened(path))
    with qtbot.waitSignal(opening.keeper.saved):
        type_in(opening, "Valoa")
    assert title_in(path) == "Valoa"


def test_a_turned_page_saves(
    qtbot: QtBot, open_: Opening, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rhythm, "REST_MS", 10)
    monkeypatch.setattr(rhythm, "GAP_MS", 0)
    open_.keeper.rest()  # there is nothing to save
    assert not open_.keeper._rhythm._soon.isActive()
    type_in(open_, "Valoa")
    with qtbot.waitSignal(open_.keeper.saved):
        open_.keeper.rest()
    assert title_in(path) == "Valoa"


def test_nothing_saves_itself_over_what_somebody_else_wrote(
    qtbot: QtBot, path: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rhythm, "AUTOSAVE_MS", 50)
    opening = keep(opened(path))
    by_somebody_else(path, "Toisen")
    with qtbot.waitSignal(opening.keeper.changed_outside):
        opening.keeper.look()
    with qtbot.waitSignal(opening.keeper.kept):
        type_in(opening, "Valoa")
    assert not opening.keeper._rhythm._late.isActive()
    assert title_in(path) == "Toisen"


def test_trouble_of_saving_itself_is_told_once(
    qtbot: QtBot, path: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rhythm, "AUTOSAVE_MS", 20)
    tries: list[None] = []

    def full(*_: object) -> None:
        tries.append(None)
        raise NoSpace(path)

    monkeypatch.setattr(saving.writing, "write", full)
    opening = keep(opened(path))
    told: list[Trouble] = []
    opening.keeper.troubled.connect(told.append)
    type_in(opening, "Valoa")
    qtbot.waitUntil(lambda: len(tries) >= 3 and not opening.keeper.is_saving)
    assert len(told) == 1
    with qtbot.waitSignal(opening.keeper.troubled):  # who asks is told
        opening.keeper.save()
    monkeypatch.undo()


def test_saving_before_the_window_closes_waits(open_: Opening, path: Path) -> None:
    type_in(open_, "Valoa")
    assert open_.keeper.save_and_wait()
    assert title_in(path) == "Valoa"


def test_saving_before_the_window_closes_tells_that_it_failed(open_: Opening, path: Path) -> None:
    told: list[Trouble] = []
    open_.keeper.troubled.connect(told.append)
    type_in(open_, "Valoa")
    by_somebody_else(path, "Toisen")
    assert not open_.keeper.save_and_wait()
    assert [type(each) for each in told] == [ChangedOnDisk]


def test_closing_gives_the_file_free_and_leaves_nothing(open_: Opening, path: Path, home: Path) -> None:
    type_in(open_, "Valoa")
    open_.keeper.save_and_wait()
    open_.keeper.close()
    open_.keeper.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert not list((home / "state").rglob("*.json"))


def test_the_attachments_of_a_file_come_along(qtbot: QtBot, keep: Keep, tmp_path: Path) -> None:
    opening = keep(opened(written(tmp_path / "hevi.grant", "hevi", "complete")))
    before = dict(opening.session.grant.attachments)
    assert before
    opening.session.edit({("name_fi",): "Toinen"}, SAID)
    with qtbot.waitSignal(opening.keeper.saved):
        opening.keeper.save_as(tmp_path / "toinen.grant")
    found = reading.read(tmp_path / "toinen.grant")
    reading.verify(found)
    assert dict(found.grant.attachments) == before
    assert same(found.grant.answers, opening.session.answers)


def test_a_session_that_is_only_read_is_not_saved_and_keeps_nothing(
    qtbot: QtBot, path: Path, keep: Keep, home: Path
) -> None:
    reader = keep(opened(path, read=True))
    with pytest.raises(ValueError):
        reader.keeper.save()
    by_somebody_else(path, "Toisen")
    with qtbot.waitSignal(reader.session.changed):
        reader.keeper.reload()
    assert at(reader.session.answers, TITLE) == "Toisen"
    assert EN.say(reader.keeper.state) == "Open to be read"
    assert not reader.keeper.would_lose
    assert not (home / "state/recovery").exists()


def test_the_steps_of_a_closed_session_are_gone_from_memory(qtbot: QtBot, path: Path) -> None:
    opening = opened(path)
    for n in range(20):
        opening.session.edit({TITLE: f"Valo {n}"}, SAID)
    steps = [weakref.ref(opening.session.stack.command(n)) for n in range(20)]
    assert all(isinstance(step(), Edit) for step in steps)
    session = weakref.ref(opening.session)
    opening.keeper.discard()
    opening.keeper.close()
    del opening
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [step() for step in steps if step()] == []
    assert session() is None


def test_a_closed_keeper_does_nothing_more(qtbot: QtBot, open_: Opening, path: Path) -> None:
    open_.keeper.close()
    open_.session.edit({TITLE: "Valoa"}, SAID)
    open_.keeper.look()
    with qtbot.assertNotEmitted(open_.keeper.turned, wait=50):
        open_.session.edit({TITLE: "Valoa!"}, SAID)
    assert title_in(path) == "Valo"


def test_what_was_seen_at_the_old_place_is_not_taken_for_the_new_one(
    open_: Opening, path: Path, tmp_path: Path
) -> None:
    changed: list[bool] = []
    open_.keeper.changed_outside.connect(lambda: changed.append(True))
    type_in(open_, "Valoa")
    open_.keeper.save_as(tmp_path / "toinen.grant")
    open_.keeper.look()  # as the window does when the dialog that asked where to is gone
    assert open_.keeper.finish()
    assert not open_.keeper.is_foreign
    assert changed == []


def test_a_save_that_waits_for_others_is_not_forgotten(
    qtbot: QtBot, open_: Opening, path: Path, tmp_path: Path
) -> None:
    type_in(open_, "Valoa")
    open_.keeper.save()
    open_.keeper.save_as(tmp_path / "b.grant")
    open_.keeper.save_as(tmp_path / "c.grant")
    type_in(open_, "Lisää valoa")
    open_.keeper.save()
    qtbot.waitUntil(lambda: open_.keeper.is_saved)
    assert title_in(tmp_path / "c.grant") == "Lisää valoa"
