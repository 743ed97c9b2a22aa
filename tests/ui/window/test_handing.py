"""From the window a PDF is exported as it was the last time, signed, checked; and the empty form is printed."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import NOW, Person
from grantdesk.call.author import assembled
from grantdesk.call.pack import packed
from grantdesk.files.grant import begun
from grantdesk.model.tree import EMPTY
from grantdesk.session.handing.exporting import Wish
from grantdesk.session.handing.recalled import Exported, exported, proposed
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.session.session import Session
from grantdesk.ui.dialog.export import ExportDialog
from grantdesk.ui.handing.proof.dialog import ProofDialog
from grantdesk.ui.handing.signing.dialog import SigningDialog
from grantdesk.ui.reader.check import CheckPage
from grantdesk.ui.window.reading import ReadingWindow
from grantdesk.ui.window.window import Window
from worlds import parts

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
    assert (other.reader.value, other.language.value) == ("submission", "en"), (
        "another application has its own"
    )
    other.deleteLater()


def test_print_and_preview_begin_in_the_language_that_was_exported_last(window, tmp_path: Path):
    one = window("hevi", "complete")
    wishes: list[Wish] = []
    one.handing.put_on_paper = wishes.append
    one.handing.print()
    export(one, tmp_path / "a.pdf", Wish("sv"))
    one.handing.print()
    one.handing.print("fi")
    assert wishes == [Wish("en"), Wish("sv"), Wish("fi")]
    one.commands.action("preview").trigger()
    paper = one.viewing.easel.paper
    assert (paper.bar.language.value, paper.making.wish) == ("sv", Wish("sv"))


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


def test_a_language_that_nobody_speaks_is_not_proposed(desk):
    one = desk("cents")
    one.preferences.change(places={"export": json.dumps({one.session.base.id: {"language": "xx"}})})
    assert proposed(one.preferences, one.session, "sv") == "sv"


@pytest.mark.parametrize(
    ("asked", "wanted"), [({"name": "fi"}, "fi"), ({"name_fi": "fi", "name_sv": "sv"}, "en")]
)
def test_a_call_that_asks_for_the_name_in_one_language_wants_the_application_in_it(desk, asked, wanted):
    folder = parts("euros")
    call = folder["call"]
    node = call["sections"][0]["nodes"].pop(0)
    call["sections"][0]["nodes"] += [{**node, "id": name, "language": code} for name, code in asked.items()]
    call["parts"]["title"] = next(iter(asked))
    session = Session(begun(packed(assembled(folder)), "tests", NOW, EMPTY))
    assert proposed(desk("euros").preferences, session, "en") == wanted


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
