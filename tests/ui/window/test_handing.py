"""From the window a PDF is exported as it was the last time, signed, checked; and the empty form is printed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Person
from grantdesk.session.handing.exporting import Wish
from grantdesk.session.handing.recalled import Exported, exported
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.dialog.export import ExportDialog
from grantdesk.ui.handing.proof.dialog import ProofDialog
from grantdesk.ui.handing.signing.dialog import SigningDialog
from grantdesk.ui.reader.check import CheckPage
from grantdesk.ui.window.reading import ReadingWindow
from grantdesk.ui.window.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def person(window: Window) -> Person:
    assert isinstance(window.desk.ask, Person)
    return window.desk.ask


def settle(window: Window) -> None:
    window.desk.work.finish()
    QApplication.processEvents()


def export(window: Window, target: Path, wish: Wish | None = None) -> None:
    person(window).files.append(target)
    window.handing.save(wish or Wish("sv", profile="submission"))
    settle(window)


def test_after_an_export_it_is_opened_shown_signed_or_checked(window, tmp_path: Path):
    one = window("hevi", "complete")
    target = tmp_path / "a.pdf"
    export(one, target)
    assert [way.text() for way in one.strip._ways] == ["Open it", "Show in its folder", "Sign …", "Check …"]
    seen: list[object] = []

    def look(dialog: object) -> None:
        seen.append(dialog)
        settle(one)
        if isinstance(dialog, ProofDialog):
            assert dialog.gathering.evidence.paper == target
            assert dialog.answer.banner is not None
            seen.append(dialog.answer.banner.said.text())

    one.handing.run = look
    one.strip.take(3)
    assert seen[1:] == ["They belong together"]


def test_a_part_for_others_offers_no_signing(window, tmp_path: Path):
    one = window("hevi", "complete")
    export(one, tmp_path / "a.pdf", Wish("fi", profile="public"))
    assert [way.text() for way in one.strip._ways] == ["Open it", "Show in its folder"]


def test_the_next_export_begins_as_the_last_one_of_this_application(window, desk, tmp_path: Path):
    one = window("hevi", "complete")
    export(one, tmp_path / "a.pdf", Wish("en", False, "draft"))
    dialogs: list[ExportDialog] = []

    def look(dialog: ExportDialog) -> None:
        dialogs.append(dialog)
        assert (dialog.reader.value, dialog.language.value, dialog.short.isChecked()) == ("draft", "en", True)

    one.handing.run = look
    one.commands.action("export").trigger()
    assert len(dialogs) == 1
    other = ExportDialog(desk("hevi", "complete"))
    assert (other.reader.value, other.language.value) == ("submission", "fi"), (
        "another application has its own"
    )
    other.deleteLater()


def test_the_pdf_that_was_exported_last_is_proposed_for_signing_and_the_signed_one_checked(
    window, tmp_path: Path
):
    one = window("hevi", "complete")
    target, signed = tmp_path / "a.pdf", tmp_path / "a (signed).pdf"
    export(one, target)
    signed.write_bytes(target.read_bytes())
    seen: list[object] = []

    def look(dialog: object) -> None:
        settle(one)
        if isinstance(dialog, SigningDialog):
            seen.append((dialog.language, dialog._pdf, dialog.place.count()))
            dialog.signed = signed
        elif isinstance(dialog, ProofDialog):
            seen.append(dialog.gathering.evidence.paper)

    one.handing.run = look
    one.commands.action("sign").trigger()
    assert seen == [("sv", target, 3), signed]
    again = exported(one.desk.preferences, one.desk.session.base.id)
    assert again.pdf == str(signed), "the next one signs what is signed already"


def test_who_must_sign_leads_to_signing(window):
    one = window("hevi", "complete")
    one.commands.action("check").trigger()
    page = one.findChild(CheckPage)
    assert page is not None
    seen: list[object] = []
    one.handing.run = seen.append
    [line] = [line for line in page.matters.lines if line.matter.deed == "sign"]
    line.go.click()
    assert isinstance(seen[0], SigningDialog)
    settle(one)


def test_what_differs_from_a_paper_leads_to_its_field(window, tmp_path: Path):
    one = window("hevi", "complete")
    went: list[object] = []
    one.handing.wanted.connect(went.append)
    one.handing.run = lambda dialog: dialog.wanted.emit(None, ("name_fi",))
    one.commands.action("prove").trigger()
    assert went == [("name_fi",)]


def test_the_empty_form_of_the_call_is_made_in_any_language(window, tmp_path: Path):
    one = window("hevi")
    target = tmp_path / "form.pdf"
    person(one).choices.append("en")
    person(one).files.append(target)
    one.commands.action("form").trigger()
    settle(one)
    assert target.read_bytes().startswith(b"%PDF")
    assert one.strip.text == "The PDF is ready: form.pdf"


def test_a_form_that_cannot_be_written_is_told(window, tmp_path: Path):
    one = window("hevi")
    person(one).choices.append("fi")
    person(one).files.append(tmp_path / "none" / "form.pdf")
    one.commands.action("form").trigger()
    settle(one)
    assert one.strip.text
    assert one.strip._ways[0].text() == "Try again"


@pytest.mark.parametrize(
    "told", ["[1]", "nothing", '{"id": 5}', '{"id": {"language": 7, "pdf": null, "odd": "x"}}']
)
def test_what_is_recalled_is_never_trusted(desk, told: str):
    preferences = desk("cents").preferences
    preferences.change(places={"export": told})
    assert exported(preferences, "id") == Exported()


def test_whoever_only_reads_can_check_a_paper_too(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    reading = ReadingWindow(one, Keeper(one.session))
    seen: list[object] = []
    reading.handing.run = seen.append
    reading.reader.proving.emit()
    assert isinstance(seen[0], ProofDialog)
    reading.keeper.discard()
    reading.close()
    reading.deleteLater()
