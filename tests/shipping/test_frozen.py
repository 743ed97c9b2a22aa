"""The frozen program: of Qt only what is used, everything of ours, and it runs where there is no Python."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import notices
from machine import linux, tool

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def frozen() -> ModuleType:
    """packaging/frozen.py, which no path leads to: its folder is called like somebody else's package."""
    spec = importlib.util.spec_from_file_location("frozen", ROOT / "packaging/frozen.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so", True),
        ("PySide6/Qt/translations/qtbase_fi.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qt_help_fi.qm", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("grantdesk/resources/calls/hevi/call.toml", True),
        ("lib/libtiff.so.6", True),
        ("stdnum/iban.dat", True),
        ("stdnum/be/banks.dat", True),
        ("stdnum\\oui.dat", False),
        ("stdnum/cn/loc.dat", False),
    ],
)
def test_only_what_is_used_is_kept(target: str, kept: bool, frozen: ModuleType) -> None:
    assert frozen.is_kept(target) is kept


def test_a_library_stays_only_where_something_that_stays_asks_for_it(frozen: ModuleType) -> None:
    asks = {"qxcb": ["libGui"], "QtGui": ["libGui"], "libGui": ["libCore", "libc"], "libTls": ["libssl"]}
    entries = [
        ("qt/plugins/platforms/libqxcb.so", "qxcb", "BINARY"),
        ("PySide6/QtGui.so", "QtGui", "EXTENSION"),
        *(
            (f"lib/{name}", name, "BINARY")
            for name in ("libGui", "libCore", "libTls", "libssl", "libpdfium.so")
        ),
    ]
    kept = frozen.asked_for(entries, lambda source: [(name, None) for name in asks.get(source, [])])
    assert [Path(target).name for target, _, _ in kept] == [
        *("libqxcb.so", "QtGui.so", "libpdfium.so", "libGui", "libCore")
    ]
    code = {Path(target).name for target, _, _ in kept}
    assert frozen.leads_to(("libGui", "qt/lib/libGui", "SYMLINK"), code)
    assert not frozen.leads_to(("libTls", "qt/lib/libTls", "SYMLINK"), code)
    assert frozen.leads_to(("calls/call.toml", "call.toml", "DATA"), code)


@pytest.mark.parametrize(
    ("suffix", "first"), [(".ico", b"\0\0\1\0"), (".icns", b"icns"), (".png", b"\x89PNG")]
)
def test_the_icon_is_painted_for_every_system(
    suffix: str, first: bytes, frozen: ModuleType, tmp_path: Path
) -> None:
    made = frozen.icon(tmp_path / f"deep/grantdesk{suffix}", 256)
    assert made.read_bytes().startswith(first)


def test_whoever_wrote_what_is_shipped_is_named(tmp_path: Path) -> None:
    notices.write(tmp_path)
    named = {path.name for path in tmp_path.iterdir()}
    assert {
        "qt",
        "python",
        "pyside6-essentials",
        "shiboken6",
        "pydantic",
        "pydantic-core",
        "python-stdnum",
    } <= named
    assert not named & {"pytest", "pyinstaller", "babel", "grantdesk"}
    for folder in tmp_path.iterdir():
        assert "Licence: " in (folder / "ABOUT.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of dist/grantdesk, frozen anew and tried out by scripts/package itself; by one process after the
    other, since all freeze in the same place."""
    linux()
    import fcntl  # there is none on Windows

    tool("objdump"), tool("Xvfb")
    if shutil.disk_usage(ROOT).free < 2 << 30:
        pytest.skip("freezing needs 2 GiB of the disk for a while")
    (ROOT / "build").mkdir(exist_ok=True)
    with (ROOT / "build/package.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(
            [sys.executable, ROOT / "scripts/package", "--test"],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stderr.count("ok  ") == 5
        return shutil.copytree(
            ROOT / "dist/grantdesk", tmp_path_factory.mktemp("dist") / "grantdesk", symlinks=True
        )


def installed(folder: Path, prefix: Path, *options: str) -> None:
    """Runs install.sh."""
    done = subprocess.run(
        [folder / "install.sh", *options, prefix], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


@pytest.mark.slow
def test_the_frozen_program_is_small_and_whole(folder: Path) -> None:
    held = set(files(folder))
    assert (
        sum((folder / name).lstat().st_size for name in held if not (folder / name).is_symlink()) < 150 << 20
    )
    resources = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()
    }
    assert {name for name in resources if f"_internal/grantdesk/{name}" not in held} == set()
    assert not [name for name in held if "Qt6Network" in name or "Qt6Qml" in name or "tls" in name.split("/")]
    assert not [str(path) for path in folder.rglob("*") if path.is_symlink() and not path.exists()]


@pytest.mark.slow
def test_it_is_installed_and_taken_away_without_a_trace(folder: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "local"
    installed(folder, prefix)
    assert (prefix / "share/applications/grantdesk.desktop").is_file()
    assert (prefix / "share/mime/packages/grantdesk.xml").is_file()
    said = subprocess.run(
        [prefix / "bin/grantdesk", "--help"],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "Fill in, check" in said.stdout  # the help is made of docstrings: they must not be stripped
    installed(folder, prefix, "--remove")
    assert [name for name in files(prefix) if "grantdesk" in name] == []
