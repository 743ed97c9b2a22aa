"""Where things lie: the program's own resources, and the folders of the person who runs it.

The one module that knows that `resources/` stands beside `src/` in the source tree, and inside the package in a wheel
or a frozen program.
"""

import functools
import os
from pathlib import Path

from grantdesk.files.trouble import Missing

HOME = "GRANTDESK_HOME"  # one folder in place of the system's four; for tests and for sticks
_PACKAGE = Path(__file__).resolve().parents[1]


def resources() -> Path:
    """The folder of resources."""
    return _resources(_PACKAGE)


@functools.cache
def _resources(package: Path) -> Path:
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parents[1] / "resources").resolve()


def resource(*names: str) -> Path:
    """A file or folder among the resources: resource("fonts", "X.ttf"). Missing if it is not there or leads out."""
    root = resources()
    path = root.joinpath(*names)
    if not path.resolve().is_relative_to(root) or not path.exists():
        raise Missing(path)
    return path


def calls() -> list[Path]:
    """The calls that come with the program: folders with a call.toml, and packed .json files, by name."""
    found = (resources() / "calls").glob("*")
    return sorted(path for path in found if path.suffix == ".json" or (path / "call.toml").is_file())


def data() -> Path:
    """Where backups lie: what must not be lost, and need not move with the person."""
    return _folder("data")


def state() -> Path:
    """Where unsaved work, copies of a dangerous moment and logs lie."""
    return _folder("state")


def config() -> Path:
    """Where preferences lie."""
    return _folder("config")


def cache() -> Path:
    """Where lies what can be made anew."""
    return _folder("cache")


def _folder(kind: str) -> Path:
    """The folder's path; it may not exist yet."""
    if home := os.environ.get(HOME):
        return Path(home) / kind
    import platformdirs  # 20 ms, and most runs of the command line need no such folder

    return Path(getattr(platformdirs, f"user_{kind}_path")("grantdesk", appauthor=False))
