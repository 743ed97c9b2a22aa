"""Who opens the windows: what a window, and the way to it, ask of the office."""

from pathlib import Path
from typing import Protocol


class Host(Protocol):
    """Opens files, each in a window of its own."""

    def open(self, path: Path) -> None:
        """Opens a file."""
        ...

    def open_all(self, paths: list[Path]) -> None:
        """Opens files."""
        ...

    def read(self, path: Path) -> None:
        """Opens a file to read it."""
        ...

    def take_over(self, path: Path) -> None:
        """Opens a file to work on it, whoever has it open."""
        ...

    def show_start(self) -> None:
        """Shows the page where one begins."""
        ...

    def leave(self) -> None:
        """Closes all windows."""
        ...
