"""A PDF that is opened in the desk: what is inside is taken out, read or worked on; the paper is checked or signed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Person, grant_of, office_of
from grantdesk.app.office.office import Office
from grantdesk.files.grant import Grant
from grantdesk.files.reading import read
from grantdesk.files.writing import packed, write
from grantdesk.session.application import Application
from grantdesk.session.paper.printing import printed
from grantdesk.ui.handing.proof.dialog import ProofDialog
from grantdesk.ui.handing.signing.dialog import SigningDialog
from grantdesk.ui.window.reading import ReadingWindow
from grantdesk.ui.window.window import Window
from grantdesk.words.language import Language

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
def grant() -> Grant:
    """The complete application."""
    return grant_of("hevi", "complete")


@pytest.fixture
def pdf(grant: Grant, tmp_path: Path) -> Path:
    """Its paper."""
    path = tmp_path / "hakemus.pdf"
    path.write_bytes(printed(Application(grant), Language("fi")))
    return path


def test_what_is_inside_is_taken_out_byte_for_byte_and_worked_on(
    office: Office, person: Person, pdf: Path, grant: Grant, tmp_path: Path
):
    target = tmp_path / "out.grant"
    person.choices.append("edit")
    person.files.append(target)
    office.open(pdf)
    [window] = office.windows
    assert isinstance(window, Window)
    assert target.read_bytes() == packed(grant)
    assert "hakemus.pdf" in Language("en").say(person.asked[0].said)


def test_it_can_be_opened_only_to_be_read(office: Office, person: Person, pdf: Path, tmp_path: Path):
    person.choices.append("read")
    person.files.append(tmp_path / "out.grant")
    office.open(pdf)
    [window] = office.windows
    assert isinstance(window, ReadingWindow)


def test_the_place_of_a_file_that_is_open_is_not_taken(
    office: Office, person: Person, pdf: Path, grant: Grant, tmp_path: Path
):
    target = tmp_path / "open.grant"
    write(grant, target)
    office.open(target)
    before = target.read_bytes()
    person.choices.append("edit")
    person.files.append(target)
    office.open(pdf)
    assert target.read_bytes() == before
    assert len(office.windows) == len(person.told) == 1


def test_attachments_are_taken_out_beside_what_lies_there(
    office: Office, person: Person, pdf: Path, grant: Grant, tmp_path: Path
):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "yhteistyosopimus-luonnos.pdf").write_bytes(b"mine")
    person.choices.append("files")
    person.files.append(folder)
    office.open(pdf)
    assert (folder / "yhteistyosopimus-luonnos.pdf").read_bytes() == b"mine"
    assert (folder / "yhteistyosopimus-luonnos 2.pdf").exists()
    assert len(list(folder.iterdir())) == 6
    assert len(person.told) == 1


def test_whoever_wants_nothing_changes_nothing(office: Office, person: Person, pdf: Path, tmp_path: Path):
    before = sorted(tmp_path.iterdir())
    person.choices += ["", "edit", "files"]
    person.files += [None, None]
    for _ in range(3):
        office.open(pdf)
    assert sorted(tmp_path.iterdir()) == before
    assert office.windows == []


def test_the_paper_is_checked_and_what_differs_opens_in_a_window(
    office: Office, person: Person, pdf: Path, grant: Grant, tmp_path: Path
):
    file = tmp_path / "later.grant"
    write(replace(grant, answers={**grant.answers, "name_fi": "Toinen nimi"}), file)

    def look(dialog: ProofDialog) -> None:
        dialog.take([file])
        dialog._work.finish()
        QApplication.processEvents()
        [card] = dialog.answer.cards
        card._want()

    person.choices.append("prove")
    office._papers().run = look
    office.open(pdf)
    [window] = office.windows
    assert window.keeper.path == file


def test_a_second_signatory_signs_what_came_as_a_pdf(
    office: Office, person: Person, pdf: Path, tmp_path: Path
):
    seen: list[object] = []

    def look(dialog: object) -> None:
        seen.append(type(dialog))
        if isinstance(dialog, SigningDialog):
            dialog._work.finish()
            QApplication.processEvents()
            assert dialog.place.count() == 3
            dialog.signed = pdf

    person.choices.append("sign")
    office._papers().run = look
    office.open(pdf)
    assert office.papers is not None
    office.papers._work.finish()
    assert seen == [SigningDialog, ProofDialog]


def test_the_start_page_leads_to_checking_and_to_the_empty_form(
    office: Office, person: Person, tmp_path: Path, qtbot: QtBot
):
    office.show_start()
    start = office.start
    assert start is not None
    seen: list[object] = []
    office._papers().run = seen.append
    start.home.proof.click()
    assert isinstance(seen[0], ProofDialog)
    target = tmp_path / "form.pdf"
    person.choices.append("sv")
    person.files.append(target)
    start.home.offers[0].details.form.click()
    start._work.finish()
    QApplication.processEvents()
    assert target.read_bytes().startswith(b"%PDF")
    assert start.home.banners.count() == 1


def test_a_pdf_that_is_named_on_the_command_line_is_asked_about(
    office: Office, person: Person, pdf: Path, tmp_path: Path
):
    person.choices.append("edit")
    person.files.append(tmp_path / "x.grant")
    office.open(pdf)
    assert read(tmp_path / "x.grant").grant.answers == office.windows[0].desk.session.answers
