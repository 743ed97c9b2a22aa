"""An application is measured on paper: the desk, the check and the draft's mark on the pages say the same."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desks import session_of
from grantdesk.rules.length import Length
from grantdesk.session.handing.exporting import is_draft, printing
from grantdesk.session.handing.making import limited
from grantdesk.session.paper.printing import length, measured, pages, printed
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

ENGLISH = Language("en")
LONG = "\n".join(["One word and another. " * 20] * 30)
MEMBERS = {"a": {"pos": "V", "organisation": "A", "role": LONG}, "b": {"pos": "W", "organisation": "B"}}


@pytest.fixture
def session() -> Session:
    return session_of("pages", {"name": "X", "steps": LONG, "members": MEMBERS})


def test_sections_reach_as_many_pages_as_they_stand_on(session: Session) -> None:
    found = length(printing(session).application, ENGLISH)
    assert found.pages > 5
    assert list(found.sections) == [("project",), ("plan",), ("part", "a"), ("part", "b")]
    assert found.sections["plan",] > 2
    assert found.sections["part", "b"] == 1


def test_what_is_too_long_is_printed_as_a_draft(session: Session) -> None:
    application = printing(session).application
    assert application.report.count("error") == 0
    assert measured(application, ENGLISH).report.count("error") == 3
    data = printed(application, ENGLISH)
    assert data == printed(application, ENGLISH)
    short = printing(session_of("pages", {"name": "X"})).application
    assert length(short, ENGLISH).pages <= 5
    assert pages(short, ENGLISH).pages == length(short, ENGLISH).pages
    assert measured(short, ENGLISH).report == short.report


def test_a_call_without_limits_is_not_measured() -> None:
    application = printing(session_of("kinds")).application
    assert measured(application, ENGLISH) is application


def test_the_session_keeps_what_is_too_long_until_it_is_measured_again(session: Session) -> None:
    seen: list[frozenset[object]] = []
    session.changed.connect(seen.append)
    session.measure(Length(9, {("plan",): 4}))
    assert seen == [frozenset()]
    assert is_draft(session)
    assert len(session.report.findings) == len(session.checked.findings) + 2
    session.edit({("name",): "Y"}, phrase("Change"))
    assert len(session.report.findings) == len(session.checked.findings) + 2
    session.measure(Length(5, {("plan",): 1}))
    assert session.report == session.checked
    session.measure(Length(4))
    assert len(seen) == 3, "nothing new is not told"


def test_the_desk_measures_after_a_pause(qtbot: QtBot, session: Session) -> None:
    work, owner = Work(), QObject()
    making = limited(session, work, "en", owner)
    assert making is not None
    qtbot.waitUntil(lambda: session.report.count("error") == 3, timeout=20_000)
    session.edit({("steps",): "Short.", ("members", "a", "role"): "Short."}, phrase("Change"))
    qtbot.waitUntil(lambda: session.report.count("error") == 0, timeout=20_000)
    assert not making.is_stale, "measuring is no change that is measured again"
    making.watch(False)
    work.close()


def test_where_nothing_is_limited_nothing_is_measured(qtbot: QtBot) -> None:
    work, owner = Work(), QObject()
    assert limited(session_of("kinds"), work, "en", owner) is None
    work.close()
