"""Grids of real tables, shown and with the focus."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.grid import Grid
from grantdesk.ui.editors.rows.listing import Listing

Grids = Callable[[Desk, Path], Grid]


@pytest.fixture
def grid(qtbot: QtBot) -> Grids:
    """Makes the grid of a table: grid(desk, ("rows",))."""

    def make(desk: Desk, path: Path) -> Grid:
        node = desk.session.form.node(path)
        made = Grid(desk, Listing(desk, node, path))
        qtbot.addWidget(made)
        made.resize(800, 500)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.view.setFocus()
        qtbot.waitUntil(made.view.hasFocus)
        return made

    return make
