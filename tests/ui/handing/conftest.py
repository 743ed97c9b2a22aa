"""A complete application with its paper, printed once; and a desk and a person for whatever is done with it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desks import Person, desk_of, grant_of
from grantdesk.files.grant import Grant
from grantdesk.session.application import Application
from grantdesk.session.paper.printing import printed
from grantdesk.session.session import Session
from grantdesk.ui.desk.desk import Desk
from grantdesk.words.language import Language


@cache
def made() -> tuple[Grant, bytes]:
    """The application, and the PDF that is submitted."""
    grant = grant_of("hevi", "complete")
    return grant, printed(Application(grant), Language("fi"))


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """The PDF in a file of the test's own."""
    path = tmp_path / "hakemus.pdf"
    path.write_bytes(made()[1])
    return path


@pytest.fixture
def own(qapp: QApplication) -> Iterator[Desk]:
    """A desk with the application."""
    one = desk_of(qapp, Session(made()[0]))
    yield one
    one.work.close()


@pytest.fixture
def person(own: Desk) -> Person:
    """Who is asked at the desk."""
    assert isinstance(own.ask, Person)
    return own.ask
