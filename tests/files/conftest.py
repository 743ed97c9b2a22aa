"""A small application, and a home of its own for every test."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from grantdesk.files import canon, writing
from grantdesk.files.container.content import held
from grantdesk.files.grant import Grant

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
CALL = canon.packed({"format": "grantdesk/call", "id": "demo", "version": "1.0", "title": {"fi": "Äly"}})
PDF = held(b"%PDF-1.7 invented")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the person's folders."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("GRANTDESK_HOME", str(folder))
    return folder


@pytest.fixture
def sample() -> Grant:
    """An application with an answer of each kind, an attachment and something that a newer program left."""
    files = {"a1": {"name": "Liite.pdf", "pos": "V", "sha256": PDF.sha256, "size": PDF.size}}
    return Grant(
        id="5d3c1f0e-8a55-4c5a-9a39-0d5a3f5e2b11",
        created="2026-11-01T08:00:00Z",
        answers={"title": "Älykäs valo", "budget": {"total": 123_450, "vat": False}, "files": files},
        call=CALL,
        revision="b" * 32,
        parent="a" * 32,
        saved="2026-11-24T10:15:00Z",
        by="Maija Meikäläinen",
        attachments={PDF.sha256: PDF},
        extra={"history/0001.xz": held(b"\xfd7zXZ")},
        unknown={"application": {"colour": ["red", None]}, "manifest": {"mood": 3}},
    )


@pytest.fixture
def path(tmp_path: Path, sample: Grant) -> Path:
    """The sample in a file."""
    path = tmp_path / "Hakemus.grant"
    writing.write(sample, path)
    return path


@pytest.fixture
def raw(path: Path) -> bytes:
    """The bytes of the sample's file."""
    return path.read_bytes()
