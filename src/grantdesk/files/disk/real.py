"""Where a path leads: from the root on, and once its links are followed."""

import os
from pathlib import Path


def real(path: Path) -> Path:
    """The path with its links followed; whole, but with its links, where they go in a circle or may not be read."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # ValueError: no path of this system
        return whole(path)


def whole(path: Path) -> Path:
    """The path from the root on; as it was given where the folder that the program runs in is gone."""
    try:
        return path.absolute()
    except OSError:
        return path
