"""How an application comes to a window, and what of it is only to be read; what a crash left comes back whole."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from broken.zips import parts, sealed
from desks import NOW
from grantdesk.files import reading, writing
from grantdesk.files.container.content import Content, held
from grantdesk.files.disk import host
from grantdesk.files.disk.lock import Lock, beside
from grantdesk.files.grant import revised
from grantdesk.files.recovery.refuge import Refuge
from grantdesk.files.trouble import Damaged, Foreign, Missing, NoSpace
from grantdesk.model.tree import at, same
from grantdesk.session.earlier.left import changes, forget, left_behind
from grantdesk.session.opening import Opening, begun_for, begun_from, opened, rescued, restored
from grantdesk.ui.start.unsaved import told
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from session.conftest import Keep, written

EN = Language("en")
TITLE = ("title",)


def left_open(qtbot: QtBot, opening: Opening) -> None:
    """What is unsaved lies in recovery, and the window is gone."""
    if opening.keeper.would_lose:
        with qtbot.waitSignal(opening.keeper.kept):
            opening.keeper.shelter()
    opening.keeper.close()


def edited(opening: Opening, title: str = "Valoa") -> Opening:
    opening.session.edit({TITLE: title}, phrase("Undo"))
    return opening


def by_somebody_else(path: Path) -> None:
    there = reading.read(path).grant
    writing.write(revised(there, {"title": "Toisen"}, "Aino", NOW), path)


def test_a_file_is_opened_to_be_worked_on(open_: Opening, path: Path) -> None:
    assert (open_.kind, open_.reason, open_.notices) == ("", None, ())
    assert (open_.keeper.path, open_.keeper.is_saved) == (path, True)
    assert beside(path).exists()


def test_a_file_is_opened_to_be_read_by_choice(path: Path, keep: Keep) -> None:
    reader = keep(opened(path, read=True))
    assert (reader.kind, reader.session.read_only) == ("chosen", True)
    assert not beside(path).exists()


def test_a_file_that_is_open_already_is_opened_to_be_read(open_: Opening, path: Path, keep: Keep) -> None:
    second = keep(opened(path))
    assert (second.kind, second.session.read_only, second.is_ours) == ("locked", True, True)
    assert second.holder
    assert (second.holder.pid, second.holder.host) == (os.getpid(), host.name())
    second.keeper.close()
    assert beside(path).exists()


def test_a_file_is_taken_over_from_somebody_else_when_asked(path: Path, keep: Keep) -> None:
    Lock.take(path, "Aino", NOW)
    there = beside(path).read_text().replace(host.name(), "elsewhere")
    beside(path).write_text(there)
    reader = keep(opened(path))
    assert reader.holder
    assert (reader.kind, reader.holder.owner, reader.is_ours) == ("locked", "Aino", False)
    assert "Aino" in EN.say(reader.reason or phrase("?"))
    assert keep(opened(path, over=True)).kind == ""


def test_a_file_of_a_newer_program_is_opened_to_be_read(path: Path, keep: Keep) -> None:
    path.write_bytes(sealed(parts(path.read_bytes()), version=9, min_reader=9))
    reader = keep(opened(path))
    assert (reader.kind, reader.session.read_only) == ("newer", True)
    assert not beside(path).exists()


def test_a_file_that_cannot_be_opened_is_not_left_locked(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 something else")
    with pytest.raises(Foreign):
        opened(path)
    assert not beside(path).exists()
    with pytest.raises(Missing):
        opened(path.with_name("gone.grant"))


def test_other_copies_beside_it_are_told(path: Path, keep: Keep) -> None:
    copy = path.with_name("Hakemus (conflicted copy 2026-11-24 101500).grant")
    copy.write_bytes(path.read_bytes())
    (told,) = keep(opened(path)).notices
    assert copy.name in EN.say(told)


def test_an_application_is_begun_for_a_call(keep: Keep) -> None:
    new = keep(begun_for("lump", EN))
    assert new.session.form.call.id == "lump"
    assert new.session.answers == {}
    assert new.keeper.suggested.endswith(".grant")


def test_an_application_takes_over_from_an_earlier_one(qtbot: QtBot, tmp_path: Path, keep: Keep) -> None:
    earlier = written(tmp_path / "Vanha.grant", "hevi", "complete")
    new = keep(begun_from(earlier, "hevi"))
    assert new.session.base.id != reading.read(earlier).grant.id
    assert at(new.session.answers, ("name_fi",)) == at(reading.read(earlier).grant.answers, ("name_fi",))
    assert new.keeper.path is None
    assert new.keeper.would_lose
    assert not new.session.grant.attachments
    assert "taken over from “Vanha.grant”" in EN.say(new.notices[0])
    with qtbot.waitSignal(new.keeper.kept):
        pass


def test_a_damaged_file_is_rescued_into_a_document_of_its_own(path: Path, keep: Keep) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) - 30])
    with pytest.raises(Damaged):
        opened(path)
    saved = keep(rescued(path))
    assert at(saved.session.answers, TITLE) == "Valo"
    assert (saved.keeper.path, saved.keeper.would_lose) == (None, True)
    assert path.read_bytes() == raw[: len(raw) - 30]


def test_unsaved_work_is_offered_and_comes_back_as_one_step(
    qtbot: QtBot, open_: Opening, path: Path, keep: Keep
) -> None:
    left_open(qtbot, edited(open_))
    (left,) = left_behind()
    assert (left.name, left.path, left.count, left.fate) == ("Valoa", path, 1, "same")
    (change,) = changes(left, EN)
    assert (EN.say(change.place), change.before, change.after) == ("Single values › Title", "Valo", "Valoa")
    back = keep(restored(left))
    assert at(back.session.answers, TITLE) == "Valoa"
    assert back.session.stack.count() == 1
    assert not back.keeper.is_saved
    assert len(left_behind()) == 1  # nothing is forgotten before it lies elsewhere
    with qtbot.waitSignal(back.keeper.kept):
        pass
    assert left_behind() == ()
    back.session.stack.undo()
    assert at(back.session.answers, TITLE) == "Valo"


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-99-99T99:99:99Z"])
def test_work_of_an_odd_moment_is_offered_too(open_: Opening, home: Path, moment: str) -> None:
    edited(open_).keeper.secure()
    open_.keeper.close()
    [record] = (home / "state" / "recovery").glob("*/*/recovery.json")
    record.write_text(json.dumps({**json.loads(record.read_text()), "moment": moment}))
    (left,) = left_behind()
    assert "Last worked on" in EN.say(told(left))


def test_work_that_was_saved_is_not_offered(qtbot: QtBot, open_: Opening, home: Path) -> None:
    edited(open_)
    with qtbot.waitSignal(open_.keeper.kept):
        pass
    open_.keeper.save_and_wait()
    left_open(qtbot, open_)
    assert left_behind() == ()
    assert not list((home / "state").rglob("recovery.json"))


def test_what_is_secured_lies_in_recovery_at_once(open_: Opening, home: Path) -> None:
    open_.keeper.secure()
    assert not (home / "state/recovery").exists()
    edited(open_).keeper.secure()
    (record,) = (home / "state").rglob("recovery.json")
    assert '"Valoa"' in record.read_text()
    open_.keeper.close()
    assert left_behind()[0].name == "Valoa"


def test_work_that_was_thrown_away_is_not_offered(open_: Opening) -> None:
    edited(open_)
    open_.keeper.discard()
    open_.keeper.close()
    assert left_behind() == ()


def test_work_that_is_in_the_file_after_all_is_not_offered(
    qtbot: QtBot, open_: Opening, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process was killed between the save and the end of its recovery."""
    edited(open_)
    with qtbot.waitSignal(open_.keeper.kept):
        pass
    monkeypatch.setattr(open_.keeper._recovery, "settle", lambda: None)
    open_.keeper.save_and_wait()
    open_.keeper._recovery.close(keep=True)
    monkeypatch.setattr(open_.keeper._recovery, "close", lambda keep: None)
    open_.keeper.close()
    assert left_behind() == ()


