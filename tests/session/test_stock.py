"""What lies at hand to begin with."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from grantdesk.call.author import packed
from grantdesk.files import places
from grantdesk.session.application import found
from grantdesk.session.stock import calls

HEAD = """
title = { fi = "Haku", sv = "Utlysning", en = "Call" }
summary = { fi = "a", sv = "b", en = "c" }
authority = { fi = "a", sv = "b", en = "c" }
"""


@pytest.fixture
def stock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of calls in place of the program's own."""
    monkeypatch.setattr(places, "resources", lambda: tmp_path)
    calls.offered.cache_clear()
    (tmp_path / "calls").mkdir()
    yield tmp_path / "calls"
    calls.offered.cache_clear()


def call(stock: Path, name: str, head: str) -> None:
    (stock / name).mkdir()
    (stock / name / "call.toml").write_text(head, "utf-8")


def test_what_is_told_of_a_call_is_what_the_whole_of_it_says() -> None:
    for offer in calls.offered():
        whole = found(offer.id).call
        assert (offer.id, offer.title, offer.summary) == (whole.id, whole.title, whole.summary)
        assert (offer.needs, offer.authority) == (whole.needs, whole.authority)
        assert offer.opens == (whole.opens.when() if whole.opens else None)
        assert offer.closes == (whole.closes.when() if whole.closes else None)


def test_a_packed_call_is_told_of_like_its_folder(stock: Path) -> None:
    unpacked = found(str(Path(__file__).parents[2] / "resources/calls/hevi")).call
    (stock / "hevi.json").write_bytes(packed(unpacked))
    (offer,) = calls.offered()
    assert (offer.id, offer.title, offer.needs) == ("hevi", unpacked.title, unpacked.needs)
    assert unpacked.closes
    assert offer.closes == unpacked.closes.when()


@pytest.mark.parametrize(
    "head",
    [
        "title = \n",
        HEAD.replace("title", "heading"),
        HEAD.replace(', en = "Call"', ""),
        HEAD.replace('"Call"', "7"),
        HEAD.replace('{ fi = "Haku", sv = "Utlysning", en = "Call" }', '"Call"'),
        HEAD + 'closes = { day = "2027-02-30", time = "16:15" }\n',
        HEAD + 'closes = { day = "2027-02-28", time = "26:15" }\n',
        HEAD + 'closes = { day = "2027-02-28", time = "16:15", zone = "Nowhere/At_all" }\n',
        HEAD + 'closes = { day = "2027-02-28", time = "16:15", zone = "../../etc/passwd" }\n',
        HEAD + 'closes = "2027-02-28"\n',
    ],
)
def test_a_call_without_a_sound_head_is_left_out(
    stock: Path, head: str, caplog: pytest.LogCaptureFixture
) -> None:
    call(stock, "broken", head)
    call(stock, "sound", HEAD)
    with caplog.at_level(logging.WARNING):
        assert [offer.id for offer in calls.offered()] == ["sound"]
    assert [record.getMessage() for record in caplog.records] == ["broken is no call that could be offered"]
    caplog.clear()


def test_a_call_closes_in_helsinki_unless_it_says_where(stock: Path) -> None:
    call(stock, "here", HEAD + 'closes = { day = "2027-02-28", time = "16:15" }\n')
    call(
        stock, "there", HEAD + 'closes = { day = "2027-02-28", time = "16:00", zone = "Europe/Stockholm" }\n'
    )
    here, there = calls.offered()
    assert here.closes
    assert there.closes
    assert (here.closes.isoformat(), there.closes.isoformat()) == (
        "2027-02-28T16:15:00+02:00",
        "2027-02-28T16:00:00+01:00",
    )
