"""Pages are made anew while somebody looks: after each pause, one job at a time, and the latest only."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from desks import session_of
from grantdesk.session.handing.exporting import Wish
from grantdesk.session.handing.making import Making, edition
from grantdesk.session.paper.apart import pages_of
from grantdesk.session.paper.printing import Print
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

LONG = 20_000


class Maker:
    """A making that waits before it opens what is printed, until it may go on."""

    def __init__(self, session: Session, work: Work) -> None:
        self.may, self.opened, self.shown = Event(), 0, list[Print]()
        self.may.set()
        self.making = Making(session, work, pages_of, self._open)
        self.making.finished.connect(self.shown.append)

    def _open(self, printed: Print) -> Print:
        assert self.may.wait(LONG / 1000)
        self.opened += 1
        return printed


@pytest.fixture
def session() -> Session:
    return session_of("kinds")


@pytest.fixture
def maker(qtbot: QtBot, session: Session) -> Iterator[Maker]:
    work = Work()
    one = Maker(session, work)
    yield one
    one.may.set()
    one.making.watch(False)
    work.close()


def change(session: Session, text: str) -> None:
    session.edit({("title",): text}, phrase("Change"), typing=("title",))


def test_nothing_is_made_while_nobody_looks(qtbot: QtBot, session: Session, maker: Maker) -> None:
    change(session, "one")
    assert not maker.making.is_running
    maker.making.watch(True)
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
    assert maker.shown[0].pages >= 1


def test_edits_close_to_each_other_are_one_job(qtbot: QtBot, session: Session, maker: Maker) -> None:
    maker.making.watch(True)
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)  # opened on its thread, and answered here
    for n in range(5):
        change(session, f"text {n}")
    assert not maker.making.is_running
    qtbot.waitUntil(lambda: len(maker.shown) == 2, timeout=LONG)
    assert maker.opened == 2


def test_what_is_overtaken_is_not_shown_and_the_latest_is_made_next(
    qtbot: QtBot, session: Session, maker: Maker
) -> None:
    maker.may.clear()
    maker.making.want(Wish("fi"))
    maker.making.watch(True)
    maker.making.want(Wish("sv"))
    maker.making.want(Wish("en"))
    maker.may.set()
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
    assert maker.opened == 2, "one ran, one waited"
    assert b"en" in maker.shown[0].data
    assert maker.making.wish == Wish("en")


def test_an_edit_meanwhile_is_waited_for(qtbot: QtBot, session: Session, maker: Maker) -> None:
    maker.may.clear()
    maker.making.watch(True)
    change(session, "meanwhile")
    maker.may.set()
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
    assert not maker.making.is_stale
    assert maker.opened == 2


def test_what_changed_while_nobody_looked_is_made_when_somebody_does(
    qtbot: QtBot, session: Session, maker: Maker
) -> None:
    maker.making.watch(True)
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
    maker.making.watch(False)
    change(session, "unseen")
    maker.making.watch(True)
    assert maker.making.is_running
    qtbot.waitUntil(lambda: len(maker.shown) == 2, timeout=LONG)


def test_trouble_is_passed_on_and_the_next_edit_tries_again(
    qtbot: QtBot, session: Session, maker: Maker
) -> None:
    maker.making.want(Wish("fi", profile="partner", partner="nobody"))
    with qtbot.waitSignal(maker.making.failed, timeout=LONG) as failed:
        maker.making.watch(True)
    assert isinstance(failed.args[0], KeyError)
    maker.making.want(Wish("fi"))
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)


def refuses(_: object) -> None:
    """Makes nothing, in whichever process."""
    raise Trouble(phrase("It cannot be."))


def test_what_takes_long_is_made_in_a_process_of_its_own(
    qtbot: QtBot, session: Session, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grantdesk.session.handing.making.FELT", 0.0)
    maker.making.watch(True)
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
    assert maker.making.is_apart
    change(session, "made apart")
    qtbot.waitUntil(lambda: len(maker.shown) == 2, timeout=LONG)
    here = pages_of(edition(session, maker.making.wish))
    assert maker.shown[1] == here, "the same bytes, and everything in the same place"


def test_trouble_comes_back_from_another_process(qtbot: QtBot, session: Session) -> None:
    work = Work()
    making = Making(session, work, refuses, lambda made: made)
    making.is_apart = True
    with qtbot.waitSignal(making.failed, timeout=LONG) as failed:
        making.watch(True)
    assert isinstance(failed.args[0], Trouble)
    assert failed.args[0].phrase == phrase("It cannot be.")
    making.watch(False)
    work.close()


def test_where_there_can_be_no_other_process_it_is_made_here(
    qtbot: QtBot, session: Session, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("grantdesk.session.aside.ProcessPoolExecutor", refuse)
    maker.making.is_apart = True
    maker.making.watch(True)
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
    assert not maker.making.is_stale


def test_no_process_stands_by_while_nobody_looks(qtbot: QtBot, session: Session, maker: Maker) -> None:
    maker.making.is_apart = True
    maker.making.watch(True)
    maker.making.watch(False)
    assert not maker.making.is_running
    assert maker.making.is_stale
    maker.making.watch(True)
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
