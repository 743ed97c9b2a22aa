"""Where a window comes up that has never stood anywhere."""

from collections.abc import Callable

from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.window.window import FRAME, Window


def test_the_status_line_of_a_new_window_is_on_the_screen(window: Callable[..., Window]):
    shown = window("kinds")
    new = Window(shown.desk, Keeper(shown.desk.session))
    assert new.height() + new.desk.look.px(FRAME) <= new.screen().availableGeometry().height()
    new.keeper.discard()
    new.close()
    new.deleteLater()
