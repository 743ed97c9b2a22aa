"""About says which version this is, and names everybody whose work it stands on."""

import tomllib

import PySide6
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from grantdesk import __version__
from grantdesk.session.speech import Speech
from grantdesk.session.stock.resources import resource
from grantdesk.ui.dialog.about import About
from grantdesk.ui.dialog.credits import works
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Stage

# what windows without a screen say of their size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def stage(qapp: QApplication) -> Stage:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Stage(Speech("en"), Look(qapp))


@pytest.fixture
def about(stage: Stage, qtbot: QtBot) -> About:
    about = About(stage)
    qtbot.addWidget(about)
    about.show()
    return about


def test_version_and_licence_are_told(about: About) -> None:
    said = "\n".join(label.text() for label in about.findChildren(Label))
    assert f"grantdesk {__version__}" in said
    assert "EUPL-1.2" in said
    assert "no network, no telemetry" in said


def test_everything_that_others_made_is_named() -> None:
    named = {work.what for work in works()}
    told = tomllib.loads(resource("LICENSES.toml").read_text("utf-8"))["file"]
    assert {entry["what"] for entry in told if entry["licence"] != "EUPL-1.2"} <= named
    assert f"Qt for Python (PySide6) {PySide6.__version__}" in named
    assert any(what.startswith("pydantic ") for what in named)


def test_every_work_has_its_terms() -> None:
    for work in works():
        assert work.licence not in ("", "–"), work.what


def test_the_text_of_a_licence_can_be_read(about: About) -> None:
    lucide = next(n for n, work in enumerate(works()) if work.what.startswith("Lucide"))
    about.works.setCurrentRow(lucide)
    assert "Permission to use, copy, modify" in about.terms.toPlainText()
    assert about.terms.isReadOnly()


def test_the_terms_of_qt_tell_that_it_can_be_replaced(about: About, stage: Stage) -> None:
    assert "LGPL-3.0" in about.terms.toPlainText()
    assert "another version" in about.terms.toPlainText()
    before = about.terms.toPlainText()
    stage.speech.use("fi")
    assert about.terms.toPlainText() != before


def test_the_rows_of_the_list_do_not_overlap(about: About) -> None:
    rows = [about.works.visualItemRect(about.works.item(n)) for n in range(2)]
    assert rows[0].bottom() < rows[1].top()
    assert rows[0].height() >= about.works.sizeHintForRow(0)
