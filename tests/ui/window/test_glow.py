"""What an undo changed is framed for a moment, and the frame is no larger than what is seen."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from grantdesk.words.phrase import phrase


def test_what_is_framed_after_an_undo_is_framed_where_the_page_shows_it(window):
    shown = window("hevi", "complete")
    shown.resize(1024, 700)
    session = shown.desk.session
    partner = next(iter(session.answers["partners"]))
    path = ("partners", partner, "indicators")
    session.edit({path: None}, phrase("Clear"), path)
    session.stack.undo()
    QApplication.processEvents()
    area = shown.middle.book.page.area.viewport()
    place = QRect(area.mapTo(shown, QPoint()), area.size())
    assert shown.moving._glow.isVisible()
    assert place.contains(shown.moving._glow.geometry())


def test_the_frame_goes_along_when_the_page_is_scrolled(window):
    shown = window("hevi", "complete")
    session, path = shown.desk.session, ("acronym",)
    session.edit({path: "NEW"}, phrase("Name it"), path)
    session.stack.undo()
    QApplication.processEvents()
    glow, bar = shown.moving._glow, shown.middle.book.page.area.verticalScrollBar()
    framed, was = QApplication.focusWidget(), glow.geometry()
    bar.setValue(bar.value() + 40)
    assert glow.isVisible()
    assert glow.geometry() == was.translated(0, -40)
    assert glow.geometry().contains(QRect(framed.mapTo(shown, QPoint()), framed.size()))
    bar.setValue(bar.maximum())
    area = shown.middle.book.page.area.viewport()
    assert QRect(area.mapTo(shown, QPoint()), area.size()).contains(glow.geometry()) or glow.size().isEmpty()
