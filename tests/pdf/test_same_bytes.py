"""The same data give the same bytes, whoever prints them: any seed, zone, locale and Python, for every reader."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from grantdesk.session.paper.printing import PROFILES

ROOTS = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "src")]
NEEDED = "import PIL, babel, click, pydantic, segno, stdnum"
WORLDS: tuple[Mapping[str, str], ...] = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "fi_FI.UTF-8", "LANG": "sv_FI.UTF-8"},
)
PAPERS = {*PROFILES, "short", "form hevi", "form lump"}
# The desk's own room for tests needs a window system; what is printed needs none, so that the files are read here.
SCRIPT = """
import hashlib, json, sys
sys.path[:0] = sys.argv[1:3]
from pathlib import Path
from grantdesk.files.reading import read
from grantdesk.model.order import ordered
from grantdesk.session.application import Application
from grantdesk.session.paper.printing import PROFILES, form_printed, printed
from grantdesk.words.language import Language
from worlds import form

made = {}
for profile in PROFILES:
    for language in ("fi", "sv", "en"):
        application = Application(read(Path(sys.argv[3 + (profile in ("draft", "findings"))])).grant)
        partner = ordered(application.answers["partners"])[0][0] if profile == "partner" else None
        made.setdefault(profile, []).append(
            printed(application, Language(language), profile=profile, partner=partner))
made["short"] = [printed(Application(read(Path(sys.argv[4])).grant), Language("fi"), empty=False)]
for name in ("hevi", "lump"):
    made[f"form {name}"] = [form_printed(form(name), Language(language)) for language in ("fi", "sv", "en")]
print(json.dumps({name: [hashlib.sha256(each).hexdigest() for each in prints] for name, prints in made.items()}))
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The complete sample and the unfinished one."""
    from desks import grant_of
    from grantdesk.files.writing import write

    folder = tmp_path_factory.mktemp("files")
    found = [folder / f"{name}.grant" for name in ("complete", "unfinished")]
    for file in found:
        write(grant_of("hevi", file.stem), file)
    return [str(file) for file in found]


def digests(python: str, files: list[str], world: Mapping[str, str]) -> Mapping[str, list[str]]:
    """What a Python in a world of its own prints: paper -> the digests of the languages."""
    ran = subprocess.run(
        [python, "-c", SCRIPT, *ROOTS, *files],
        env=os.environ | world,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: Mapping[str, list[str]] = json.loads(ran.stdout)
    return found


@cache
def pythons() -> tuple[str, ...]:
    """Other Pythons of this machine that have what printing needs."""
    found = []
    for name in ("python3.12", "python3.13", "python3.14", *os.environ.get("GRANTDESK_PYTHONS", "").split()):
        python = shutil.which(name)
        if python and not subprocess.run([python, "-c", NEEDED], capture_output=True, check=False).returncode:
            found.append(python)
    return tuple(found)


def test_every_paper_is_the_same_under_any_seed_zone_and_locale(files: list[str]) -> None:
    one, other = (digests(sys.executable, files, world) for world in WORLDS)
    assert one == other
    assert set(one) == PAPERS
    every = [digest for prints in one.values() for digest in prints]
    assert len(set(every)) == len(every), "each reader and each language has a print of its own"


@pytest.mark.slow
def test_every_paper_is_the_same_from_another_python(files: list[str]) -> None:
    if not pythons():
        pytest.skip("no other Python with pydantic, babel, segno, click, pillow and python-stdnum is here")
    own = digests(sys.executable, files, WORLDS[0])
    for python in pythons():
        assert digests(python, files, WORLDS[1]) == own, python
