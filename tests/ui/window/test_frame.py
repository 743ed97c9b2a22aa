"""Head and foot: time counted down without waking anybody, names where there is room, every control with a name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.dropped import openable
from grantdesk.ui.look.tokens import tokens
from grantdesk.ui.window.frame.countdown import Countdown, left
from grantdesk.ui.window.frame.line import Line
from grantdesk.words.language import Language

CLOSES = datetime(2027, 4, 30, 16, 15, tzinfo=ZoneInfo("Europe/Helsinki"))


def said(at: datetime) -> str:
    return Language("en").say(left(CLOSES, at)[0])


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(days=157), "in 157 days"),
        (timedelta(days=2), "in 2 days"),
        (timedelta(days=1, hours=3, minutes=20), "in 27 h 20 min"),
        (timedelta(hours=3, minutes=20, seconds=30), "in 3 h 20 min"),
        (timedelta(minutes=59, seconds=59), "in 59 minutes"),
        (timedelta(minutes=1), "in 1 minute"),
        (timedelta(seconds=59), "in less than a minute"),
        (timedelta(seconds=-1), "closed"),
    ],
)
def test_the_time_that_is_left_is_said_as_one_would(before: timedelta, words: str):
    assert said(CLOSES.astimezone(UTC) - before) == words


@pytest.mark.parametrize("minutes", [1, 61, 3000, 100_000])
def test_what_is_said_lasts_exactly_as_long_as_it_tells(minutes: int):
    at = CLOSES.astimezone(UTC) - timedelta(minutes=minutes, seconds=17)
    lasts = left(CLOSES, at)[1]
    assert lasts is not None
    assert said(at + lasts - timedelta(seconds=1)) == said(at)
    assert said(at + lasts + timedelta(seconds=1)) != said(at)


def test_the_clock_is_looked_at_once_an_hour_at_most_and_never_once_it_is_over(qtbot: QtBot):
    clock = [CLOSES.astimezone(UTC) - timedelta(days=100)]
    countdown = Countdown(CLOSES, lambda: clock[0])
    assert 3_600_000 <= countdown.waits <= 3_700_000
    turned = []
    countdown.turned.connect(lambda: turned.append(countdown.said))
    clock[0] = CLOSES.astimezone(UTC) + timedelta(hours=1)
    countdown.refresh()
    assert len(turned) == 1
    assert countdown.is_over
    assert countdown.waits == 0


def test_a_line_gives_up_its_text_before_its_tail(qtbot: QtBot):
    line = Line()
    qtbot.addWidget(line)
    line.show_text("A long name of a call that goes on", "closes tomorrow")
    line.show()
    line.resize(600, 20)
    assert line.text() == "A long name of a call that goes on · closes tomorrow"
    line.resize(250, 20)
    assert line.text().endswith(" · closes tomorrow")
    assert "…" in line.text()
    assert line.toolTip() == "A long name of a call that goes on · closes tomorrow"
    line.resize(120, 20)
    assert line.text() == "closes tomorrow"


def test_buttons_give_up_their_names_where_there_is_no_room_and_take_them_back(window):
    shown = window("hevi", "complete", "fi")
    named = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    check = shown.header._buttons["check"]
    shown.resize(700, 700)
    assert check.toolButtonStyle() != named
    shown.resize(1600, 860)
    assert check.toolButtonStyle() == named


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_control_of_the_frame_has_a_name(window, language: str):
    shown = window("hevi", "unfinished", language)
    shown.desk.attention.check()
    frame = (shown.header, shown.moving.navigator, shown.moving.findings, shown.status, shown.strip)
    nameless = []
    for part in frame:
        for widget in part.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isHidden():
                face = QAccessible.queryAccessibleInterface(widget)
                if not face.text(QAccessible.Text.Name).strip():
                    nameless.append(widget)
    assert nameless == []


def test_a_file_that_is_dropped_on_the_window_is_opened(window, tmp_path: Path):
    shown = window("hevi")
    wanted: list[list[Path]] = []
    shown.doors.files_wanted.connect(wanted.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.grant", "b.docx")])
    assert openable(data) == [tmp_path / "a.grant"]
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    shown.dropEvent(QDropEvent(QPointF(5, 5), copy, data, button, Qt.KeyboardModifier.NoModifier))
    assert wanted == [[tmp_path / "a.grant"]]


def test_a_short_line_takes_what_it_needs_and_ends_in_dots_where_there_is_less(qtbot: QtBot):
    row = QWidget()
    qtbot.addWidget(row)
    layout, short, rest = QHBoxLayout(row), Line(is_short=True), Line()
    layout.addWidget(short)
    layout.addWidget(rest, 1)
    short.show_text("Saved 24 November 2026 at 16:11")
    rest.show_text("~/Documents/HILJA.grant")
    row.resize(900, 40)
    row.show()
    assert (short.text(), short.toolTip()) == ("Saved 24 November 2026 at 16:11", "")
    row.resize(120, 40)
    qtbot.waitUntil(lambda: short.text().endswith("…"))
    assert "Saved 24 November 2026 at 16:11" in short.toolTip()
    assert short.accessibleName() == "Saved 24 November 2026 at 16:11"
    row.resize(900, 40)
    qtbot.waitUntil(lambda: short.text() == "Saved 24 November 2026 at 16:11")


def test_one_line_and_no_more_is_between_the_page_and_what_stands_beside_it(window) -> None:
    shown = window("hevi", "complete")
    shown.desk.look.use("light", 100)
    picture, height = shown.grab().toImage(), shown.height() // 2
    for handle in (shown.body.findChild(QSplitter).handle(n) for n in (1, 2)):
        at = handle.mapTo(shown, handle.rect().center()).x()
        lines = [
            x
            for x in range(at - 4, at + 5)
            if picture.pixelColor(x, height).name() == tokens("light")["line"]
        ]
        assert lines == [at]


def test_what_lies_over_the_page_has_one_line_where_it_ends(window):
    shown = window("hevi", "unfinished")
    shown.desk.look.use("light", 100)
    shown.resize(760, 700)
    body, colors = shown.body, tokens("light")
    for show, drawer, ground, lines in (
        (body.show_issues, body.right, "panel", [0]),
        (body.show_pages, body.left, "nav", []),
    ):
        show()
        QApplication.processEvents()
        picture = drawer.grab().toImage()
        seen = [picture.pixelColor(x, drawer.height() - 12).name() for x in range(6)]
        assert [x for x in range(6) if seen[x] != colors[ground]] == lines
        drawer.put_away()
