"""What tests of the session stand on: a home of its own for each test, and keepers that are closed behind it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desks import grant_of
from grantdesk.files import writing
from grantdesk.model.tree import EMPTY, Answers
from grantdesk.session.opening import Opening, opened
from spools import Spool

Keep = Callable[[Opening], Opening]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the person's folders."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("GRANTDESK_HOME", str(folder))
    return folder


@pytest.fixture
def keep(qtbot: QtBot) -> Iterator[Keep]:
    """Notes an opening, so that it is closed when the test ends."""
    noted: list[Opening] = []

    def note(opening: Opening) -> Opening:
        noted.append(opening)
        return opening

    yield note
    for each in noted:
        each.keeper.discard()
        each.keeper.close()


def written(path: Path, name: str = "kinds", answers: Answers | str = EMPTY) -> Path:
    """An application of a world in a file."""
    writing.write(grant_of(name, answers), path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An application of the world of kinds, with a title, in a file."""
    return written(tmp_path / "Hakemus.grant", answers={"title": "Valo"})


@pytest.fixture
def open_(path: Path, keep: Keep) -> Opening:
    """That file, open to be worked on."""
    return keep(opened(path))


@pytest.fixture
def spool_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spool:
    """The only spooler that is found."""
    spool = Spool(tmp_path / "spool")
    monkeypatch.setenv("PATH", spool.path)
    return spool
