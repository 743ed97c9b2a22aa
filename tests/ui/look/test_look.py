"""The look changes while the program runs: palette, style sheet, sizes and icons follow, and every widget stays."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from grantdesk.files.trouble import Missing
from grantdesk.session.preferences import Preferences
from grantdesk.session.stock.resources import resource
from grantdesk.ui.look import drawing
from grantdesk.ui.look.look import Look
from grantdesk.ui.look.sheet import sheet, source
from grantdesk.ui.look.tokens import LOOKS, tokens

ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp)
    yield look
    look.deleteLater()


def painted(image: QImage) -> set[str]:
    """The colours that are fully painted."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", LOOKS)
def test_the_palette_is_that_of_the_look(look: Look, qapp: QApplication, name: str) -> None:
    look.use(name, 100)
    assert qapp.palette().color(QPalette.ColorRole.Text).name() == tokens(name)["text"]
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens(name)["panel"]


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("text", [100, 133, 200])
def test_nothing_unsaid_is_left_in_the_style_sheet(name: str, text: int) -> None:
    made = sheet(name, lambda size: round(size * text / 100))
    assert "@" not in made
    assert not re.search(r"\d+u\b", made)
    assert made.count("{") == made.count("}")
    assert "-1px" not in made


def test_a_role_that_no_look_has_is_refused() -> None:
    with pytest.raises(KeyError):
        drawing.colored("color: @nowhere;", tokens("light"))


def test_the_drawings_of_the_style_sheet_are_files_in_the_cache(tmp_path: Path) -> None:
    named = re.findall(r'url\("([^"]+)"\)', sheet("light", round))
    assert len(named) > 20
    for each in map(Path, named):
        assert each.is_relative_to(tmp_path)
        assert "@" not in each.read_text("utf-8")


def test_where_no_drawing_can_be_written_qt_draws_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Look, qtbot: QtBot
) -> None:
    (tmp_path / "blocked").touch()
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "blocked"))
    assert "url(" not in sheet("dark", round)
    look.use("dark", 100)
    box = QCheckBox("still there")
    qtbot.addWidget(box)
    box.setChecked(True)
    assert len(painted(box.grab().toImage())) > 2


def test_a_drawing_that_was_cut_short_is_written_anew(tmp_path: Path) -> None:
    colors = tokens("light")
    first = drawing.written({"box"}, colors)
    assert first is not None
    Path(first["box"]).write_text("<svg")
    assert drawing.written({"box"}, colors) == first
    assert Path(first["box"]).read_text("utf-8").endswith("</svg>\n")


def test_widgets_stay_and_keep_what_is_typed_when_the_look_changes(look: Look, qtbot: QtBot) -> None:
    line = QLineEdit("SmartGrid")
    qtbot.addWidget(line)
    line.setCursorPosition(3)
    low = line.sizeHint().height()
    with qtbot.waitSignal(look.changed):
        look.use("dark", 200)
    assert (line.text(), line.cursorPosition()) == ("SmartGrid", 3)
    assert line.sizeHint().height() > 1.7 * low
    ground = line.grab().toImage().pixelColor(line.width() // 2, line.height() - 6)
    assert ground.name() == tokens("dark")["field"]


def test_the_same_look_again_is_no_change(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.use("light", 100)


def test_focus_and_an_error_do_not_move_what_stands_around(look: Look, qtbot: QtBot) -> None:
    line = QLineEdit("SmartGrid")
    qtbot.addWidget(line)
    for text in (100, 125, 150, 175, 200):
        look.use("light", text)
        calm = line.sizeHint()
        line.setProperty("invalid", True)
        line.style().polish(line)
        assert line.sizeHint() == calm
        line.setProperty("invalid", False)
        line.style().polish(line)


def test_the_look_follows_what_the_person_chooses(look: Look) -> None:
    preferences = Preferences()
    look.follow(preferences)
    preferences.change(look="contrast", text=150)
    assert (look.name, look.text) == ("contrast", 150)
    preferences.change(look="dark")
    assert (look.name, look.px(10)) == ("dark", 15)
    preferences.change(look="system")
    assert look.name == "light"  # a screen that says nothing of its colours


def test_the_look_follows_the_system_at_once(
    look: Look, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    look.follow(Preferences())
    monkeypatch.setattr(
        QStyleHints, "colorScheme", lambda _: Qt.ColorScheme.Dark
    )  # no screen here can be dark
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.name == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens("dark")["panel"]


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn(look: Look, name: str) -> None:
    image = look.pixmap(name, "text", 24).toImage()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(24) for y in range(24))


def test_an_icon_has_the_colour_of_its_role(look: Look) -> None:
    assert tokens("light")["error"] in painted(look.pixmap("plus", "error", 48).toImage())
    look.use("dark", 100)
    assert tokens("dark")["error"] in painted(look.pixmap("plus", "error", 48).toImage())


def test_a_disabled_icon_is_faint(look: Look) -> None:
    icon = look.icon("plus", "text", 48)
    assert tokens("light")["faint"] in painted(icon.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage())


def test_icons_are_drawn_anew_when_a_screen_with_other_pixels_comes(
    look: Look, qapp: QApplication, qtbot: QtBot
) -> None:
    look._ratios = {0.5}  # as if the screen that is there had not been there
    assert look.icon("plus").pixmap(QSize(18, 18), 1.0).width() == 9
    with qtbot.waitSignal(look.changed):
        qapp.primaryScreen().geometryChanged.emit(qapp.primaryScreen().geometry())
    assert look.icon("plus").pixmap(QSize(18, 18), 1.0).width() == 18


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.5])
def test_an_icon_is_not_cut_off_by_a_part_of_a_pixel(look: Look, ratio: float) -> None:
    picture = look.pixmap("plus", "text", 18, ratio)
    assert picture.devicePixelRatio() == ratio
    assert 18 * ratio <= picture.width() < 18 * ratio + 1


def test_an_icon_that_is_none_is_missing(look: Look) -> None:
    with pytest.raises(Missing):
        look.icon("no-such-icon")


def test_every_mark_that_is_drawn_is_used() -> None:
    marks = {path.stem for path in resource("look", "marks").glob("*.svg")}
    assert marks == set(re.findall(r"@([a-z-]+)\.svg", source("drawn")))
