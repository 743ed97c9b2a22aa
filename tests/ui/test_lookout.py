"""Whatever a window shows, it shows in itself: nothing blinks up beside it."""

from PySide6.QtWidgets import QApplication

from desks import session_of
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.window.window import Window
from lookout import lookout
from views import asides, pages


def test_the_window_is_the_only_one_that_comes_up_through_all_its_pages_and_views(desk, qapp: QApplication):
    here = desk("kinds")
    with lookout() as out:
        window = Window(here, Keeper(here.session))
        window.show()
        seen = [name for views in (pages(window), asides(window)) for name, _ in views]
        window.commands.action("check").trigger()
        qapp.processEvents()
    window.keeper.discard()
    window.close()
    assert "trial" in seen
    assert out.seen == ["Window"]


def test_a_session_with_findings_shows_them_in_the_window(desk, qapp: QApplication):
    here = desk("hevi", session_of("hevi", "unfinished").answers)
    with lookout() as out:
        window = Window(here, Keeper(here.session))
        window.show()
        for name in ("check", "next_finding", "issues", "pages", "larger", "speak_sv", "look_dark", "usual"):
            window.commands.action(name).trigger()
            qapp.processEvents()
    window.keeper.discard()
    window.close()
    assert out.seen == ["Window"]
