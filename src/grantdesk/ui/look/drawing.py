"""Drawings in the colours of a look: icons as text, and the marks of the style sheet as files, which Qt wants."""

import logging
import os
import re
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from grantdesk.session.stock import resources

ROLE = re.compile(r"@([a-z]+(?:_[a-z]+)*)")
_log = logging.getLogger(__name__)


@cache
def icon(name: str) -> str:
    """The drawing of an icon, as SVG with `currentColor` where the colour goes. Missing if there is none."""
    return resources.resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def mark(name: str) -> str:
    """The drawing of a mark of the style sheet, as SVG with @roles. Missing if there is none."""
    return resources.resource("look", "marks", f"{name}.svg").read_text("utf-8")


def colored(text: str, colors: Mapping[str, str]) -> str:
    """The text with each @role as its colour. KeyError for a role that the look does not have."""
    return ROLE.sub(lambda role: colors[role[1]], text)


def written(names: set[str], colors: Mapping[str, str]) -> Mapping[str, str] | None:
    """The marks in these colours as files in the cache, by name; None if they could not be written."""
    try:
        folder = resources.cache() / "look"
        folder.mkdir(parents=True, exist_ok=True)
        return {name: _file(folder, name, colored(mark(name), colors)) for name in names}
    except OSError as error:
        _log.info("no drawings for the style sheet: %s", error.strerror)
        return None


def _file(folder: Path, name: str, drawn: str) -> str:
    """The path of a file that holds the drawing; another drawing has another name, since another program may use it."""
    content = drawn.encode()
    path = folder / f"{name}-{zlib.crc32(content):08x}.svg"
    if not path.is_file() or path.read_bytes() != content:
        fresh = path.with_suffix(f".{os.getpid()}.fresh")  # put in place whole: another window may be reading
        fresh.write_bytes(content)
        fresh.replace(path)
    return path.as_posix()
