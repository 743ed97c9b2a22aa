"""The worlds: small calls under tests/worlds, each showing one thing. `form("cents")` is one, ready to read answers."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from grantdesk.call.author import assembled
from grantdesk.call.entry import entered
from grantdesk.call.form import Form
from grantdesk.call.terms.call import Call
from grantdesk.model.tree import Answers

ROOT = Path(__file__).resolve().parent
CALLS = ROOT.parent / "resources/calls"
NAMES = tuple(sorted(path.name for path in (ROOT / "worlds").iterdir()))


def folder(name: str) -> Path:
    """Where a world stands; the built-in calls are worlds too."""
    return ROOT / "worlds" / name if name in NAMES else CALLS / name


def parts(name: str) -> dict[str, dict[str, Any]]:
    """The TOML files of a world by stem, fresh at every call: they may be changed."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in folder(name).glob("*.toml")}


@cache
def world(name: str) -> Call:
    """The call."""
    return assembled(parts(name))


@cache
def form(name: str) -> Form:
    """The call, ready to read answers."""
    return Form(world(name))


@cache
def samples(name: str) -> Mapping[str, Any]:
    """Its samples by name: answers, and the findings that are expected."""
    paths = sorted((folder(name) / "samples").glob("*.json"))
    return {path.stem: json.loads(path.read_text("utf-8")) for path in paths}


def sample(name: str, which: str) -> Answers:
    """The answers of a sample, as a tree."""
    return entered(form(name), samples(name)[which]["answers"]).answers
