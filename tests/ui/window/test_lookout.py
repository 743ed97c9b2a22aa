"""Whatever a window shows, it shows in itself: nothing blinks up beside it."""

from PySide6.QtWidgets import QApplication

from lookout import lookout
from views import asides, pages


def test_the_window_is_the_only_one_that_comes_up_through_all_its_pages_and_views(window, qapp: QApplication):
    with lookout() as out:
        shown = window("kinds")
        seen = [name for views in (pages(shown), asides(shown)) for name, _ in views]
        shown.commands.action("check").trigger()
        qapp.processEvents()
    assert "trial" in seen
    assert out.seen == ["Window"]


def test_a_session_with_findings_shows_them_in_the_window(window, qapp: QApplication):
    with lookout() as out:
        shown = window("hevi", "unfinished")
        for name in ("check", "next_finding", "issues", "pages", "larger", "speak_sv", "look_dark", "usual"):
            shown.commands.action(name).trigger()
            qapp.processEvents()
    assert out.seen == ["Window"]
