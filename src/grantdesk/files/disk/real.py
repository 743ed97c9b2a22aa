"""Where a path leads once its links are followed."""

import os
from pathlib import Path


def real(path: Path) -> Path:
    """The path with its links followed; whole, but with its links, where they go in a circle or may not be read."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # ValueError: no path of this system
        return path.absolute()
