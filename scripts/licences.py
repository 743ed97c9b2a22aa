"""The licences of what others made: every font, colour profile and icon stands in resources/LICENSES.toml.

An entry names `paths`, a `licence` (an SPDX identifier), perhaps the `text` of the licence and the `sha256` of each
path. A file may instead have a sibling FILE.license.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDERS = ("color", "fonts", "icons")
TABLE = "LICENSES.toml"


def faults(resources: Path) -> list[str]:
    """What is not named, and what is named but missing or changed; one line each."""
    entries = tomllib.loads((resources / TABLE).read_text("utf-8")).get("file", [])
    named = {path for entry in entries for path in (*entry.get("paths", ()), entry.get("text"))}
    wrong = [fault for entry in entries for fault in _entry_faults(resources, entry)]
    return wrong + [f"{path} has no licence in {TABLE}" for path in _shipped(resources) if path not in named]


def _shipped(resources: Path) -> Iterator[str]:
    files = (path for folder in FOLDERS for path in sorted((resources / folder).rglob("*")) if path.is_file())
    for path in files:
        if path.suffix != ".license" and not path.with_name(f"{path.name}.license").exists():
            yield path.relative_to(resources).as_posix()


def _entry_faults(resources: Path, entry: dict[str, Any]) -> Iterator[str]:
    paths = entry.get("paths", [])
    if not entry.get("licence"):
        yield f"{TABLE}: no licence for {', '.join(paths)}"
    for name in (*paths, *filter(None, [entry.get("text")])):
        if not (resources / name).is_file():
            yield f"{TABLE} names {name}, which is not there"
    for name, digest in zip(paths, entry.get("sha256", ()), strict=False):
        path = resources / name
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield f"{name} is not the file that {TABLE} speaks of"
