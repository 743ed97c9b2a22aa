"""Pages are made anew while somebody looks: after each pause, one job at a time, and the latest only."""

from collections.abc import Iterator
from threading import Event

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desks import session_of
from grantdesk.files.container.content import Content, held
from grantdesk.pdf.image.album import Album
from grantdesk.session.handing.exporting import Wish
from grantdesk.session.handing.making import Making, edition
from grantdesk.session.paper.apart import Edition, length_of, pages_of
from grantdesk.session.paper.printing import Print
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble
from pdf.pictures import packed

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


def attach(session: Session, colour: str) -> Content:
    """Attaches a picture in place of the one before."""
    content = session.hold(held(packed(Image.new("RGB", (40, 30), colour), "PNG")))
    entry = {"name": "map.png", "type": "image/png", "size": content.size, "sha256": content.sha256}
    session.edit({("files",): {"x": {"pos": "1", **entry}}}, phrase("Change"))
    return content


def test_pictures_are_drawn_once_and_go_along_to_the_other_process(
    qtbot: QtBot, session: Session, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grantdesk.session.handing.making.FELT", 0.0)
    monkeypatch.setattr("grantdesk.session.paper.picture._album", lambda: album)
    sent: list[Edition] = []
    album, sendable = Album(), Edition.sendable.fget
    monkeypatch.setattr(Edition, "sendable", property(lambda it: sent.append(sendable(it)) or sent[-1]))
    first = attach(session, "red")
    maker.making.watch(True)
    qtbot.waitUntil(lambda: len(maker.shown) == 1, timeout=LONG)
    assert album.known(first.sha256)
    change(session, "made apart")
    qtbot.waitUntil(lambda: len(maker.shown) == 2, timeout=LONG)
    assert [each.pictures.keys() for each in sent] == [{first.sha256}]
    assert maker.shown[1] == pages_of(edition(session, maker.making.wish))
    second = attach(session, "blue")
    qtbot.waitUntil(lambda: len(maker.shown) == 3, timeout=LONG)
    assert album.known(second.sha256)
    assert len(sent) == 1, "a new picture is drawn where its file is"
    change(session, "made apart again")
    qtbot.waitUntil(lambda: len(maker.shown) == 4, timeout=LONG)
    assert sent[1].pictures.keys() == {second.sha256}
    assert maker.shown[3] == pages_of(edition(session, maker.making.wish))
    assert b"/Subtype/Image" in maker.shown[3].data


def test_the_length_on_paper_is_that_with_pictures(session: Session) -> None:
    before = length_of(edition(session, Wish("en"))).pages
    content = session.hold(held(packed(Image.new("RGB", (900, 900), "red"), "PNG")))
    entry = {"name": "map.png", "type": "image/png", "size": content.size, "sha256": content.sha256}
    files = {f"x{n}": {"pos": f"{n}", **entry} for n in range(1, 9)}
    session.edit({("files",): files}, phrase("Change"))
    assert length_of(edition(session, Wish("en"))).pages >= before + 3
    assert length_of(edition(session, Wish("en")).sendable).pages >= before + 3


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
