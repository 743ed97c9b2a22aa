"""grantdesk desk: the windows in which applications are filled in. What starts here is put together here."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from grantdesk.app.exit import DONE, usage
from grantdesk.app.speech import LANG
from grantdesk.words.phrase import phrase

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
LOOKS = ("light", "dark", "contrast")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@LANG
@click.option("--look", type=click.Choice(LOOKS), default=None, help="The look, for this time only.")
def desk(files: Sequence[Path], lang: str | None, look: str | None) -> int:
    """Fill in applications in a window; without a file, begin or choose one there."""
    if not has_screen():
        raise usage(
            phrase(
                "There is no screen here to open a window on. The commands work without one: “grantdesk --help” "
                "lists them."
            )
        )
    return opened(files, lang, look)


def has_screen(environment: "os._Environ[str] | dict[str, str]" = os.environ) -> bool:
    """Is there a screen? Without one Qt would end the process at once, with nothing that anybody could catch."""
    return not sys.platform.startswith("linux") or any(environment.get(name) for name in SCREENS)


def opened(files: Sequence[Path], lang: str | None, look: str | None) -> int:
    """Opens the windows and stays until the last one is closed."""
    # For start-up: commands need no Qt; and what Qt's hook on imports would slow down is imported before it, if it is
    # needed at once: to begin with, there is only the start page.
    if files:
        import grantdesk.call.terms.call  # noqa: F401
    from grantdesk.app.office.running import run

    run(files, lang, look)
    return DONE
