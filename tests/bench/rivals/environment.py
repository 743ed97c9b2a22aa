"""Where the rivals live: an environment of their own under build/, made when their versions change."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

VERSIONS = Path(__file__).with_name("requirements.txt")
HOME = Path(__file__).resolve().parents[3] / "build" / "rivals"
PYTHON = HOME / "bin" / "python"
STAMP = HOME / "bench.stamp"


def python() -> Path:
    """Its Python. SystemExit where it cannot be made."""
    wanted = f"{sys.version_info[:2]} {hashlib.sha256(VERSIONS.read_bytes()).hexdigest()}"
    if not STAMP.exists() or STAMP.read_text() != wanted:
        print(f"making the rivals' environment in {HOME} ...", file=sys.stderr)
        shutil.rmtree(HOME, ignore_errors=True)
        for command in _commands():
            if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
                raise SystemExit("The rivals could not be installed; the messages above say why.")
        STAMP.write_text(wanted)
    return PYTHON


def _commands() -> list[list[str]]:
    uv = shutil.which("uv")
    if uv:
        install = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
        return [
            [uv, "venv", "--quiet", "--python", sys.executable, str(HOME)],
            [*install, "-r", str(VERSIONS)],
        ]
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return [[sys.executable, "-m", "venv", str(HOME)], [*install, "-r", str(VERSIONS)]]
