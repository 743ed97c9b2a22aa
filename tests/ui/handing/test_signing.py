"""A PDF is signed in a dialog: its places are offered by name, secrets are gone at once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Person
from grantdesk.session.handing.recalled import Tools, keep_tools, tools
from grantdesk.session.handing.signing import Signing, free_places, suggested
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.handing.signing.dialog import SigningDialog
from grantdesk.ui.handing.signing.key import CARD
from pdf.sign.keys import NAME, PASSPHRASE, p12

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def dialog(own: Desk, qtbot: QtBot, pdf: Path) -> SigningDialog:
    """With the PDF in it."""
    made = SigningDialog(own, own.ask, own.work, own.preferences)
    qtbot.addWidget(made)
    made.take(pdf, "fi")
    made.show()
    settle(made)
    return made


def settle(dialog: SigningDialog) -> None:
    dialog._work.finish()
    QApplication.processEvents()


def test_the_places_are_called_by_those_who_sign_there(dialog: SigningDialog):
    offered = [dialog.place.itemText(n) for n in range(dialog.place.count())]
    assert len(offered) == 3
    assert "Vantaan kaupunki" in offered[0]


def test_a_pdf_is_signed_beside_the_other_and_the_passphrase_is_gone(
    dialog: SigningDialog, person: Person, pdf: Path, tmp_path: Path, own: Desk
):
    target, before = tmp_path / "signed.pdf", pdf.read_bytes()
    person.files += [p12(tmp_path), target]
    dialog.key.file.button.click()
    dialog.key.passphrase.line.setText(PASSPHRASE)
    dialog.reason.line.setText("Koe")
    dialog.go.click()
    assert dialog.key.passphrase.line.text() == ""
    settle(dialog)
    assert dialog.signed == target
    assert target.read_bytes().startswith(before)
    assert pdf.read_bytes() == before
    assert len(free_places(target)) == 2
    kept = str(own.preferences.value.places)
    assert "key.p12" in kept
    assert PASSPHRASE not in kept


def test_a_wrong_passphrase_is_told_and_must_be_typed_anew(
    dialog: SigningDialog, person: Person, tmp_path: Path
):
    target = tmp_path / "signed.pdf"
    person.files += [p12(tmp_path), target]
    dialog.key.file.button.click()
    dialog.key.passphrase.line.setText("wrong")
    dialog.go.click()
    settle(dialog)
    assert "passphrase" in dialog.message.text()
    assert dialog.go.isEnabled()
    assert dialog.key.passphrase.line.text() == ""
    assert not target.exists()
    assert dialog.signed is None


def test_what_is_missing_is_said_before_anything_is_asked(
    dialog: SigningDialog, person: Person, tmp_path: Path
):
    dialog.go.click()
    assert dialog.message.text() == "Choose the file with your key."
    dialog.key.kind.show_value(CARD)
    dialog.key.kind.picked.emit(CARD)
    said = []
    for act in (
        lambda: None,
        lambda: (person.files.append(tmp_path / "m.so"), dialog.key.module.button.click()),
        lambda: dialog.key.label.line.setText("key"),
    ):
        act()
        dialog.go.click()
        said.append(dialog.message.text())
    assert said == [
        "Choose the module that the maker of your card gives.",
        "Type the name of the key on your card.",
        "Type the PIN of your card.",
    ]
    dialog.pdf.clear.click()
    dialog.go.click()
    assert dialog.message.text() == "Choose the PDF to sign."


def test_a_card_that_is_not_there_is_told_and_its_pin_is_gone(
    dialog: SigningDialog, person: Person, tmp_path: Path, own: Desk
):
    person.files += [tmp_path / "none.so", tmp_path / "signed.pdf"]
    dialog.key.kind.show_value(CARD)
    dialog.key.kind.picked.emit(CARD)
    dialog.key.module.button.click()
    dialog.key.label.line.setText("key")
    dialog.key.pin.line.setText("123456")
    dialog.go.click()
    settle(dialog)
    assert "card did not open" in dialog.message.text()
    assert dialog.key.pin.line.text() == ""
    assert "123456" not in str(own.preferences.value)
    assert tools(own.preferences).module == str(tmp_path / "none.so")


def test_a_pdf_without_a_place_to_sign_says_so(own: Desk, qtbot: QtBot, tmp_path: Path):
    dialog = SigningDialog(own, own.ask, own.work, own.preferences)
    qtbot.addWidget(dialog)
    (tmp_path / "x.pdf").write_bytes(b"no PDF")
    dialog.take(tmp_path / "x.pdf")
    settle(dialog)
    assert "cannot be read as a PDF" in dialog.message.text()
    assert not dialog.place.isEnabled()


def test_what_was_signed_with_last_is_there_again(own: Desk, qtbot: QtBot):
    chosen = Tools(
        "card", "/k/key.p12", "/m/card.so", "Kortti", "allekirjoitusvarmenne", "https://stamps.example"
    )
    keep_tools(own.preferences, chosen)
    dialog = SigningDialog(own, own.ask, own.work, own.preferences)
    qtbot.addWidget(dialog)
    assert dialog.key.tools == Tools(**{**{n: getattr(chosen, n) for n in Tools.__slots__}, "stamper": ""})
    assert dialog.stamper.text == "https://stamps.example"
    assert not dialog.key.pin.line.text()


def test_no_secret_is_in_what_is_written_about_a_wish(pdf: Path, tmp_path: Path):
    from grantdesk.session.handing.signing import FileKey

    assert "salainen" not in repr(Signing(pdf, "Signature1", FileKey(tmp_path, "salainen")))


def test_a_signed_pdf_never_takes_the_place_of_another(pdf: Path):
    first = suggested(pdf, "signed")
    assert first.name == "hakemus (signed).pdf"
    first.write_bytes(b"")
    assert suggested(pdf, "signed").name == "hakemus (signed) 2.pdf"
    assert suggested(first, "signed").name == "hakemus (signed) 2.pdf"


def test_the_name_of_whoever_signed_stands_in_the_paper(
    dialog: SigningDialog, person: Person, tmp_path: Path
):
    from grantdesk.pdf.sign.checking import signatures

    target = tmp_path / "signed.pdf"
    person.files += [p12(tmp_path), target]
    dialog.key.file.button.click()
    dialog.key.passphrase.line.setText(PASSPHRASE)
    dialog.place.setCurrentIndex(1)
    dialog.go.click()
    settle(dialog)
    [signed] = signatures(target.read_bytes())
    assert (signed.name, signed.field) == (NAME, "Signature2")
