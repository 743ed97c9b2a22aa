"""Whose work is in the frozen program, and on what terms: a folder for each package, with the texts of its licence."""

import platform
import re
import shutil
from importlib.metadata import Distribution, distributions
from pathlib import Path

BUILDING = ("grantdesk", "babel")
"""Of the packages that grantdesk names, those that are not in the frozen program as somebody else's."""
TEXTS = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
PYTHON = "Python {version}\nThe language and its library\nLicence: PSF-2.0, as told at https://docs.python.org/3/license.html\n"
QT = """Qt, as it comes with PySide6
Licence: LGPL-3.0-only
Qt's libraries and PySide6 are files of their own below _internal/PySide6 and may be replaced by other builds of them.
Their sources are at https://download.qt.io/official_releases/.
"""


def write(folder: Path) -> None:
    """Writes a folder for every package that is shipped, and for Qt and Python."""
    for name, found in sorted(shipped().items()):
        about = found.metadata
        told = [about[key] for key in ("License-Expression", "License") if key in about]
        terms = told[0] if told else "as the texts beside this one say"
        tell(folder / name, f"{found.name} {found.version}\n{about['Summary']}\nLicence: {terms}\n")
        for file in found.files or ():
            if file.name.upper().startswith(TEXTS):
                shutil.copy(str(file.locate()), folder / name)
    tell(folder / "qt", QT)
    tell(folder / "python", PYTHON.format(version=platform.python_version()))


def tell(folder: Path, text: str) -> None:
    """ABOUT.txt in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ABOUT.txt").write_text(text, encoding="utf-8")


def shipped() -> dict[str, Distribution]:
    """The packages that grantdesk needs, and those that they need, by name."""
    known = {plain(found.name): found for found in distributions()}
    names, waiting = set[str](), ["grantdesk"]
    while waiting:
        name = waiting.pop()
        if name in known and name not in names:
            names.add(name)
            waiting += [plain(need) for need in known[name].requires or () if "extra ==" not in need]
    return {name: known[name] for name in names if name not in BUILDING}


def plain(need: str) -> str:
    """The name at the front of a requirement, spelled as names are compared: "Py.Side_6<7" is "py-side-6"."""
    name = re.match(r"[\w.-]+", need)
    return re.sub(r"[-_.]+", "-", name[0] if name else need).lower()
