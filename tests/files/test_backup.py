"""Which earlier versions stay: all of the latest, fewer the older they are, never more than there is room for."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from files.conftest import NOW
from grantdesk.files.disk import backup
from grantdesk.files.disk.backup import DAILY, FEW, HOURLY, LATEST, ROOM, Backup, Version, kept

AGES = st.lists(st.integers(0, 90 * 24 * 3600), max_size=200, unique=True)


def of_ages(ages: list[int], size: int = 0) -> list[Backup]:
    return [Backup(f"{age}", NOW - timedelta(seconds=age), size) for age in ages]


def hour(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H")


@given(AGES)
def test_the_latest_stay_and_the_rest_thins_out_with_age(ages: list[int]) -> None:
    versions = of_ages(ages)
    stay = kept(versions, NOW)
    by_age = sorted(versions, key=lambda each: each.moment, reverse=True)
    assert stay[:LATEST] == by_age[:LATEST]
    assert stay == [each for each in by_age if each in stay]
    young = [each for each in versions if NOW - each.moment <= HOURLY]
    assert {hour(each.moment) for each in young} == {hour(e.moment) for e in stay if NOW - e.moment <= HOURLY}
    month = [each for each in versions if NOW - each.moment <= DAILY]
    assert {e.moment.date() for e in month} == {e.moment.date() for e in stay if NOW - e.moment <= DAILY}
    assert all(each in by_age[:LATEST] or NOW - each.moment <= DAILY for each in stay)


@given(AGES)
def test_there_are_never_many(ages: list[int]) -> None:
    assert len(kept(of_ages(ages), NOW)) <= LATEST + 25 + 32


@given(AGES)
def test_thinning_twice_is_thinning_once(ages: list[int]) -> None:
    stay = kept(of_ages(ages), NOW)
    assert kept(stay, NOW) == stay


@given(st.lists(st.integers(1, 7 * 24 * 3600), max_size=60, unique=True))
def test_thinning_at_every_save_is_thinning_at_the_end(ages: list[int]) -> None:
    stay: list[Backup] = []
    for each in sorted(of_ages(ages), key=lambda each: each.moment):
        stay = kept([*stay, each], each.moment)
    assert kept(stay, NOW) == kept(of_ages(ages), NOW)


@given(st.lists(st.integers(0, ROOM), max_size=30))
def test_they_take_no_more_room_than_there_is(sizes: list[int]) -> None:
    versions = [Backup(f"{n}", NOW - timedelta(hours=n), size) for n, size in enumerate(sizes)]
    stay = kept(versions, NOW)
    assert stay[:FEW] == versions[:FEW]
    assert len(stay) <= FEW or sum(each.size for each in stay) <= ROOM


def test_backups_are_thinned_as_they_are_made(path: Path) -> None:
    for minutes in range(0, 60 * 30, 30):
        saved = (NOW + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")
        backup.keep(path, Version("x", saved, f"{minutes:032}"))
    moments = [moment for each in backup.backups("x") if (moment := backup.saved_at(each))]
    latest = NOW + timedelta(minutes=60 * 30 - 30)
    assert moments == sorted(moments, reverse=True)
    assert moments[:LATEST] == [latest - timedelta(minutes=30 * n) for n in range(LATEST)]
    assert len(moments) < 36
    assert min(moments) < NOW + timedelta(hours=14)


def test_what_tells_no_moment_stays_by_count(path: Path) -> None:
    for n in range(LATEST + 5):
        backup.keep(path, Version("other", f"{n:020}", "r"))
    assert [each.name[:20] for each in backup.backups("other")] == [
        f"{n:020}" for n in range(LATEST + 4, 4, -1)
    ]
