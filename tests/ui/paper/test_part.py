"""What is shown on paper can be read where it is picked, in every language and size of text."""

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.bar import Bar
from grantdesk.ui.piece.label import bare
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LONG = "Pohjois-Savon alueellinen valaistuksen kehittämisyhtiö Oy"


def bar(qtbot: QtBot, desk: Desk) -> Bar:
    made = Bar(desk)
    qtbot.addWidget(made)
    made.offer_parts([("a", bare(LONG))])
    made.resize(made.minimumSizeHint())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_whole_application_has_the_room_it_needs(qtbot: QtBot, desk: Desks, language: str, size: int) -> None:
    one = desk("hevi", "complete", language)
    one.look.use("light", size)
    made = bar(qtbot, one)
    part = made.part
    assert part.drawn == part.currentText()


def test_a_long_name_of_a_partner_is_cut_and_told_whole_in_the_tip(qtbot: QtBot, desk: Desks) -> None:
    made = bar(qtbot, desk("hevi", "complete"))
    part = made.part
    wide = part.width()
    part.show_value("a")
    part.grab()
    assert part.drawn.endswith("…")
    assert part.toolTip() == f"What is shown: {LONG}"
    assert part.width() == wide
    part.show_value("")
    part.grab()
    assert part.toolTip() == "What is shown"
