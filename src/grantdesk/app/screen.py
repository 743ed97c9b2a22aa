"""The windows in which applications are filled in, where there is a screen for them."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from grantdesk.app.exit import DONE, usage
from grantdesk.words.phrase import phrase

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def shown(files: Sequence[Path], lang: str | None, look: str | None) -> int:
    """Opens the windows and stays until the last one is closed. Usage where there is no screen."""
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
    # For start-up: nothing of what is loaded now is ever garbage; the program that runs collects it again. And commands
    # need no Qt, whose hook on imports slows down what is imported after it.
    gc.disable()
    if files:
        import grantdesk.call.terms.call  # noqa: F401
    from grantdesk.app.office.running import run

    run(files, lang, look)
    return DONE
