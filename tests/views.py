"""Everything that a window can show, one view after another: pages, what lies beside or over them, and every dialog."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from grantdesk.ui.desk.spot import spots
from grantdesk.ui.window.window import Window

ASIDE = ("help", "find", "trial")
OVER = ("read", "preview")
DIALOGS = ("goto", "shortcuts", "about", "preferences", "export", "sign", "prove")


def pages(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The pages, one for each section, and the last page; each with its name."""
    seen = set[str]()
    for page in spots(window.desk.session):
        if page.section not in seen:
            seen.add(page.section)
            window.moving.turn(page)
            if window.middle.book.page is not None:
                window.middle.book.page.fill()
            settle(window)
            yield page.section or "check", window


def asides(window: Window) -> Iterator[tuple[str, QWidget]]:
    """What lies beside the page, and what takes its place for a while."""
    window.moving.turn(spots(window.desk.session)[0])
    for name in (*ASIDE, *OVER):
        window.commands.action(name).trigger()
        settle(window)
        yield name, window
    window.cover.uncover()
    if window.viewing.is_previewing():
        window.viewing.preview()


def dialogs(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every dialog, shown without waiting for anybody."""
    shown: list[QDialog] = []

    def show(dialog: QDialog) -> None:
        dialog.deleteLater = _stay  # whoever opened it is done with it at once; the one who looks is not
        dialog.show()
        settle(window)
        shown.append(dialog)

    window.looking.run = window.handing.run = show
    for name in DIALOGS:
        window.commands.action(name).trigger()
        yield name, shown[-1]
        dialog = shown.pop()
        del dialog.deleteLater
        dialog.close()
        dialog.deleteLater()


def _stay() -> None:
    """Nothing goes away yet."""


def views(window: Window) -> Iterator[tuple[str, QWidget]]:
    """All of them."""
    yield from pages(window)
    yield from asides(window)
    yield from dialogs(window)


def settle(window: Window) -> None:
    """Everything that was asked for has happened."""
    window.desk.work.finish()
    for _ in range(24):
        QApplication.processEvents()
