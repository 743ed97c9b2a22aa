"""The laws of translations: a translation knows what it was written against, and nobody else reads that."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desks import NOW, session_of
from grantdesk.files import grant as grants
from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.model.tree import apply, at
from grantdesk.outline.edition import Edition
from grantdesk.outline.outline import outlined
from grantdesk.rules.check import Checker
from grantdesk.session.session import Session
from grantdesk.session.translation import (
    MARKS,
    changes,
    earlier,
    families,
    family_of,
    holding,
    is_stale,
    mark_of,
    marked,
)
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from worlds import form

SAID = phrase("Undo")
FI, SV, EN = ("summary_fi",), ("summary_sv",), ("summary_en",)


@pytest.fixture
def session() -> Session:
    return session_of("hevi", {"summary_fi": "Yksi kaksi.", "name_fi": "Nimi"})


def put(session: Session, path: tuple[str, ...], text: str | None, typing: bool = False) -> None:
    patch = marked(session.form, session.answers, path, text)
    session.edit(patch, SAID, path, path if typing else None)


def test_the_texts_of_one_question_are_a_family_whose_source_comes_first() -> None:
    found = {family.source: family for family in families(form("hevi"))}
    assert tuple(found["summary_fi"].ids.values()) == ("summary_fi", "summary_sv", "summary_en")
    assert tuple(found["name_fi"].ids) == ("fi", "sv", "en")
    assert found["summary_fi"].others("summary_sv") == ("summary_fi", "summary_en")
    assert family_of(form("hevi"), ("need",)) is None
    assert families(form("kinds")) == ()


def test_a_translation_is_stale_when_its_source_has_changed(session: Session) -> None:
    put(session, EN, "One two.")
    assert not is_stale(session.form, session.answers, EN)
    put(session, FI, "Yksi kaksi kolme.")
    assert is_stale(session.form, session.answers, EN)
    assert not is_stale(session.form, session.answers, FI)
    assert not is_stale(session.form, session.answers, SV)


def test_editing_it_or_saying_so_makes_it_hold_and_undo_takes_that_back(session: Session) -> None:
    put(session, EN, "One two.")
    put(session, FI, "Yksi.")
    session.edit(holding(session.form, session.answers, EN), SAID, EN)
    assert not is_stale(session.form, session.answers, EN)
    session.stack.undo()
    assert is_stale(session.form, session.answers, EN)
    put(session, EN, "One.")
    assert not is_stale(session.form, session.answers, EN)


def test_a_change_of_the_source_that_is_undone_leaves_nothing_stale(session: Session) -> None:
    put(session, EN, "One two.")
    put(session, FI, "Muuta.")
    session.stack.undo()
    assert not is_stale(session.form, session.answers, EN)


def test_typing_a_translation_is_one_step_with_its_mark(session: Session) -> None:
    for text in ("O", "On", "One"):
        put(session, EN, text, typing=True)
    assert session.stack.count() == 1
    session.stack.undo()
    assert MARKS not in session.answers


def test_removing_a_translation_removes_its_mark(session: Session) -> None:
    put(session, EN, "One")
    assert at(session.answers, mark_of(EN)) is not None
    put(session, EN, None)
    assert MARKS not in session.answers


def test_what_was_written_before_there_was_a_source_is_not_stale() -> None:
    session = session_of("hevi")
    put(session, EN, "One")
    put(session, FI, "Yksi")
    assert not is_stale(session.form, session.answers, EN)


def test_the_source_as_it_was_is_found_among_the_steps(session: Session) -> None:
    put(session, EN, "One two.")
    put(session, FI, "Muuta.")
    put(session, FI, "Aivan muuta.")
    assert earlier(session, EN)() == "Yksi kaksi."


def test_the_source_as_it_was_is_found_among_the_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))
    session = session_of("hevi", {"summary_fi": "Yksi kaksi."})
    put(session, EN, "One two.")
    file = tmp_path / "a.grant"
    first = write(session.grant, file)
    put(session, FI, "Muuta.")
    write(grants.revised(session.grant, session.answers, "tests", NOW), file, first.stamp)
    later = Session(read(file).grant)
    assert is_stale(later.form, later.answers, EN)
    assert earlier(later, EN)() == "Yksi kaksi."


def test_a_source_that_nobody_has_any_more_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path))
    session = session_of("hevi", {"summary_fi": "Uusi", "summary_en": "New", MARKS: {"summary_en": "0" * 12}})
    assert is_stale(session.form, session.answers, EN)
    assert earlier(session, EN)() is None


def test_nobody_else_reads_the_marks() -> None:
    session = session_of("hevi", "complete")
    put(session, EN, "Quite another summary.")
    with_marks = session.answers
    without = apply(with_marks, {(MARKS,): None})
    assert MARKS in with_marks
    checker, edition, language = Checker(session.form), Edition(saved=NOW), Language("fi")
    report = checker.report(without)
    assert checker.report(with_marks) == report
    assert outlined(session.form, with_marks, report, language, edition) == outlined(
        session.form, without, report, language, edition
    )


def test_the_marks_survive_saving(tmp_path: Path) -> None:
    session = session_of("hevi", {"summary_fi": "Yksi"})
    put(session, EN, "One")
    write(session.grant, tmp_path / "a.grant")
    assert read(tmp_path / "a.grant").grant.answers == session.answers


TEXTS = st.text("ab \n", max_size=30)


@given(TEXTS, TEXTS)
def test_changes_tell_both_texts(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(each.text for each in found if each.state != "new") == old
    assert "".join(each.text for each in found if each.state != "gone") == new


def test_a_changed_word_is_the_only_change() -> None:
    found = changes("Yksi kaksi kolme neljä.", "Yksi kaksi kuusi neljä.")
    assert [(each.state, each.text.strip()) for each in found if each.state != "same"] == [
        ("gone", "kolme"),
        ("new", "kuusi"),
    ]
