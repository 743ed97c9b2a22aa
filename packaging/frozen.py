"""What a frozen grantdesk holds, the same on every system: the program, its resources, and of Qt only what is used.

PyInstaller gathers too much: every plugin of Qt, and every library that any of them needs. Here the plugins are named,
and a library stays only if something that stays asks for it. Nothing is optimised away: the help of the commands is
made of docstrings.
"""

import re
from collections.abc import Callable, Container, Iterable
from pathlib import Path

from PyInstaller.building.api import COLLECT, EXE, PYZ
from PyInstaller.building.build_main import Analysis
from PyInstaller.depend.bindepend import get_imports
from PyInstaller.utils.hooks import collect_submodules

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/grantdesk"
NAME = "grantdesk"

PICTURES = ("Png", "Jpeg", "Mpo", "Tiff", "Bmp", "Gif")
"""What Pillow is asked to read of attached pictures."""
NUMBERS = ("iban.dat", "banks.dat")
"""Of the tables of python-stdnum: which numbers of accounts there are. The others tell of calls, books and cities."""

EXCLUDED = [
    *("babel", "hatchling", "setuptools", "pip", "_distutils_hack", "pkg_resources"),
    *("numpy", "reportlab", "pikepdf", "hypothesis", "pytest", "mypy", "cel_expr_python"),
    *(
        f"PIL.{name}"
        for name in ("_avif", "_webp", "_imagingft", "_imagingtk", "_imagingmath", "_imagingmorph")
    ),
    *(
        name
        for name in collect_submodules("PIL")
        if name.endswith("ImagePlugin") and name[4:-11] not in PICTURES
    ),
    *("tkinter", "sqlite3", "xmlrpc", "lib2to3", "test", "pypdfium2_cli", "pydantic.mypy"),
    *(
        "pyhanko",
        "pyhanko_certvalidator",
        "pkcs11",
        "cryptography",
        "lxml",
        "zxingcpp",
    ),  # for who signs or scans
    *(f"PySide6.Qt{name}" for name in ("Network", "Qml", "Quick", "OpenGL", "OpenGLWidgets", "Sql", "Test")),
]
PLUGINS = {
    "platforms": ["offscreen", "xcb", "wayland", "windows", "cocoa"],
    "platforminputcontexts": ["composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"],
    "platformthemes": ["xdgdesktopportal"],
    "wayland-shell-integration": ["xdg-shell"],
    "wayland-decoration-client": ["adwaita", "bradient"],
    "iconengines": ["svgicon"],
    "imageformats": ["svg", "jpeg", "ico"],
    "printsupport": ["cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"],
}
TRANSLATIONS = ("qtbase_en", "qtbase_fi", "qtbase_sv")

Entry = tuple[str, str, str]
"""Where it goes in the folder, where it comes from, what it is to PyInstaller."""
Imports = Callable[[str], Iterable[tuple[str, str | None]]]


def frozen(
    consoles: dict[str, bool] | None = None, icon: Path | None = None, *, strip: bool = False
) -> COLLECT:
    """The program as a folder of its own, dist/grantdesk. `consoles`: its programs by name, and whether each belongs to
    a terminal, where a system tells the two apart."""
    analysis = Analysis(
        [str(PACKAGE / "__main__.py")],
        pathex=[str(ROOT / "src")],
        datas=[
            (str(ROOT / "resources"), "grantdesk/resources"),
            (str(PACKAGE / "words/catalogues"), "grantdesk/words/catalogues"),
        ],
        hiddenimports=collect_submodules("grantdesk"),  # commands are loaded by name
        excludes=EXCLUDED,
    )
    analysis.binaries = asked_for([entry for entry in analysis.binaries if is_kept(entry[0])])
    code = {Path(target).name for target, _, _ in analysis.binaries}
    analysis.datas = [entry for entry in analysis.datas if is_kept(entry[0]) and leads_to(entry, code)]
    pure, look = PYZ(analysis.pure), str(icon) if icon else None
    programs = [
        EXE(pure, analysis.scripts, exclude_binaries=True, name=name, icon=look, console=console, strip=strip)
        for name, console in (consoles or {NAME: True}).items()
    ]
    return COLLECT(*programs, analysis.binaries, analysis.datas, name=NAME, strip=strip)


def is_kept(target: str) -> bool:
    """Of Qt: plugins that are named, and its words in our languages. Of the tables of numbers: what is looked up. Of
    all else: everything."""
    parts = Path(target.replace("\\", "/")).parts
    if "plugins" in parts[:-2]:
        wanted = PLUGINS.get(parts[-2], [])
        stem = parts[-1].partition(".")[0].removeprefix("lib")
        return stem in wanted or stem.removeprefix("q") in wanted
    if "translations" in parts[:-1] and "PySide6" in parts:
        return parts[-1].partition(".")[0] in TRANSLATIONS
    if parts[0] == "stdnum" and parts[-1].endswith(".dat"):
        return parts[-1] in NUMBERS
    return "qml" not in parts


def leads_to(entry: Entry, code: Container[str]) -> bool:
    """A link to a library stays only with the library; what is no link stays."""
    return entry[2] != "SYMLINK" or Path(entry[1]).name in code


def asked_for(entries: list[Entry], imports: Imports = get_imports) -> list[Entry]:
    """Modules and plugins, and every library that they need, directly or through others."""
    libraries = {Path(entry[0]).name: entry for entry in entries if is_library(entry)}
    kept = [entry for entry in entries if not is_library(entry)]
    for _, source, _ in kept:  # it grows while we go through it
        names = [Path(name).name for name, _ in imports(source)]
        kept += [libraries.pop(name) for name in names if name in libraries]
    return kept


def is_library(entry: Entry) -> bool:
    """What is there only for others: no module, no plugin, and not what Python itself or ctypes loads."""
    target, _, kind = entry
    name = Path(target).name
    return kind == "BINARY" and "plugins" not in Path(target).parts and not re.search("python|pdfium", name)


def icon(file: Path, size: int) -> Path:
    """Paints the program's icon into a file whose suffix says how: .ico, .icns, .png."""
    from PySide6.QtGui import QImage, QPainter  # Linux takes the icon as it is drawn, and needs no Qt here
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources/icons/grantdesk.svg")).render(painter)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"{file} was not written")
    return file
