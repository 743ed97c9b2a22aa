"""Whatever the bytes are: an application opens as it was saved, or there is one sentence; the file is left alone."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broken.zips import parts as taken_apart
from broken.zips import raws, sealed, zipped
from grantdesk.files import reading, writing
from grantdesk.files.grant import Grant
from grantdesk.files.rescue import rescue
from grantdesk.files.trouble import FileTrouble

quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def tried(path: Path, data: bytes) -> Grant | None:
    """What opening and rescuing these bytes gives; nothing but a FileTrouble may come of it."""
    path.write_bytes(data)
    try:
        saved = rescue(path)
        assert saved.grant.answers is not None
    except FileTrouble:
        pass
    try:
        opened = reading.read(path)
        reading.verify(opened)
        return opened.grant
    except FileTrouble:
        return None
    finally:
        assert path.read_bytes() == data


def cuts(raw: bytes) -> Iterator[int]:
    """Each boundary in the file and its neighbours, and every 23rd byte."""
    signs = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"json", b"/")
    places = {at for at in range(len(raw)) if raw.startswith(signs, at)}
    near = {at + distance for at in places for distance in (-1, 0, 1, 4, 30)}
    yield from sorted((near | {*range(0, len(raw), 23)}) & {*range(len(raw))})


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "fuzz.grant"


def test_a_file_that_is_cut_anywhere_is_trouble(raw: bytes, target: Path) -> None:
    for at in cuts(raw):
        assert tried(target, raw[:at]) is None, at


def test_a_bit_that_flips_anywhere_is_trouble_or_says_nothing(
    raw: bytes, target: Path, sample: Grant
) -> None:
    for at in range(len(raw)):
        flipped = bytearray(raw)
        flipped[at] ^= 1 << at % 8
        assert tried(target, bytes(flipped)) in (None, sample), at


@given(st.binary(max_size=2000))
@quick
def test_any_bytes(target: Path, data: bytes) -> None:
    assert tried(target, data) is None


@given(st.binary(max_size=500))
@quick
def test_any_bytes_behind_the_right_beginning(target: Path, raw: bytes, data: bytes) -> None:
    assert tried(target, raw[:67] + data) is None


@given(st.data())
@quick
def test_pieces_of_a_good_file_in_any_order(
    target: Path, raw: bytes, sample: Grant, data: st.DataObject
) -> None:
    at = data.draw(st.lists(st.integers(0, len(raw)), min_size=2, max_size=8))
    pieces = [raw[min(a, b) : max(a, b)] for a, b in pairwise(at)]
    assert tried(target, b"".join(pieces)) in (None, sample)


@given(st.data())
@quick
def test_a_number_in_a_header_that_is_another(
    target: Path, raw: bytes, sample: Grant, data: st.DataObject
) -> None:
    start = raw.index(b"PK\x01\x02")
    at = data.draw(st.integers(start, len(raw) - 4))
    wrong = data.draw(st.binary(min_size=1, max_size=4))
    assert tried(target, raw[:at] + wrong + raw[at + len(wrong) :]) in (None, sample)


@given(st.sampled_from(["manifest.json", "application.json", "call.json"]), st.binary(max_size=300))
@quick
def test_any_bytes_in_the_place_of_json(target: Path, raw: bytes, name: str, data: bytes) -> None:
    assert tried(target, zipped(raws({**taken_apart(raw), name: data}))) is None
    if name == "application.json":
        assert tried(target, sealed({**taken_apart(raw), name: data})) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(
    st.dictionaries(st.sampled_from(["version", "application", "call", "saved", "parent", "by", "x"]), JSON)
)
@quick
def test_any_json_in_the_manifest(target: Path, raw: bytes, told: dict[str, object]) -> None:
    opened = tried(target, sealed(taken_apart(raw), **told))
    if opened:
        writing.write(opened, target)
        assert reading.read(target).grant == opened
