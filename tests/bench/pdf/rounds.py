"""Makers at work in turns: in a process that stays, and from the start of a process to its end."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

from bench.rivals import environment

TESTS = Path(__file__).resolve().parents[2]
OURS = ("grantdesk", "untagged")
MIB = 1024 if sys.platform == "linux" else 2**20  # what the system counts the memory of an ended process in


@dataclass
class Took:
    """What every run of one maker took at one size: processor and wall time in ms, and the most memory in MiB."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    peak: float = 0.0

    def add(self, cpu: float, wall: float, peak: float) -> None:
        """One more run."""
        self.cpu.append(cpu)
        self.wall.append(wall)
        self.peak = max(self.peak, peak)

    @property
    def median(self) -> float:
        """Of the processor time."""
        return statistics.median(self.cpu)

    def as_data(self) -> dict[str, object]:
        """For programs."""
        return {
            "cpu": self.median,
            "wall": statistics.median(self.wall),
            "peak": self.peak,
            "runs": len(self.cpu),
        }


class Maker:
    """One maker of PDFs, in a process that stays."""

    def __init__(self, name: str, python: Path) -> None:
        self.name = name
        self.command = [str(python), "-m", "bench.rivals.worker", name]
        self.environment = os.environ | {"PYTHONPATH": str(TESTS)}
        self._errors = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - as long as the process
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self._errors}
        self._process = subprocess.Popen(self.command, env=self.environment, encoding="utf-8", **pipes)  # type: ignore[call-overload]

    def made(self, content: Path, target: Path | None = None) -> dict[str, float]:
        """What one PDF took. RuntimeError with the last thing it said if it cannot make it."""
        line = f"{content}\t{target}\n" if target else f"{content}\n"
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # the line that is missing below tells it
        said = self._process.stdout.readline()
        if not said:
            self._process.wait()
            self._errors.seek(0)
            errors = self._errors.read().strip().splitlines()
            raise RuntimeError(errors[-1] if errors else "it ended without a word")
        found: dict[str, float] = json.loads(said)
        return found

    def end(self) -> None:
        """Lets it end."""
        self._process.communicate()


def makers(names: Iterable[str]) -> list[Maker]:
    """A process for each."""
    rivals = environment.python()
    return [Maker(name, Path(sys.executable) if name in OURS else rivals) for name in names]


def warm(makers: Sequence[Maker], contents: Sequence[Path]) -> dict[str, Took]:
    """Each content made by every maker before the next one is; the first one only warms up."""
    took = {maker.name: Took() for maker in makers}
    for at, content in enumerate(contents):
        for maker in makers:
            told = maker.made(content)
            if at:
                took[maker.name].add(told["cpu"], told["wall"], told["peak"])
    return took


def whole(commands: dict[str, Sequence[str]], runs: int, bytecode: Path) -> dict[str, Took]:
    """Processes from start to end, in turns; the first of each only fills the system's caches, and the folder
    `bytecode`: an installed program is not compiled each time, whatever Python is told here."""
    took = {name: Took() for name in commands}
    surroundings = os.environ | {"PYTHONPATH": str(TESTS), "PYTHONPYCACHEPREFIX": str(bytecode)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    for at in range(runs + 1):
        for name, command in commands.items():
            told = _ended(command, surroundings)
            if at:
                took[name].add(*told)
    return took


def _ended(command: Sequence[str], surroundings: dict[str, str]) -> tuple[float, float, float]:
    """One process. Its memory cannot be told to be less than that of this process, which is why this one is small."""
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    number = os.posix_spawn(command[0], command, surroundings, file_actions=silent)
    _, status, used = os.wait4(number, 0)
    wall = time.perf_counter() - start
    if status:
        raise RuntimeError(f"it ended with {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return (used.ru_utime + used.ru_stime) * 1000, wall * 1000, used.ru_maxrss / MIB
