"""A window of its own process, on screens whose pixels are small: what is cut off there, and what is not sharp.

Qt reads the ratio of a screen once, when it starts, from the environment: see `tests/ui/test_factor.py`.
"""

import json
import sys
from collections.abc import Iterator
from itertools import chain
from math import ceil

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QPixmap, QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget

from audit import clipped, place, sideways, widgets
from desks import desk_of, session_of
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.paper.miniature import MiniatureList
from grantdesk.ui.paper.paper import Paper
from grantdesk.ui.paper.sheet import Sheet
from grantdesk.ui.window.window import Window
from views import asides, dialogs, pages, settle

PATIENCE = 50  # times that a view is given to settle
EMPTY = 1  # pixels of the picture of a label that paints itself


def main(what: str, language: str, wide: str, high: str) -> int:
    """Says as one line of JSON what is wrong: "pages", "views" or "moved" of the sample, in a window of a size."""
    app = QApplication(sys.argv[:1])
    session = session_of("hevi", "complete")
    desk = desk_of(app, session, language)
    window = Window(desk, Keeper(session))
    window.resize(int(wide), int(high))
    window.show()
    window.activateWindow()
    settle(window)
    shown = {"pages": pages, "views": every, "moved": moved}[what](window)
    found = {name: wrong(view) for name, view in shown}
    ratio = window.devicePixelRatioF()
    print(json.dumps({"ratio": ratio, "seen": len(found), "wrong": {k: v for k, v in found.items() if v}}))
    window.keeper.discard()
    window.close()
    desk.work.close()
    return 0


def every(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The pages, what lies beside or over them, and the dialogs."""
    yield from chain(pages(window), asides(window), dialogs(window))


def moved(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Some views on one screen after the other: what is open is taken along."""
    one, other = QApplication.screens()
    for name in ("read", "preview", "about"):
        view = opened(window, name)
        for screen in (other, one):
            view.move(screen.geometry().topLeft())
            settle(window)
            view.grab()
            assert view.screen() is screen
            assert view.devicePixelRatioF() == screen.devicePixelRatio()
            yield f"{name} on {screen.name()}", view


def opened(window: Window, name: str) -> QWidget:
    """A view of the window, or a dialog, that stays."""
    if name == "about":
        return next(view for shown, view in dialogs(window) if shown == name)
    window.commands.action(name).trigger()
    settle(window)
    paper = window.findChild(Paper)
    if paper is not None:
        paper.bar.miniatures.setChecked(True)
    return window


def wrong(view: QWidget) -> list[str]:
    """What is cut off and what is not sharp, once everything has found its place."""
    for _ in range(PATIENCE):
        view.grab()
        found = [*clipped(view), *sideways(view), *blurred(view)]
        if not found:
            break
        QTest.qWait(20)
    return found


def blurred(root: QWidget) -> list[str]:
    """The pictures that have other pixels than the screen."""
    ratio = root.devicePixelRatioF()
    return [
        f"{place(widget)}: a picture {picture.width()}×{picture.height()} at {picture.devicePixelRatio()}"
        for widget in widgets(root)
        for picture in pictures(widget, ratio)
        if picture.isNull() or picture.devicePixelRatio() != ratio
    ]


def pictures(widget: QWidget, ratio: float) -> Iterator[QPixmap]:
    """The pictures that a widget shows. A button has one for each screen: what it gives for this one counts."""
    match widget:
        case Sheet() if widget.is_drawn:
            yield widget._picture
        case QLabel() if widget.pixmap().width() > EMPTY:
            yield widget.pixmap()
        case QAbstractButton() if not widget.icon().isNull():
            yield exactly(widget, ratio)
        case MiniatureList():
            yield widget.miniatures.index(0).data(Qt.ItemDataRole.DecorationRole)
        case QTextEdit():
            yield from inserted(widget.document())


def exactly(button: QAbstractButton, ratio: float) -> QPixmap:
    """The icon of a button as it is for a screen, if it has one of just this size: another would be stretched."""
    size = button.iconSize()
    pixels = QSize(ceil(size.width() * ratio), ceil(size.height() * ratio))
    return button.icon().pixmap(size, ratio) if pixels in button.icon().availableSizes() else QPixmap()


def inserted(document: QTextDocument) -> Iterator[QPixmap]:
    """The pictures in a document."""
    block = document.begin()
    while block.isValid():
        for name in named(block):
            image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(name))
            yield QPixmap.fromImage(image)
        block = block.next()


def named(block: QTextBlock) -> Iterator[str]:
    for run in block.textFormats():
        if run.format.isImageFormat():
            yield run.format.toImageFormat().name()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
