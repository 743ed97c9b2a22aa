"""A spooler that stands for the system's."""

from pathlib import Path

import pytest

from spools import Spool


@pytest.fixture
def spool_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spool:
    """The only spooler that is found."""
    spool = Spool(tmp_path / "spool")
    monkeypatch.setenv("PATH", spool.path)
    return spool
