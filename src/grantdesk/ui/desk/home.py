"""Where a file lies, as people say it: from their own folder on."""

from pathlib import Path

from PySide6.QtCore import QDir


def from_home(path: Path) -> str:
    """The path, with ~ for the home folder; whole where it lies elsewhere."""
    home = Path(QDir.homePath())  # Python knows none where an account has none
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
