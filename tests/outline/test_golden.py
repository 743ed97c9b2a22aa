"""Outlines as text, word for word as they were when somebody last read them: tests/golden/*.txt.

Where a change is meant, `GOLDEN=write scripts/test tests/outline/test_golden.py` writes the files anew; then read the
difference.
"""

import json
import os
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from grantdesk.call.entry import entered
from grantdesk.outline.edition import Edition
from grantdesk.outline.outline import outlined
from grantdesk.outline.text import text
from grantdesk.rules.check import Checker
from grantdesk.words.language import Language
from outline.laid import KINDS
from worlds import form, samples

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden"
WHOLE = Edition("gd-7k2m9 · 12", "2027-03-01T10:15:00Z", findings="front")
SHORT = Edition("gd-7k2m9 · 3", "2027-02-01T08:00:00Z", empty=False, findings="front", guidance=True)
PARTNER = Edition("gd-7k2m9 · 12", "2027-03-01T10:15:00Z", partner="company", findings="front")


def hevi(name: str) -> Any:
    return json.loads((ROOT / f"resources/samples/hevi-{name}.json").read_text("utf-8"))


def told(name: str, lang: str) -> str:
    """The text of a golden outline: "kinds" in "fi"."""
    world, data, edition = {
        "hevi-complete": ("hevi", hevi("complete"), WHOLE),
        "hevi-unfinished": ("hevi", hevi("unfinished"), SHORT),
        "hevi-partner": ("hevi", hevi("complete"), PARTNER),
        "lump-faulty": ("lump", samples("lump")["faulty"]["answers"], WHOLE),
        "kinds": ("kinds", KINDS, WHOLE),
    }[name]
    ready, ids = form(world), map("r{}".format, count())  # rows without an id of their own: r0, r1 …
    answers = entered(ready, data, ids.__next__).answers
    return text(outlined(ready, answers, Checker(ready).report(answers), Language(lang), edition))


FILES = (
    ("hevi-complete", "fi"),
    ("hevi-partner", "sv"),
    ("hevi-unfinished", "en"),
    *((name, lang) for name in ("lump-faulty", "kinds") for lang in ("fi", "sv", "en")),
)


@pytest.mark.parametrize(("name", "lang"), FILES)
def test_an_outline_reads_as_it_did_when_it_was_last_read(name: str, lang: str) -> None:
    path, made = GOLDEN / f"{name}.{lang}.txt", told(name, lang)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(made, "utf-8", newline="\n")
    assert made == path.read_text("utf-8")


def test_no_golden_outline_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.{lang}.txt" for name, lang in FILES}
