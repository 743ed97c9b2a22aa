"""What others made and grantdesk stands on: whose it is, and on what terms."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import Any

import PySide6
from PySide6.QtCore import qVersion

from grantdesk.session.stock.resources import resource

LIBRARIES = (
    "pydantic",
    "platformdirs",
    "babel",
    "python-stdnum",
    "segno",
    "pypdfium2",
    "pillow",
    "click",
    "pyenchant",
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A work of others. `text` is the whole licence where it travels with the program, else empty."""

    what: str
    licence: str
    owner: str = ""
    text: str = ""


def works() -> list[Credit]:
    """Everything, in the order in which it is shown."""
    return [*_toolkit(), *_resources(), *_libraries()]


def _toolkit() -> Iterator[Credit]:
    owner = "The Qt Company Ltd. and other contributors"
    yield Credit(f"Qt {qVersion()}", "LGPL-3.0-only", owner)
    yield Credit(f"Qt for Python (PySide6) {PySide6.__version__}", "LGPL-3.0-only", owner)


def _resources() -> Iterator[Credit]:
    """Fonts, icons and the like, as resources/LICENSES.toml tells of them; what is our own is left out."""
    told = tomllib.loads(resource("LICENSES.toml").read_text("utf-8"))["file"]
    for entry in told:
        if entry["licence"] != "EUPL-1.2":
            text = resource(*entry["text"].split("/")).read_text("utf-8") if "text" in entry else ""
            yield Credit(entry["what"], entry["licence"], entry["copyright"], text)


def _libraries() -> Iterator[Credit]:
    """The Python packages that are there; a frozen program may not know of them."""
    for name in LIBRARIES:
        try:
            found = metadata.metadata(name).json
        except metadata.PackageNotFoundError:
            continue
        yield Credit(f"{found['name']} {found['version']}", _licence(found))


def _licence(found: Mapping[str, Any]) -> str:
    """What a package says of its licence: an expression, a line, or where it stands in the list of kinds."""
    kinds = [kind for kind in found.get("classifier", ()) if kind.startswith("License :: ")]
    told = str(found.get("license_expression") or found.get("license") or "")
    return told.splitlines()[0] if told else ", ".join(kind.split(" :: ")[-1] for kind in kinds)
