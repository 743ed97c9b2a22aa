"""What can be saved from damaged files, and what is said to be lost."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broken.zips import Raw, parts, raws, sealed, zipped
from files.conftest import CALL, PDF
from grantdesk.files import canon, mend, reading, rescue, writing
from grantdesk.files.container import salvage
from grantdesk.files.container.content import held
from grantdesk.files.container.source import Source
from grantdesk.files.grant import Grant
from grantdesk.files.rescue import Rescued
from grantdesk.files.trouble import Foreign, Missing
from grantdesk.words.language import Language

Rescue = Callable[[bytes], Rescued]


@pytest.fixture
def rescued(tmp_path: Path) -> Rescue:
    """Rescues what is in some bytes; they are only read."""

    def rescued(data: bytes) -> Rescued:
        path = tmp_path / "damaged.grant"
        path.write_bytes(data)
        found = rescue.rescue(path)
        assert path.read_bytes() == data
        return found

    return rescued


def lost(found: Rescued) -> list[str]:
    return [Language("en").say(phrase) for phrase in found.lost]


def known(sample: Grant) -> Grant:
    """The sample as far as a rescue cares for it."""
    return replace(sample, extra={}, unknown={})


def test_from_a_whole_file_nothing_is_lost(rescued: Rescue, raw: bytes, sample: Grant) -> None:
    found = rescued(raw)
    assert found == Rescued(known(sample), (), ("demo", "1.0"))


def test_what_was_rescued_can_be_saved(rescued: Rescue, raw: bytes, tmp_path: Path) -> None:
    found = rescued(raw[:-30])
    writing.write(found.grant, tmp_path / "new.grant")
    assert reading.read(tmp_path / "new.grant").grant == found.grant


def test_without_a_table_of_contents_all_is_found(rescued: Rescue, raw: bytes, sample: Grant) -> None:
    assert rescued(raw[: raw.index(b"PK\x01\x02")]) == Rescued(known(sample), (), ("demo", "1.0"))


def test_without_a_beginning_all_is_found(rescued: Rescue, raw: bytes, sample: Grant) -> None:
    assert rescued(b"rubbish" + raw[20:]).grant == known(sample)


def test_without_a_manifest_the_answers_are_found(rescued: Rescue, raw: bytes, sample: Grant) -> None:
    found = rescued(raw.replace(b"manifest.json", b"manifesX.json"))
    assert found.grant.answers == sample.answers
    assert (found.grant.id, found.grant.created, found.grant.saved) == (
        sample.id,
        sample.created,
        sample.created,
    )
    assert (found.grant.by, found.grant.parent, found.call) == ("", None, ("", ""))
    assert found.grant.attachments == sample.attachments
    assert found.grant.call == CALL
    assert lost(found) == [
        "Who saved the file, and when, is not known for certain.",
        "The answers may not be those that were saved: check every one of them.",
    ]


def test_without_a_call_its_name_is_known(rescued: Rescue, raw: bytes) -> None:
    found = rescued(raw.replace(b"call.json", b"calX.json"))
    assert found.grant.call == b""
    assert found.call == ("demo", "1.0")
    assert lost(found) == ["The call is lost; the program’s own copy of it can take its place."]


def test_a_call_that_was_changed_is_no_call(rescued: Rescue, raw: bytes) -> None:
    found = rescued(zipped(raws({**parts(raw), "call.json": CALL.replace(b"demo", b"demi")})))
    assert found.grant.call == b""


def test_answers_that_were_changed_are_kept_with_a_warning(rescued: Rescue, raw: bytes) -> None:
    other = parts(raw)["application.json"].replace(b"123450", b"999")
    found = rescued(zipped(raws({**parts(raw), "application.json": other})))
    assert found.grant.answers["budget"]["total"] == 999
    assert lost(found) == ["The answers may not be those that were saved: check every one of them."]


def test_answers_that_break_off_are_kept_up_to_there(rescued: Rescue, raw: bytes) -> None:
    cut = parts(raw)["application.json"].partition(b',"vat"')[0]
    found = rescued(zipped(raws({**parts(raw), "application.json": cut})))
    assert found.grant.answers == {"budget": {}}
    assert found.grant.id == "5d3c1f0e-8a55-4c5a-9a39-0d5a3f5e2b11"
    assert lost(found) == ["The answers after – are lost, and that one may be wrong."]
    cut = parts(raw)["application.json"].partition(b',"pos"')[0] + b',"po'
    found = rescued(zipped(raws({**parts(raw), "application.json": cut})))
    assert found.grant.answers["files"] == {"a1": {"name": "Liite.pdf"}}
    assert lost(found) == ["The answers after files.a1.name are lost, and that one may be wrong."]


def test_a_stream_that_breaks_is_unpacked_up_to_there(rescued: Rescue, sample: Grant, tmp_path: Path) -> None:
    many = {f"q{i:04}": f"answer {i * 7919 % 10007}" for i in range(3000)}
    writing.write(replace(sample, answers=many), tmp_path / "x.grant")
    raw = (tmp_path / "x.grant").read_bytes()
    middle = raw.index(b"application.json") + 10_000
    found = rescued(raw[:middle] + b"\xff" * 200 + raw[middle + 200 :])
    answers = found.grant.answers
    assert 500 < len(answers) < 3000
    assert dict(list(answers.items())[:500]) == dict(list(many.items())[:500])
    assert len(found.lost) >= 1


def test_a_file_that_is_cut_keeps_what_stood_before(rescued: Rescue, sample: Grant, tmp_path: Path) -> None:
    many = {f"q{i:04}": f"answer {i * 7919 % 10007}" for i in range(3000)}
    writing.write(replace(sample, answers=many), tmp_path / "x.grant")
    raw = (tmp_path / "x.grant").read_bytes()
    found = rescued(raw[: raw.index(b"application.json") + 10_000])
    assert 500 < len(found.grant.answers) < 3000
    assert found.grant.call == b""
    assert lost(found)[-1] == "The attachment " + PDF.sha256[:12] + " is lost."


def test_a_broken_attachment_is_dropped_by_its_name(rescued: Rescue, raw: bytes) -> None:
    found = rescued(raw.replace(b"%PDF-1.7 invented", b"%PDF-1.7 INVENTED"))
    assert found.grant.attachments == {}
    assert lost(found) == ["The attachment Liite.pdf is lost."]


def test_a_missing_attachment_is_named_too(rescued: Rescue, raw: bytes) -> None:
    entries = {k: v for k, v in parts(raw).items() if not k.startswith("attachments/")}
    assert lost(rescued(zipped(raws(entries)))) == ["The attachment Liite.pdf is lost."]


def test_an_attachment_without_a_proper_name_is_none(rescued: Rescue, raw: bytes) -> None:
    found = rescued(zipped([*raws(parts(raw)), Raw("attachments/x", b"x", 0)]))
    assert lost(found) == ["The attachment x is lost."]


def test_a_zip_inside_an_attachment_is_not_taken_for_our_own(
    sample: Grant, rescued: Rescue, tmp_path: Path
) -> None:
    inner = held(zipped(raws({"application.json": b'{"answers":{"evil":1}}'})))
    what = replace(sample, attachments={inner.sha256: inner})
    writing.write(what, tmp_path / "x.grant")
    found = rescued((tmp_path / "x.grant").read_bytes()[:-50])
    assert found.grant == known(what)


def test_contents_that_somebody_packed_anew_are_found(rescued: Rescue, raw: bytes, sample: Grant) -> None:
    entries = [Raw(name, data, flags=8) for name, data in parts(raw).items()]
    assert rescued(zipped(entries)).grant == known(sample)


def test_ids_that_are_nowhere_are_made_anew(rescued: Rescue) -> None:
    found = rescued(zipped(raws({"application.json": b'{"answers":{"a":1}}'})))
    assert found.grant.answers == {"a": 1}
    assert (found.grant.saved, found.grant.created) == (rescue.UNKNOWN, rescue.UNKNOWN)
    assert reading.SHA256.fullmatch(found.grant.revision * 2)


def test_what_no_answer_may_be_is_left_out_and_named(rescued: Rescue, raw: bytes) -> None:
    answers: dict[str, Any] = {"a": None, "b": [1], "c": 1.5, "d": "x\ud800", "e": {"f": None, "g": 2}, "": 1}
    said = {**json.loads(parts(raw)["application.json"]), "answers": answers}
    found = rescued(sealed({**parts(raw), "application.json": json.dumps(said).encode()}))
    assert found.grant.answers == {"c": "1.5", "d": "x?", "e": {"g": 2}}
    assert lost(found) == [f"The answer {name} is lost." for name in ("a", "b", "e.f", "")]


def test_of_very_many_lost_answers_the_first_are_named(rescued: Rescue, raw: bytes) -> None:
    said = {**json.loads(parts(raw)["application.json"]), "answers": {f"a{i}": None for i in range(60)}}
    found = rescued(sealed({**parts(raw), "application.json": json.dumps(said).encode()}))
    assert lost(found)[-2:] == ["The answer a49 is lost.", "10 more answers are lost."]


@pytest.mark.parametrize(
    "data", [b"", b"hello", zipped([Raw("a", b"b")]), zipped([Raw("application.json", b"[]")])]
)
def test_where_there_are_no_answers_nothing_is_rescued(rescued: Rescue, data: bytes) -> None:
    with pytest.raises(Foreign):
        rescued(data)


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        rescue.rescue(tmp_path / "none.grant")


def test_false_signs_without_end_do_not_keep_it_busy(
    rescued: Rescue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(salvage, "_TRIES", 50)
    path = tmp_path / "x"
    path.write_bytes(b"PK\x03\x04" * 100 + zipped([Raw("application.json", b"{}")]))
    assert salvage.found(Source(path)) == {}


def test_a_bomb_is_not_unpacked_beyond_what_an_entry_may_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salvage.e, "largest", lambda _: 1000)
    path = tmp_path / "x"
    for method in (0, 8):
        path.write_bytes(zipped([Raw("application.json", b"0" * 99_999, method)]))
        source = Source(path)
        assert len(salvage.prefix(source, salvage.found(source)["application.json"])) == 1000


TREES = st.recursive(
    st.text(max_size=9) | st.integers(-canon.LARGEST, canon.LARGEST) | st.booleans(),
    lambda inner: st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=4),
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), TREES), st.data())
def test_json_that_breaks_off_anywhere_is_closed(tree: dict[str, Any], data: st.DataObject) -> None:
    raw = canon.packed(tree)
    found, whole = mend.mended(raw[: data.draw(st.integers(0, len(raw) - 1))])
    assert not whole
    if found is not None:
        assert within(found, tree)


def within(part: Any, whole: Any) -> bool:
    """Is everything in the part in the whole as well?"""
    if not isinstance(part, dict):
        return bool(part == whole)
    return isinstance(whole, dict) and all(key in whole and within(part[key], whole[key]) for key in part)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b'{"a": 1, "b": 23', {"a": 1}),
        (b'{"a": 1, "b": "x"', {"a": 1}),
        (b'{"a": {"b": 1}', {"a": {"b": 1}}),
        (b'{"a": [1, [2, 3], 4', {"a": [1, [2, 3]]}),
        (b'{"a": 1, "b": #, "c": 2}', {"a": 1}),
        (b'{"a": 1, "b" "c", "d": 1}', {"a": 1}),
        (b'{"a": 1]}', {}),
        (b'{"a": 1}}', {"a": 1}),
        (b"}", None),
        (b"", None),
        (b"\xff", None),
        (b"[" * 2000, None),
        (b"[" * 200_000 + b"]" * 200_000, None),
        (b'{"a": ' + b"9" * 5000 + b', "b": 1', {"a": "9" * 5000}),
    ],
)
def test_json_is_mended(raw: bytes, found: Any) -> None:
    assert mend.mended(raw) == (found, False)


def test_a_byte_that_is_no_letter_is_shown_as_such() -> None:
    assert mend.mended(b'{"a": "x\xffy"}') == ({"a": "x\ufffdy"}, False)
    assert mend.mended('{"a": "x\ufffdy"}'.encode()) == ({"a": "x\ufffdy"}, True)


def test_answers_that_are_nested_too_deeply_are_cut() -> None:
    deep: Any = {"a": 1}
    for _ in range(300):
        deep = {"a": deep}
    fit, dropped = mend.fitting(deep)
    assert len(dropped) == 1
    canon.packed({"answers": fit})


def test_a_number_that_is_too_long_becomes_what_somebody_typed() -> None:
    raw = b'{"a": -9223372036854775808, "b": 99999999999999999999, "c": -9223372036854775807}'
    told = {"a": "-9223372036854775808", "b": "9" * 20, "c": -canon.LARGEST}
    assert mend.mended(raw) == (told, True)
