"""The printers of the system, and a PDF handed to one of them as it is, where the system takes that (CUPS)."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias

from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

Sides: TypeAlias = Literal["one", "long", "short"]
"""Printed on one side, or on both and turned over like a book (long edge) or a pad (short edge)."""
SIDES: Mapping[Sides, str] = {
    "one": "one-sided",
    "long": "two-sided-long-edge",
    "short": "two-sided-short-edge",
}
PATIENCE = 20  # seconds for a system that does not answer
TITLE = 120  # characters of the name in the printer's list
_RANGE = re.compile(r"(\d{1,5})(?:[-–](\d{1,5})?)?")


class NotPrinted(Trouble):
    """The printer does not take anything."""

    def __init__(self) -> None:
        super().__init__(
            phrase(
                "The printer did not take the pages. Check that it is on, or export the PDF and print that."
            )
        )


class NoSuchPages(Trouble):
    """None of the pages that are wanted is there."""

    def __init__(self, count: int) -> None:
        super().__init__(phrase("There are only pages 1 to {n}. Choose other pages.", n=count))


@dataclass(frozen=True, slots=True)
class Ticket:
    """How something is printed: on which printer, how often, which pages (as typed: "2-4, 7"; empty: all), one or two
    on a side, on which sides, and in grey or in colours."""

    printer: str
    copies: int = 1
    pages: str = ""
    up: int = 1
    sides: Sides = "one"
    grey: bool = False


def is_range(text: str) -> bool:
    """Can it be read as pages: "2-4, 7", "5-", or nothing for all of them?"""
    return all(_RANGE.fullmatch(part.strip()) for part in text.split(",")) if text.strip() else True


def ranged(text: str, count: int) -> list[int]:
    """The pages of a text that `is_range`, counted from 0, of so many. NoSuchPages if none of them is there."""
    found: set[int] = set()
    for part in text.split(",") if text.strip() else ["1-"]:
        read = _RANGE.fullmatch(part.strip())
        if read is not None:
            first = int(read[1])
            last = int(read[2]) if read[2] else count if part.strip()[-1] in "-–" else first
            found.update(range(max(first, 1) - 1, min(last, count)))
    if not found:
        raise NoSuchPages(count)
    return sorted(found)


def spooler() -> tuple[str, ...] | None:
    """The names of the printers that take a PDF as it is, the usual one first; None where the system has no `lp`."""
    if which("lp") is None or which("lpstat") is None:
        return None
    names = _said(["lpstat", "-e"]).split()
    usual = _said(["lpstat", "-d"]).rpartition(": ")[2].strip()
    return tuple(sorted(names, key=lambda name: (name != usual, names.index(name))))


def spool(data: bytes, title: str, ticket: Ticket) -> None:
    """Hands a PDF with just the wanted pages to a printer of the spooler. NotPrinted."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "grantdesk.pdf"
        path.write_bytes(data)
        try:
            subprocess.run(  # noqa: S603  # no shell reads it, and every part of it is ours or an option's value
                command(path, title, ticket), check=True, capture_output=True, timeout=PATIENCE, env=_env()
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise NotPrinted from error


def command(path: Path, title: str, ticket: Ticket) -> list[str]:
    """What hands the file over. Nothing in it is read by a shell."""
    named = "".join(letter for letter in title if letter.isprintable())[:TITLE]
    options = [f"sides={SIDES[ticket.sides]}"]
    options += [f"number-up={ticket.up}"] if ticket.up > 1 else []
    options += ["print-color-mode=monochrome"] if ticket.grey else []
    flags = [part for option in options for part in ("-o", option)]
    return ["lp", "-d", ticket.printer, "-n", str(ticket.copies), "-t", named, *flags, str(path)]


def _said(arguments: Sequence[str]) -> str:
    """What a program of the spooler says, in its own language; nothing if it is silent or fails."""
    try:
        done = subprocess.run(  # noqa: S603  # fixed words
            arguments, capture_output=True, timeout=PATIENCE, env=_env(), check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _env() -> Mapping[str, str]:
    return os.environ | {"LC_ALL": "C.UTF-8"}
