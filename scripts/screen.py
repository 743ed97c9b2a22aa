"""A screen that nobody sees: Xvfb on a display that was free. Tests, the bench, pictures and packages are shown there.

What is painted on it can be read without asking anybody: Xvfb keeps the pixels in a file.
"""

import mmap
import os
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WIDTH, HEIGHT = 1600, 1000
HEAD = ">25I"  # of the file, an XWD: its own size first, then what its pixels are like
COLOUR = 12  # bytes of each colour that is named between the head and the pixels


class Screen:
    """A running screen. `display` is its name, ":99"."""

    def __init__(self, display: str, pixels: mmap.mmap) -> None:
        self.display, self._pixels = display, pixels
        size, _, _, _, _, self._height, *fields = struct.unpack(HEAD, pixels[: struct.calcsize(HEAD)])
        self._line, colours = fields[6], fields[13]
        self._start = size + colours * COLOUR

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that shall be shown here."""
        plain = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        return plain | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def picture(self) -> bytes:
        """What is on the screen now: lines of pixels of four bytes."""
        return self._pixels[self._start : self._start + self._height * self._line]

    def lines(self, picture: bytes) -> list[bytes]:
        """A picture line by line."""
        return [picture[at : at + self._line] for at in range(0, len(picture), self._line)]


@contextmanager
def screen(width: int = WIDTH, height: int = HEIGHT) -> Iterator[Screen]:
    """A screen for a while. OSError if there is no Xvfb, or if it does not start."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        options = ["-displayfd", str(writing), "-fbdir", folder, "-nolisten", "tcp", "-noreset"]
        command = ["Xvfb", *options, "-screen", "0", f"{width}x{height}x24"]
        server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            if not number:
                raise OSError("Xvfb did not start")
            with Path(folder, "Xvfb_screen0").open("rb") as file:
                pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            yield Screen(f":{number}", pixels)
        finally:
            ended(server)


def ended(process: subprocess.Popen[bytes], patience: float = 5) -> None:
    """Sees to it that a process has ended: it is asked first."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
        return
    process.kill()
    process.wait()
