"""A paper is checked in a dialog: it says in words what there is to say, leads to what differs, tells trouble."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Person
from grantdesk.files.grant import digest
from grantdesk.files.writing import write
from grantdesk.session.handing.proving import Evidence, proved
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.handing.proof.dialog import ProofDialog
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

# Qt without a screen says of each dialog that it cannot tell its size to a window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def dialog(own: Desk, qtbot: QtBot) -> ProofDialog:
    """Over the application that the paper is of."""
    made = ProofDialog(own, own.ask, own.work, own.session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def alone(own: Desk, qtbot: QtBot) -> ProofDialog:
    """Where no application is open."""
    made = ProofDialog(own, own.ask, own.work)
    qtbot.addWidget(made)
    made.show()
    return made


def settled(dialog: ProofDialog) -> str:
    """What it says once everything is checked; the headline."""
    dialog._work.finish()
    QApplication.processEvents()
    assert dialog.answer.banner is not None
    return dialog.answer.banner.said.text()


def test_a_paper_of_the_application_as_it_is_belongs_to_it(dialog: ProofDialog, person: Person, pdf: Path):
    person.files.append(pdf)
    dialog.gathering.paper.button.click()
    assert settled(dialog) == "They belong together"
    assert "not signed" in dialog.answer.text


def test_after_an_edit_each_answer_that_differs_is_told_and_leads_to_its_field(
    dialog: ProofDialog, own: Desk, pdf: Path, qtbot: QtBot
):
    before = own.session.answers["name_fi"]
    own.session.edit({("name_fi",): "Uusi nimi"}, phrase("Change"))
    dialog.take([pdf])
    assert settled(dialog) == "The application has changed since"
    [card] = dialog.answer.cards
    assert card.path == ("name_fi",)
    assert f"{before} → Uusi nimi" in dialog.answer.text
    with qtbot.waitSignal(dialog.wanted) as heard:
        card._want()
    assert heard.args == [None, ("name_fi",)]
    assert not dialog.isVisible()


def test_a_pdf_alone_says_whether_it_is_as_it_was_made(alone: ProofDialog, pdf: Path):
    alone.take([pdf])
    assert settled(alone) == "The PDF is as it was made"
    pdf.write_bytes(pdf.read_bytes() + b"% more")
    alone.take([pdf])
    assert settled(alone) == "The PDF is not as it was made"


def test_the_pdf_of_another_application_does_not_belong_to_it(
    alone: ProofDialog, own: Desk, pdf: Path, tmp_path: Path
):
    other = tmp_path / "other.grant"
    write(replace(own.session.grant, id="00000000-0000-4000-8000-000000000000"), other)
    alone.take([other, pdf])
    assert settled(alone) == "They do not belong together"


def test_a_file_beside_the_pdf_is_led_into_from_where_nothing_is_open(
    alone: ProofDialog, own: Desk, pdf: Path, tmp_path: Path, qtbot: QtBot
):
    file = tmp_path / "later.grant"
    write(replace(own.session.grant, answers={**own.session.answers, "name_fi": "Toinen"}), file)
    alone.take([pdf, file])
    settled(alone)
    with qtbot.waitSignal(alone.wanted) as heard:
        alone.answer.cards[0]._want()
    assert heard.args == [file, ("name_fi",)]


def test_the_code_of_a_page_is_typed_as_it_stands_there(dialog: ProofDialog, own: Desk, qtbot: QtBot):
    code = digest(own.session.grant)[:12].upper()
    dialog.gathering.code.setText(f"{code[:4]}-{code[4:8]}-{code[8:]}")
    qtbot.keyClick(dialog.gathering.code, Qt.Key.Key_Return)
    assert settled(dialog) == "They belong together"
    assert dialog.isVisible()
    own.session.edit({("name_fi",): "Uusi"}, phrase("Change"))
    dialog.gathering.check.click()
    assert settled(dialog) == "The page was not printed from the application as it is now"
    dialog.gathering.code.setText("hello")
    dialog.gathering.check.click()
    assert settled(dialog) == "That is not the code of a printed page"


def test_a_code_without_an_application_says_that_one_must_be_chosen(alone: ProofDialog, qtbot: QtBot):
    alone.gathering.code.setText("F55F-51C8-B916")
    alone.gathering.check.click()
    assert "choose the application too" in settled(alone)


def test_a_scan_of_the_first_page_is_read(dialog: ProofDialog, pdf: Path, tmp_path: Path):
    pypdfium2 = pytest.importorskip("pypdfium2")
    pytest.importorskip("zxingcpp")
    scan = tmp_path / "scan.png"
    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        picture = document[0].render(scale=200 / 72).to_pil()
        picture.save(scan)
        picture.save(tmp_path / "scan.pdf")
    dialog.take([scan])
    assert settled(dialog) == "They belong together"
    dialog.take([tmp_path / "scan.pdf"])
    assert settled(dialog) == "They belong together", "a scanner makes PDFs too"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4 nothing", "no application in this PDF"),
        (b"no picture", "picture cannot be read"),
        (None, "not there"),
    ],
)
def test_every_trouble_is_told_in_a_sentence(
    alone: ProofDialog, tmp_path: Path, own: Desk, data: bytes | None, said: str
):
    path, file = tmp_path / "strange.pdf", tmp_path / "own.grant"
    if data is not None:
        path.write_bytes(data)
    write(own.session.grant, file)
    alone.take([file, path])
    assert said in settled(alone)
    assert alone.answer.cards == []


def test_what_was_asked_last_is_what_is_answered(dialog: ProofDialog, pdf: Path, tmp_path: Path):
    dialog.take([pdf, tmp_path / "none.pdf"])
    assert "is not there" in settled(dialog)


def test_all_of_it_can_be_copied(alone: ProofDialog, pdf: Path):
    alone.take([pdf])
    settled(alone)
    assert alone.answer.copy is not None
    alone.answer.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:2] == ["hakemus.pdf", "The PDF is as it was made"]
    assert text == alone.answer.text


def test_files_can_be_dropped_and_taken_back(alone: ProofDialog, pdf: Path, own: Desk, tmp_path: Path):
    file = tmp_path / "a.grant"
    write(own.session.grant, file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (file, pdf)])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(alone, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(alone, QDropEvent(QPointF(5, 5), *how))
    assert settled(alone) == "They belong together"
    assert alone.gathering.file.names.text() == "a.grant"
    alone.gathering.file.clear.click()
    assert settled(alone) == "The PDF is as it was made"


def test_certificates_that_are_trusted_are_read_with_the_pdf(alone: ProofDialog, pdf: Path, tmp_path: Path):
    trusted = tmp_path / "trusted.pem"
    trusted.write_text("no certificate")
    alone.take([trusted, pdf])
    assert settled(alone) in {"The PDF is as it was made", "The PDF is not as it was made"}
    assert alone.gathering.evidence.trusted == (trusted,)
    alone.gathering.trusted.clear.click()
    assert alone.gathering.evidence.trusted == ()


def test_a_dialog_that_is_closed_meanwhile_hears_nothing_any_more(own: Desk, pdf: Path):
    dialog = ProofDialog(own, own.ask, own.work, own.session)
    dialog.take([pdf])
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog, 52)  # DeferredDelete
    own.work.finish()
    assert not own.work.busy


def test_what_is_said_of_a_file_is_the_same_as_on_the_command_line(own: Desk, pdf: Path):
    verdict = proved(Evidence(paper=pdf, own=own.session.grant), Language("en"))
    assert verdict.holds
    assert (verdict.fit, verdict.sound) == ("same", True)
