"""Questions are asked in calm dialogs: verbs on the buttons, nothing lost by closing one, Qt's words translated."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.desk.ask import Kind, Option, Question
from grantdesk.ui.dialog.files import Files, filters
from grantdesk.ui.dialog.native import Native
from grantdesk.ui.dialog.question import QuestionDialog
from grantdesk.ui.dialog.questions import Dialogs
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

# Qt without a screen says of each dialog that it cannot tell its size to a window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

QUESTION = Question(
    phrase("Where shall this application be saved?"),
    (Option("save", phrase("Save …"), "main"), Option("later", phrase("Keep for later"))),
    phrase("Close"),
)


def test_the_main_option_is_the_default_and_escape_chooses_nothing(desk, qtbot: QtBot):
    one = desk("kinds")
    dialog = QuestionDialog(one, QUESTION, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.chosen == "save"
    again = QuestionDialog(one, QUESTION, None)
    qtbot.addWidget(again)
    again.show()
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert again.chosen == ""


def test_every_option_is_a_button_that_says_what_it_does(desk, qtbot: QtBot):
    one = desk("kinds")
    dialog = QuestionDialog(one, QUESTION, None)
    qtbot.addWidget(dialog)
    buttons = {button.text(): button for button in dialog.findChildren(Button)}
    assert set(buttons) == {"Save …", "Keep for later"}
    buttons["Keep for later"].click()
    assert dialog.chosen == "later"


def test_a_screen_reader_hears_question_and_detail(desk, qtbot: QtBot):
    dialog = QuestionDialog(desk("kinds"), QUESTION, None)
    qtbot.addWidget(dialog)
    assert dialog.accessibleName() == "Where shall this application be saved?"
    assert dialog.accessibleDescription() == "Close"


def test_wide_buttons_stand_below_each_other(desk, qtbot: QtBot):
    one = desk("kinds")
    long = phrase("Where shall this application be saved?")
    options = tuple(Option(str(n), long, "main" if n == 0 else "plain") for n in range(3))
    dialog = QuestionDialog(one, Question(long, options), None)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = dialog.findChildren(Button)
    assert len({button.y() for button in buttons}) == 3
    assert all(button.geometry().right() <= dialog.width() for button in buttons)


def test_the_filters_name_what_is_meant_and_let_everything_be_seen(desk):
    one = desk("kinds")
    assert filters(one, "application") == ["Applications of grantdesk (*.grant)", "All files (*)"]
    assert filters(one, "attachment", ("pdf", "png"))[0].endswith("(*.pdf *.png)")
    assert filters(one, "attachment") == ["All files (*)"]


def test_the_folder_that_was_used_is_remembered_unless_it_is_gone(desk, tmp_path: Path):
    one = desk("kinds")
    folder = tmp_path / "there"
    folder.mkdir()
    preferences = Preferences()
    preferences.change(places={"folder.pdf": str(folder)})
    files = Files(one, preferences)
    assert files._folder("pdf") == folder
    folder.rmdir()
    assert files._folder("pdf") is None


@pytest.mark.parametrize(("code", "said"), [("fi", "Peru"), ("sv", "Avbryt"), ("en", "Cancel")])
def test_the_words_of_qt_follow_the_language_of_the_window(qapp: QApplication, code: str, said: str):
    speech = Speech("en")
    native = Native(qapp, speech)
    speech.use(code)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == said
    speech.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    native.deleteLater()


class Typed(Files):
    """Dialogs of the system in which a person types this name."""

    typed: Path

    def _answer(self, dialog: QFileDialog, kind: Kind) -> Path | None:
        dialog.deleteLater()
        return self.typed


class Typing(Dialogs):
    """Dialogs in which a person types this name, and answers this where something would be replaced."""

    answer = ""
    asked = 0

    def __init__(self, scene: Scene, typed: Path) -> None:
        super().__init__(scene, Preferences())
        self._files = Typed(scene, Preferences())
        self._files.typed = typed

    def choose(self, question: Question) -> str:
        self.asked += 1
        return self.answer


@pytest.mark.parametrize(
    ("typed", "written"), [("b", "b.grant"), ("b.GRANT", "b.GRANT"), ("b 1.2", "b 1.2.grant")]
)
def test_a_name_gets_its_ending(desk, tmp_path: Path, typed: str, written: str):
    dialogs = Typing(desk("kinds"), tmp_path / typed)
    assert dialogs.file_to_save("application", tmp_path / "x.grant") == tmp_path / written
    assert dialogs.asked == 0


@pytest.mark.parametrize("answer", ["", "keep", "replace"])
def test_what_the_ending_makes_the_name_of_another_file_is_replaced_only_if_one_says_so(
    desk, tmp_path: Path, answer: str
):
    there = tmp_path / "a.grant"
    there.write_bytes(b"somebody's")
    dialogs = Typing(desk("kinds"), tmp_path / "a")
    dialogs.answer = answer
    chosen = dialogs.file_to_save("application", tmp_path / "x.grant")
    assert chosen == (there if answer == "replace" else None)
    assert dialogs.asked == 1
