"""Reads a call as its author wrote it, a folder of TOML, or packed into one JSON file; what it means is for `call`."""

import os
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from grantdesk.files.container.source import Source
from grantdesk.files.trouble import BadCallFile
from grantdesk.words.phrase import phrase

LARGEST = 2**20  # bytes of one file of a folder
MOST = 100  # files of a kind in a folder
HEAD = "call.toml"
SAMPLES = "samples"
_LINE: Final = re.compile(r"\(at line (\d+)")
_PART: Final = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*"""
_DEEP: Final = re.compile(rf"(?<![\w-]){_PART}(?:\.[ \t]*{_PART}){{500}}")
"""A key of more parts than anybody writes; the library would take time and room by their square."""


@dataclass(frozen=True, slots=True)
class CallFolder:
    """The TOML files of a call, and its sample answers (JSON), each by the stem of its name."""

    parts: Mapping[str, Mapping[str, Any]]
    samples: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def folder(path: Path) -> CallFolder:
    """The call in a folder: call.toml, other *.toml, samples/*.json, in the order of their names.

    BadCallFile with the line if one is no TOML or JSON, is too large, or leads out of the folder; Missing if there is
    no call.toml; NotAllowed, NotDone.
    """
    Source(path / HEAD)
    parts = {file.stem: _read(file, path, _toml) for file in _files(path, ".toml")}
    samples = {file.stem: _read(file, path, _json) for file in _files(path / SAMPLES, ".json")}
    return CallFolder(parts, samples)


def head(path: Path, wanted: Collection[str]) -> Mapping[str, Any]:
    """The head of a call, a folder or a packed file, with the `wanted` keys as far as they are there.

    Nothing else of the call is looked at, and no more than has to be: they mostly stand before the first table.
    BadCallFile, Missing, NotAllowed, NotDone.
    """
    if path.suffix == ".json":
        return _json(path, _packed(path))
    file = path / HEAD
    raw = _bytes(file, LARGEST)
    try:
        found = tomllib.loads(raw.partition(b"\n[")[0].decode("utf-8"))
    except (ValueError, RecursionError):  # a text of several lines may hold what looks like a table
        found = {}
    return found if found.keys() >= set(wanted) else _toml(file, raw)


def packed(path: Path) -> bytes:
    """The bytes of a packed call; they are one JSON object, nested and long within bounds.

    BadCallFile if not; Missing, NotAllowed, NotDone.
    """
    raw = _packed(path)
    _json(path, raw)
    return raw


def _files(path: Path, suffix: str) -> list[Path]:
    files = sorted(file for file in path.glob("*" + suffix) if not file.name.startswith("."))
    if len(files) > MOST:
        raise BadCallFile(path, 0, phrase("there are more than {n} files", n=str(MOST)))
    return files


def _read(file: Path, root: Path, parse: Callable[[Path, bytes], dict[str, Any]]) -> dict[str, Any]:
    if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root)):
        raise BadCallFile(file, 0, phrase("it leads out of the folder"))
    return parse(file, _bytes(file, LARGEST))


def _packed(path: Path) -> bytes:
    from grantdesk.files.container import entry as e  # for start-up: the calls that come along are folders

    return _bytes(path, e.largest(e.CALL))


def _bytes(path: Path, largest: int) -> bytes:
    source = Source(path)
    if source.size > largest:
        raise BadCallFile(path, 0, phrase("it is too large"))
    return source.read(0, source.size)


def _toml(path: Path, raw: bytes) -> dict[str, Any]:
    text = _text(path, raw)
    if deep := _DEEP.search(text):
        at = text.count("\n", 0, deep.start()) + 1
        raise BadCallFile(path, at, phrase("it is nested too deeply"))
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError; or an integer of more than 4300 digits
        line = _LINE.search(str(error))
        said = _LINE.split(str(error))[0].strip()
        raise BadCallFile(path, int(line[1]) if line else 0, phrase("{message}", message=said)) from error
    except RecursionError as error:
        raise BadCallFile(path, 0, phrase("it is nested too deeply")) from error


def _text(path: Path, raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadCallFile(path, line, phrase("it is not UTF-8")) from error


def _json(path: Path, raw: bytes) -> dict[str, Any]:
    from grantdesk.files import canon  # for start-up: as above

    try:
        data = canon.unpacked(raw)
    except canon.Flaw as flaw:
        raise BadCallFile(path, 0, flaw.what) from flaw
    if not isinstance(data, dict):
        raise BadCallFile(path, 0, phrase("it is not JSON as it should be"))
    return data
