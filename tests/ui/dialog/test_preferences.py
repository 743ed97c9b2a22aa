"""Every choice among the preferences shows at once and is kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.dialog.preferences import PreferencesDialog
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.label import Caption
from grantdesk.ui.piece.pick import Pick
from grantdesk.ui.piece.scene import Stage

# what windows without a screen say of their size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    look = Look(qapp)
    yield Stage(Speech("en"), look)
    look.deleteLater()


@pytest.fixture
def preferences() -> Preferences:
    return Preferences()


@pytest.fixture
def dialog(stage: Stage, preferences: Preferences, qtbot: QtBot) -> PreferencesDialog:
    stage.look.follow(preferences)
    dialog = PreferencesDialog(stage, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pick(control: Pick, index: int) -> None:
    """Picks as a person does."""
    control.setCurrentIndex(index)
    control.activated.emit(index)


def test_another_language_is_spoken_at_once(
    dialog: PreferencesDialog, stage: Stage, preferences: Preferences
) -> None:
    pick(dialog.language, 1)
    assert (stage.speech.language.code, preferences.value.language) == ("fi", "fi")
    assert dialog.language.currentText() == "Suomi"


def test_the_language_of_the_system_is_spoken_if_none_is_chosen(
    dialog: PreferencesDialog, preferences: Preferences, monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    preferences.change(language="fi")
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["de-DE", "sv-FI", "en"])
    pick(dialog.language, 0)
    assert stage.speech.language.code == "sv"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["de-DE"])
    assert preferences.spoken == "en"


def test_look_and_size_of_text_are_seen_at_once(
    dialog: PreferencesDialog, stage: Stage, preferences: Preferences, qtbot: QtBot
) -> None:
    narrow = dialog.width()
    pick(dialog.look, 3)
    pick(dialog.text_size, 5)
    assert (stage.look.name, stage.look.text) == ("contrast", 200)
    assert (preferences.value.look, preferences.value.text) == ("contrast", 200)
    qtbot.waitUntil(lambda: dialog.width() > 1.5 * narrow)


def test_a_size_that_is_not_offered_is_shown_as_the_nearest(
    dialog: PreferencesDialog, preferences: Preferences
) -> None:
    preferences.change(text=130)
    assert dialog.text_size.value == 125
    assert preferences.value.text == 130


def test_spelling_can_be_switched_by_the_keyboard(
    dialog: PreferencesDialog, preferences: Preferences, qtbot: QtBot
) -> None:
    assert dialog.spelling.isChecked()
    qtbot.keyClick(dialog.spelling, Qt.Key.Key_Space)
    assert not preferences.value.spelling


def test_a_click_on_the_words_beside_a_tick_is_one_on_it(
    dialog: PreferencesDialog, preferences: Preferences, qtbot: QtBot
) -> None:
    words = dialog.findChild(Caption)
    assert words.text() == dialog.spelling.accessibleName() != ""
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert not preferences.value.spelling
    qtbot.mouseClick(words, Qt.MouseButton.RightButton)
    assert not preferences.value.spelling


def test_what_is_chosen_elsewhere_is_shown(dialog: PreferencesDialog, preferences: Preferences) -> None:
    preferences.change(look="dark", spelling=False)
    assert dialog.look.value == "dark"
    assert not dialog.spelling.isChecked()
