"""The wheel is whole: installed far from the tree, it puts the demonstration together and tests itself."""

import os
import subprocess
import venv
import zipfile
from pathlib import Path
from subprocess import PIPE, STDOUT

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow


def run(folder: Path, *command: str | Path) -> str:
    """Runs it in a folder that knows nothing of the tree; fails with all it printed."""
    outside = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COV_", "COVERAGE"))
    }
    done = subprocess.run(
        command, cwd=folder, env=outside, encoding="utf-8", stdout=PIPE, stderr=STDOUT, check=False
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a clean environment, with pip and nothing else."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, with_pip=True)
    return home / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture(scope="module")
def wheel(programs: Path) -> Path:
    """The wheel, built from the tree and installed in the clean environment with all it needs."""
    home = programs.parent
    run(home, programs / "python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", home, ROOT)
    (made,) = home.glob("grantdesk-*.whl")
    run(home, programs / "python", "-m", "pip", "install", "--quiet", made)
    return made


def test_the_wheel_holds_the_resources_and_the_catalogues(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        held = set(packed.namelist())
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    resources = {f"grantdesk/{path.relative_to(ROOT).as_posix()}" for path in files}
    catalogues = {f"grantdesk/words/catalogues/{language}.mo" for language in ("fi", "sv")}
    assert (resources | catalogues) - held == set()


@pytest.mark.usefixtures("wheel")
def test_the_installed_program_is_the_wheels_own(programs: Path, tmp_path: Path) -> None:
    where = run(tmp_path, programs / "python", "-c", "import grantdesk; print(grantdesk.__file__)")
    assert Path(where.strip()).is_relative_to(programs.parent)


@pytest.mark.usefixtures("wheel")
def test_the_installed_program_puts_the_demonstration_together(programs: Path, tmp_path: Path) -> None:
    run(tmp_path, programs / "grantdesk", "demo", "-o", tmp_path / "demo")
    assert {path.suffix for path in (tmp_path / "demo").iterdir()} >= {".grant", ".pdf"}


@pytest.mark.usefixtures("wheel")
def test_the_installed_program_tests_itself(programs: Path, tmp_path: Path) -> None:
    run(tmp_path, programs / "grantdesk", "selftest")
