"""The workshop: the environment that the scripts work in, made when it is missing and mended when it is old.

It lives in `.venv`, or where GRANTDESK_VENV says. Its stamp holds the version of Python, a digest of what decides
its contents and what was installed; the stamp is written last, so an environment without one is half-made and is
made anew. Only the standard library is used: on a fresh machine there is nothing else.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - nothing but this line tells the person whose Python is too old
    sys.exit("grantdesk needs Python 3.11 or newer")

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("GRANTDESK_VENV") or ROOT / ".venv").expanduser().absolute()
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "grantdesk.stamp"
CATALOGUES = ROOT / "src/grantdesk/words/catalogues"

# What Qt loads from the system, and the Debian package that brings it.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = OFFSCREEN | {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What only the tests of a real window and of packages need: libraries, programs, and files by pattern.
TESTS = WINDOW | {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "update-mime-database": "shared-mime-info",
    "gio": "libglib2.0-bin",
    "groff": "groff-base",
    "objdump": "binutils",
    "javac": "openjdk-17-jdk-headless",
    "/usr/lib/softhsm/libsofthsm2.so": "softhsm2",
}


def say(text: str) -> None:
    """Tells the person what goes on, on stderr: stdout belongs to the program that runs."""
    print(text, file=sys.stderr, flush=True)


def ready(*, dev: bool) -> None:
    """Makes or mends the environment, with the tools of development if asked; exits with a sentence if it cannot."""
    held = STAMP.read_text().split() if STAMP.exists() else []
    fresh = held[:1] != [_place()] or not PYTHON.exists()
    dev = dev or (not fresh and "dev" in held)
    wanted = [_place(), _contents(), "dev" if dev else "run"]
    if held != wanted:
        say(f"{'making' if fresh else 'mending'} the environment in {VENV}: a minute or two ...")
        STAMP.unlink(missing_ok=True)
        _install(".[dev]" if dev else ".", fresh=fresh)
        STAMP.write_text(" ".join(wanted) + "\n")
        say("the environment is ready")
    if _catalogues_old():
        call("python", str(ROOT / "hatch_build.py"))


def call(name: str, *arguments: str) -> int:
    """Runs a program of the environment, and gives its exit code."""
    try:
        return subprocess.run([program(name), *arguments], check=False).returncode
    except KeyboardInterrupt:
        return 130


def program(name: str) -> str:
    """The path of a program in the environment. A missing one keeps its plain place, to be named in the error."""
    return shutil.which(name, path=str(BIN)) or str(BIN / name)


def libraries(needed: Mapping[str, str]) -> None:
    """Sees to it that what is needed of the system is there; installs it or says what to type."""
    if sys.platform == "linux" and (packages := [needed[name] for name in needed if not _present(name)]):
        _packages(packages)


def display() -> bool:
    """Whether a window could be seen. Without a display Qt would abort the process."""
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return platform not in ("offscreen", "minimal") and (shown or bool(platform))


def _python() -> str:
    return ".".join(map(str, sys.version_info[:2]))


def _place() -> str:
    """Where it stands and with which Python: when one of these changes, nothing of the old can be kept."""
    return f"{_python()}-{hashlib.sha256(str(VENV).encode()).hexdigest()[:8]}"


def _contents() -> str:
    """What decides what is installed. The settings of ruff, mypy and pytest do not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    parts = [project["build-system"], project["project"], project["tool"]["hatch"]]
    hook = (ROOT / "hatch_build.py").read_text("utf-8")
    return hashlib.sha256(json.dumps([str(ROOT), parts, hook]).encode()).hexdigest()[:16]


def _install(what: str, *, fresh: bool) -> None:
    if fresh:
        _clear()
    uv = shutil.which("uv")
    if not ((uv and _by_uv(uv, what)) or _by_pip(what)):
        sys.exit("The environment could not be made; the messages above say why. The next run begins anew.")


def _clear() -> None:
    foreign = VENV != ROOT / ".venv" and VENV.exists() and not (VENV / "pyvenv.cfg").exists()
    if foreign and any(VENV.iterdir()):
        sys.exit(f"GRANTDESK_VENV names {VENV}, which holds something else. It was left alone.")
    shutil.rmtree(VENV, ignore_errors=True)


def _by_uv(uv: str, what: str) -> bool:
    made = PYTHON.exists() or _done(uv, "venv", "--quiet", "--python", sys.executable, VENV)
    options: list[str | Path] = ["--quiet", "--compile-bytecode", "--python", PYTHON]
    return made and _done(uv, "pip", "install", *options, "--editable", what)


def _by_pip(what: str) -> bool:
    if not shutil.which("pip", path=str(BIN)):
        if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
            _packages([f"python{_python()}-venv"])
        if not _done(sys.executable, "-m", "venv", "--clear", VENV):
            return False
    options = ["--quiet", "--disable-pip-version-check"]
    return _done(PYTHON, "-m", "pip", "install", *options, "--editable", what)


def _packages(packages: list[str]) -> None:
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        say("installing system packages: " + " ".join(packages))
        silent = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "Dpkg::Use-Pty=0"]
        _done(*silent, "update")
        if _done(*silent, "install", "--yes", "--no-install-recommends", *packages):
            return
    how = "Please type: sudo apt-get install -y" if apt else "Please install what Debian calls"
    say(f"Something is missing from this system. {how} {' '.join(packages)}")


def _present(name: str) -> bool:
    """Whether a library, a file by its pattern, or a program is on this system."""
    if ".so." in name:
        return _loads(name)
    return any(Path("/").glob(name[1:])) if name.startswith("/") else shutil.which(name) is not None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _catalogues_old() -> bool:
    for source in (ROOT / "resources/words").glob("*.po"):
        made = CATALOGUES / f"{source.stem}.mo"
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


def _done(*command: str | Path) -> bool:
    """Runs a command of the setting up, in the tree. What it prints goes to stderr: stdout is the program's."""
    try:
        return subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False).returncode == 0
    except KeyboardInterrupt:
        return False
