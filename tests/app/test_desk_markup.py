"""What a stranger wrote, in a call or in an answer, is text wherever it is shown: Qt obeys no markup of theirs."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desks import Person, grant_of
from grantdesk.app.office.office import Office
from grantdesk.files.grant import Grant
from grantdesk.files.writing import write
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.desk.spot import spots
from grantdesk.ui.look.look import Look
from grantdesk.ui.look.tip import tip
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.window.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

EVIL = "<img src='file:///x.png'><b>x</b>"
CALLED = {"name", "name_fi", "title", "acronym", "label", "short"}


def poisoned(grant: Grant) -> Grant:
    """Markup before every text of the call, and in every answer by which something is called."""

    def call(data: Any) -> Any:
        if isinstance(data, list):
            return [call(each) for each in data]
        if not isinstance(data, dict):
            return data
        is_text = data.keys() == {"en", "fi", "sv"}
        return {key: EVIL + each if is_text else call(each) for key, each in data.items()}

    def answer(key: str, data: Any) -> Any:
        if isinstance(data, dict):
            return {name: answer(name, each) for name, each in data.items()}
        return EVIL + data if key in CALLED and isinstance(data, str) else data

    answers = answer("", grant.answers)
    return replace(grant, call=json.dumps(call(json.loads(grant.call))).encode(), answers=answers)


def obeyed(window: QWidget) -> Iterator[str]:
    """Where Qt would read markup of theirs."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from filter(_is_markup, (widget.toolTip(), widget.whatsThis()))
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            yield from filter(_is_markup, [widget.text()])
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            role, root = int(Qt.ItemDataRole.ToolTipRole), QModelIndex()
            told = (model.data(model.index(row, 0, root), role) for row in range(model.rowCount(root)))
            yield from (each for each in told if isinstance(each, str) and _is_markup(each))
    yield from (action.toolTip() for action in window.findChildren(QAction) if _is_markup(action.toolTip()))


def _is_markup(text: str) -> bool:
    return "<img" in text and Text.mightBeRichText(text)


def test_markup_is_known_where_it_is(qtbot: QtBot) -> None:
    label = QLabel(EVIL)
    qtbot.addWidget(label)
    label.setToolTip(EVIL)
    assert list(obeyed(label)) == [EVIL, EVIL]
    label.setToolTip(tip(EVIL))
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert list(obeyed(label)) == []
    assert tip("a < b & c") == "a < b & c"


@pytest.mark.parametrize(("name", "answers"), [("kinds", {"title": "Valo"}), ("hevi", "complete")])
def test_no_markup_of_a_stranger_is_obeyed(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, answers: Any
) -> None:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(qapp, "exit", lambda: None)  # it would end the loops of every test that follows
    person, path = Person(), tmp_path / "a.grant"
    office = Office(qapp, Stage(Speech("fi"), Look(qapp)), Preferences(), lambda *_: person)
    write(poisoned(grant_of(name, answers)), path)
    office.open(path)
    [window] = office.windows
    assert isinstance(window, Window)
    found: list[str] = []
    for page in spots(window.desk.session):
        window.moving.turn(page)
        QCoreApplication.processEvents()
        found += obeyed(window)
    window.desk.attention.check()
    window.looking.help()
    office.show_start()
    office.read(path)
    QCoreApplication.processEvents()
    for each in (*office.windows, office.start):
        assert each is not None
        found += obeyed(each)
    office.end()
    assert found == []
