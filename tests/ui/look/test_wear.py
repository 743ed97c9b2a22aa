"""What the style sheet knows of a widget is taken up when it changes, and only then."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from grantdesk.ui.look.wear import wear

SHEET = 'QLabel[tone="error"] { color: #ff0000 } QLabel { color: #000000 }'


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(SHEET)
    made = QLabel("x", window)
    made.window_ = window  # type: ignore[attr-defined]  # it lives as long
    return made


def ink(label: QLabel) -> QColor:
    label.ensurePolished()
    return label.palette().windowText().color()


def test_what_is_painted_is_dressed_anew(label: QLabel) -> None:
    assert ink(label) == QColor("#000000")
    wear(label, "tone", "error")
    assert ink(label) == QColor("#ff0000")
    wear(label, "tone", "")
    assert ink(label) == QColor("#000000")


def test_what_was_never_shown_is_dressed_when_it_is(label: QLabel) -> None:
    wear(label, "tone", "error")
    assert ink(label) == QColor("#ff0000")


@pytest.mark.parametrize("empty", ["", False])
def test_nothing_is_as_good_as_what_is_empty(label: QLabel, empty: str | bool) -> None:
    wear(label, "tone", empty)
    assert label.property("tone") is None
