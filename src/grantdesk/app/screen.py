"""The windows in which applications are filled in, where there is a screen for them."""

import builtins
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
    gc.disable()  # for start-up: nothing of what is loaded now is garbage; the program that runs collects it again
    _import_plainly()
    from grantdesk.app.office.running import run  # commands need no Qt

    run(files, lang, look)
    return DONE


def _import_plainly() -> None:
    """Imports as Python does. PySide6 puts itself before that and searches the source of every module that is imported
    after it for __feature__, a switch of its own that nothing here uses: a tenth of the time until a window is open.
    """
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