def test_work_after_a_save_that_was_not_answered_goes_on_from_it(
    qtbot: QtBot, open_: Opening, path: Path, keep: Keep
) -> None:
    """Killed after the file was written, before anybody learned of it: the file is ours, and nothing has changed."""
    edited(open_, "Ensin")
    session, recovery = open_.session, open_.keeper._recovery
    coming = revised(session.grant, session.answers, "x", NOW)
    recovery.before(coming.revision, path)()
    writing.write(coming, path)
    edited(open_, "Sitten")
    with qtbot.waitSignal(open_.keeper.kept):
        pass
    open_.keeper.close()
    (left,) = left_behind()
    assert left.fate == "same"
    back = keep(restored(left))
    assert (back.keeper.path, at(back.session.answers, TITLE)) == (path, "Sitten")


def test_work_on_a_file_that_was_changed_since_comes_back_beside_it(
    qtbot: QtBot, open_: Opening, path: Path, keep: Keep
) -> None:
    left_open(qtbot, edited(open_))
    by_somebody_else(path)
    (left,) = left_behind()
    assert left.fate == "changed"
    back = keep(restored(left))
    assert (back.keeper.path, back.keeper.is_saved) == (None, False)
    assert at(back.session.answers, TITLE) == "Valoa"
    assert "was changed since" in EN.say(back.notices[0])
    assert reading.read(path).grant.answers == {"title": "Toisen"}
    assert back.session.base.id == reading.read(path).grant.id


def test_work_on_a_file_that_is_gone_comes_back(qtbot: QtBot, open_: Opening, path: Path, keep: Keep) -> None:
    left_open(qtbot, edited(open_))
    path.unlink()
    (left,) = left_behind()
    assert (left.fate, left.count) == ("gone", 1)
    back = keep(restored(left))
    assert at(back.session.answers, TITLE) == "Valoa"
    assert not path.exists()


