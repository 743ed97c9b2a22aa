"""Previews for tests: shown, with the pages of an application drawn."""

from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.pages import Pages
from grantdesk.ui.paper.paper import Paper

LONG = 20_000  # ms that a busy machine may take


def opened(qtbot: QtBot, desk: Desk) -> Paper:
    """A preview of the application, with all that is in sight drawn."""
    paper = Paper(desk)
    qtbot.addWidget(paper)
    paper.resize(1000, 700)
    with qtbot.waitExposed(paper):
        paper.show()
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=LONG)
    drawn(qtbot, paper.pages)
    return paper


def drawn(qtbot: QtBot, pages: Pages) -> None:
    """Waits until all sheets have their pictures."""
    qtbot.waitUntil(lambda: all(sheet.is_fresh for sheet in pages.sheets.values()), timeout=LONG)


def text(paper: Paper, page: int) -> str:
    """What stands on a page."""
    assert paper.pdf is not None
    return paper.pdf.text(page)
