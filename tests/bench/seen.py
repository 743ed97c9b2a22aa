"""What a person sees: from the start of a program to its first painted window, and to a page that stands still."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from screen import Screen, ended

COLOURS = 8
"""A window that is only there has one or two colours; a painted one has more than this, its letters being smooth."""
STILL, LONGEST = 1.2, 30.0
"""Seconds without a change, after which nothing more is expected; and seconds after which nobody would wait."""
SAME = 0.98
"""Of the lines of the screen, so many are as they will be: the caret and a clock may still move."""
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True)
class Start:
    """Milliseconds from the start of the process: `painted` anything at all, `complete` the whole of the window."""

    painted: float
    complete: float


@dataclass(frozen=True)
class Program:
    """A program that was started on a screen."""

    process: subprocess.Popen[bytes]
    start: Start

    def idle(self, seconds: float) -> float:
        """The share of one processor that it uses while nobody touches it."""
        before = self._used()
        time.sleep(seconds)
        return (self._used() - before) / seconds

    def _used(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def end(self) -> None:
        """Ends it, and waits until its window is gone."""
        ended(self.process)


def started(screen: Screen, command: Sequence[str | Path], environment: dict[str, str]) -> Program:
    """Starts a program and watches until its window stands still. TimeoutError if nothing is ever painted."""
    begun = time.perf_counter()
    said = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=screen.environment | environment, **said)  # type: ignore[call-overload]
    frames = _watched(screen, begun)
    if not frames or process.poll() is not None:
        ended(process)
        raise TimeoutError(f"nothing was painted by {command}")
    return Program(process, _start(screen, frames))


def _watched(screen: Screen, begun: float) -> list[tuple[float, bytes]]:
    """Every other picture that the screen showed since something was painted, and after how many milliseconds."""
    frames: list[tuple[float, bytes]] = []
    last, changed = b"", begun
    while (now := time.perf_counter()) - begun < LONGEST and (not frames or now - changed < STILL):
        picture = screen.picture()
        if picture != last:
            last, changed = picture, now
            if frames or _colours(picture) > COLOURS:
                frames.append(((now - begun) * 1000, picture))
        time.sleep(0.003)
    return frames


def _colours(picture: bytes) -> int:
    return len(set(memoryview(picture).cast("I")[::7]))


def _start(screen: Screen, frames: list[tuple[float, bytes]]) -> Start:
    final = screen.lines(frames[-1][1])

    def is_final(picture: bytes) -> bool:
        same = sum(a == b for a, b in zip(screen.lines(picture), final, strict=True))
        return same >= SAME * len(final)

    complete = next(at for at, picture in frames if is_final(picture))
    return Start(frames[0][0], complete)