@pytest.mark.parametrize("what", ["gone", "torn", "other"])
def test_work_comes_back_though_its_file_went_after_it_was_offered(
    qtbot: QtBot, open_: Opening, path: Path, keep: Keep, what: str
) -> None:
    left_open(qtbot, edited(open_))
    (left,) = left_behind()
    if what == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-30] if what == "torn" else b"%PDF-1.7")
    back = keep(restored(left))
    assert at(back.session.answers, TITLE) == "Valoa"
    assert back.keeper.path is None
    assert ("is gone" in EN.say(back.notices[0])) == (what == "gone")


def test_work_on_a_file_that_is_open_elsewhere_comes_back_beside_it(
    qtbot: QtBot, open_: Opening, path: Path, keep: Keep
) -> None:
    left_open(qtbot, edited(open_))
    (left,) = left_behind()
    other = keep(opened(path))
    back = keep(restored(left))
    assert (other.kind, back.keeper.path) == ("", None)
    assert at(back.session.answers, TITLE) == "Valoa"
    assert beside(path).exists()


def test_work_that_was_never_saved_comes_back(qtbot: QtBot, keep: Keep) -> None:
    left_open(qtbot, edited(begun_for("lump", EN)))
    (left,) = left_behind()
    assert (left.fate, left.path, left.call.en) == ("unsaved", None, left.record and left.call.en)
    back = keep(restored(left))
    assert at(back.session.answers, TITLE) == "Valoa"
    assert "never saved" in EN.say(back.notices[0])


def test_an_attachment_that_was_just_added_comes_back(
    qtbot: QtBot, open_: Opening, path: Path, keep: Keep
) -> None:
    content = open_.session.hold(held(b"%PDF-1.7 new"))
    file = {"pos": "V", "name": "a.pdf", "type": "application/pdf", "size": 12, "sha256": content.sha256}
    open_.session.edit({("files", "a"): file}, phrase("Undo"))
    with qtbot.waitSignal(open_.keeper.kept):
        pass
    left_open(qtbot, open_)
    (left,) = left_behind()
    back = keep(restored(left))
    assert back.session.grant.attachments[content.sha256].read() == b"%PDF-1.7 new"
    assert back.keeper.save_and_wait()
    reading.verify(reading.read(path))


def with_file(opening: Opening) -> str:
    """Attaches a file. Its digest."""
    content = opening.session.hold(held(b"%PDF-1.7 new"))
    file = {"pos": "V", "name": "a.pdf", "type": "application/pdf", "size": 12, "sha256": content.sha256}
    opening.session.edit({("files", "a"): file}, phrase("Undo"))
    return content.sha256


def test_restored_work_is_not_forgotten_before_its_attachments_lie_elsewhere(
    qtbot: QtBot, open_: Opening, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = with_file(open_)
    left_open(qtbot, open_)
    (left,) = left_behind()
    back = keep(restored(left))

    def full(_: Refuge, content: Content) -> None:
        raise NoSpace(Path(content.sha256))

    with monkeypatch.context() as patch, qtbot.waitSignal(back.keeper.noticed) as told:
        patch.setattr(Refuge, "hold", full)
    assert "Save often" in EN.say(told.args[0][0])
    (still,) = left_behind()
    assert still.kept.folder == left.kept.folder
    assert still.record.grant.attachments[digest].read() == b"%PDF-1.7 new"
    with qtbot.waitSignal(back.keeper.kept):
        back.keeper.secure()
    assert left_behind() == ()


def test_an_attachment_that_is_broken_in_the_file_does_not_keep_edits_from_being_kept(
    qtbot: QtBot, open_: Opening
) -> None:
    def torn() -> Iterator[bytes]:
        raise Damaged(Path("a.pdf"), phrase("its end is missing"))

    open_.session.hold(Content("a" * 64, 12, torn))
    with qtbot.waitSignal(open_.keeper.kept), qtbot.assertNotEmitted(open_.keeper.noticed):
        edited(open_)


def test_what_is_let_go_is_gone(qtbot: QtBot, open_: Opening, path: Path) -> None:
    before = path.read_bytes()
    left_open(qtbot, edited(open_))
    (left,) = left_behind()
    forget(left)
    assert left_behind() == ()
    assert path.read_bytes() == before


def test_two_windows_on_one_application_keep_apart(
    qtbot: QtBot, open_: Opening, path: Path, tmp_path: Path, keep: Keep
) -> None:
    copy = tmp_path / "Kopio.grant"
    copy.write_bytes(path.read_bytes())
    for opening, title in ((open_, "Yksi"), (opened(copy), "Kaksi")):
        left_open(qtbot, edited(opening, title))
    assert {left.name for left in left_behind()} == {"Yksi", "Kaksi"}


def test_restoring_twice_changes_nothing_more(qtbot: QtBot, open_: Opening, path: Path, keep: Keep) -> None:
    left_open(qtbot, edited(open_))
    (left,) = left_behind()
    back = keep(restored(left))
    left_open(qtbot, back)
    (again,) = left_behind()
    assert same(again.record.grant.answers, left.record.grant.answers)
    assert replace(again.record, moment="").revisions == left.record.revisions
