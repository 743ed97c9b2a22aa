"""Editors of rows, shown."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.call.terms.node import Indicators, Matrix, Partners, TableNode
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.kinds import editor as make
from grantdesk.ui.editors.rows.indicators import IndicatorsEditor
from grantdesk.ui.editors.rows.matrix import MatrixEditor
from grantdesk.ui.editors.rows.partners import PartnersEditor
from grantdesk.ui.editors.rows.table import TableEditor
from grantdesk.ui.field.editor import Editor

Editors = Callable[[Desk, Path], Editor]


@pytest.fixture
def editor(qtbot: QtBot) -> Editors:
    """Makes the editor of a question, told of every change as a page would: editor(desk, ("rows",))."""

    def made(desk: Desk, path: Path) -> Editor:
        shown = _editor(desk, path)
        qtbot.addWidget(shown)
        desk.session.changed.connect(lambda _: shown.refresh())
        desk.attention.turned.connect(lambda: shown.mark(desk.attention.of(path)))
        shown.resize(760, 600)
        with qtbot.waitExposed(shown):
            shown.show()
        shown.activateWindow()
        return shown

    return made


def _editor(desk: Desk, path: Path) -> Editor:
    match desk.session.form.node(path):
        case TableNode() as node:
            return TableEditor(desk, node, path, make)
        case Matrix() as node:
            return MatrixEditor(desk, node, path, make)
        case Indicators() as node:
            return IndicatorsEditor(desk, node, path, make)
        case Partners() as node:
            return PartnersEditor(desk, node, path, make)
        case node:
            raise ValueError(node)
