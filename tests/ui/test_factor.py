"""On screens with small pixels, up to 250 %, and on very large ones: nothing is cut off, nothing has to be scrolled to
the side, every picture is as sharp as the screen, also after the window was moved to another one.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
QUIET = (
    "This plugin does not support"  # offscreen raises nothing, grabs nothing and gives no hints, and says so
)
HUGE = (8000, 6000)


def shown(home: Path, what: str, size: tuple[int, int], env: Mapping[str, str], language: str = "fi") -> Any:
    """What the window of a process of its own says of itself; nothing else is said by Qt or by us."""
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [screen("one", 0), screen("other", HUGE[0])]}))
    done = subprocess.run(
        [sys.executable, str(ROOT / "factor.py"), what, language, *map(str, size)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "GRANTDESK_HOME": str(home / "home"),
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            **env,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith(QUIET)]
    assert (done.returncode, said) == (0, [])
    return json.loads(done.stdout)


def screen(name: str, x: int) -> dict[str, object]:
    """A screen as large as any, in pixels of its own."""
    return {
        "name": name,
        "x": x,
        "y": 0,
        "width": HUGE[0],
        "height": HUGE[1],
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


def test_nothing_is_cut_off_or_blurred_at_two_and_a_half(tmp_path: Path) -> None:
    found = shown(tmp_path, "pages", (1024, 700), {"QT_SCALE_FACTOR": "2.5"})
    assert (found["ratio"], found["wrong"]) == (2.5, {})
    assert found["seen"] > 20


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("size", "factor"),
    [((1024, 700), "2.5"), ((1536, 864), "2.5"), ((1024, 700), "1.25"), ((3840, 2160), "1")],
)
def test_no_view_is_cut_off_or_blurred(
    tmp_path: Path, size: tuple[int, int], factor: str, language: str
) -> None:
    found = shown(tmp_path, "views", size, {"QT_SCALE_FACTOR": factor}, language)
    assert (found["ratio"], found["wrong"]) == (float(factor), {})
    assert found["seen"] > 30


def test_a_window_that_is_moved_to_another_screen_is_sharp_there_and_here_again(tmp_path: Path) -> None:
    found = shown(tmp_path, "moved", (1024, 700), {"QT_SCREEN_SCALE_FACTORS": "1;2.5"})
    assert (found["seen"], found["wrong"]) == (6, {})
