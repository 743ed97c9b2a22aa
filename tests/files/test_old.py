"""Files that were once released open for ever, and say what they said then."""

from pathlib import Path

import pytest

from grantdesk.files import reading, writing
from grantdesk.files.grant import VERSION
from grantdesk.model.path import dotted
from grantdesk.model.tree import leaves

OLD = Path(__file__).resolve().parent.parent / "old"
FORMATS = sorted(OLD.glob("*.grant"))


def said(path: Path) -> str:
    """What stands in a file, as text that a person can compare."""
    grant = reading.read(path).grant
    lines = [
        f"{key}: {getattr(grant, key)}" for key in ("id", "created", "revision", "parent", "saved", "by")
    ]
    lines += [f"call: {grant.call.decode()}"]
    lines += [f"{dotted(place)} = {value!r}" for place, value in sorted(leaves(grant.answers))]
    lines += [f"attachment {sha256}: {content.read()!r}" for sha256, content in grant.attachments.items()]
    lines += [f"{name}: {content.read()!r}" for name, content in grant.extra.items()]
    lines += [f"unknown in {name}: {data}" for name, data in sorted(grant.unknown.items())]
    return "\n".join(lines) + "\n"


def test_there_is_a_file_of_every_format() -> None:
    assert [path.stem for path in FORMATS] == [f"format-{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_an_old_file_says_what_it_always_said(path: Path) -> None:
    assert said(path) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_an_old_file_saved_today_says_the_same(path: Path, tmp_path: Path) -> None:
    writing.write(reading.read(path).grant, tmp_path / "x.grant")
    assert said(tmp_path / "x.grant") == said(path)


def test_a_file_of_todays_format_is_saved_in_the_same_bytes(tmp_path: Path) -> None:
    writing.write(reading.read(FORMATS[-1]).grant, tmp_path / "x.grant")
    assert (tmp_path / "x.grant").read_bytes() == FORMATS[-1].read_bytes()
