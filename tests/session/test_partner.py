"""A partner's part is copied from another application: only what this call asks in the same way."""

from dataclasses import replace
from pathlib import Path

import pytest

from desks import grant_of, session_of
from grantdesk.files import writing
from grantdesk.files.container.content import held
from grantdesk.model.order import ordered
from grantdesk.model.tree import Answers
from grantdesk.session.application import form_of
from grantdesk.session.partner import Elsewhere, changed, copied, elsewhere, returned, returning
from grantdesk.session.session import Session
from worlds import form


def other(name: str, answers: Answers | str) -> Elsewhere:
    grant = grant_of(name, answers)
    return Elsewhere(grant, form_of(grant.call))


def test_a_partner_of_the_same_call_is_copied_whole_but_for_rows_of_the_other_application() -> None:
    source = other("hevi", "complete")
    key = list(source.partners)[1]
    part = copied(form("hevi"), {}, source, key)
    there = source.part(key)
    assert part.row["name"] == there["name"]
    assert [row.get("pay") for _, row in ordered(part.row["staff"])] == [
        row.get("pay") for _, row in ordered(there["staff"])
    ]
    assert all("work_package" not in row for _, row in ordered(part.row["staff"]))
    assert any(each.en == "Main work package" for each in part.loose)
    assert part.dropped == ()


def test_a_second_lead_becomes_an_ordinary_partner() -> None:
    source = other("hevi", "complete")
    lead = next(key for key in source.partners if source.part(key).get("role") == "lead")
    assert copied(form("hevi"), {}, source, lead).row["role"] == "lead"
    with_lead = {"partners": {"a": {"pos": "1", "role": "lead"}}}
    assert copied(form("hevi"), with_lead, source, lead).row["role"] == "partner"


def test_what_this_call_does_not_ask_stays_behind_and_is_told() -> None:
    source = other("hevi", "complete")
    key = next(iter(source.partners))
    part = copied(form("kinds"), {}, source, key)
    assert "name" not in part.row
    assert any(each.en == "Official name" for each in part.dropped)


def test_the_contents_of_attachments_come_along() -> None:
    content = held(b"%PDF-1.7 a budget")
    files = {
        "f": {"pos": "1", "name": "a.pdf", "type": "application/pdf", "size": 17, "sha256": content.sha256}
    }
    node = next(
        asked.id for asked in form("hevi").project.tables["partners"].asked if asked.node.kind == "attachment"
    )
    grant = grant_of("hevi", {"partners": {"a": {"pos": "1", node: files}}})
    source = Elsewhere(replace(grant, attachments={content.sha256: content}), form_of(grant.call))
    part = copied(form("hevi"), {}, source, "a")
    assert part.row[node] == files
    assert [each.sha256 for each in part.contents] == [content.sha256]


def test_another_file_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))
    path = tmp_path / "other.grant"
    writing.write(grant_of("hevi", "complete"), path)
    before = path.read_bytes()
    names = elsewhere(path).partners
    assert len(names) == len(ordered(grant_of("hevi", "complete").answers["partners"]))
    assert path.read_bytes() == before


def filled_in(session: Session, **answers: object) -> Elsewhere:
    """Another version of the session's application, in which the university has answered this."""
    key, there = "university", session.grant.answers
    part = {**there["partners"][key], "pos": "zz", "role": "lead", **answers}
    grant = replace(session.grant, answers={**there, "partners": {**there["partners"], key: part}})
    return Elsewhere(grant, session.form)


def test_a_part_that_comes_back_is_taken_as_it_is_but_for_its_place_and_role() -> None:
    session = session_of("hevi", "complete")
    content = held(b"%PDF-1.7 a mandate")
    files = {"f": {"pos": "1", "name": "a.pdf", "size": 18, "sha256": content.sha256}}
    source = filled_in(session, phone="+358 40 000 0000", mandate=files)
    source = Elsewhere(replace(source.grant, attachments={content.sha256: content}), source.form)
    assert returning(session, source) == session.answers["partners"].keys()
    assert changed(session, source) == {"university"}
    assert changed(session, Elsewhere(session.grant, session.form)) == frozenset()
    part, here = returned(session, source, "university"), session.answers["partners"]["university"]
    assert part.row == {**here, "phone": "+358 40 000 0000", "mandate": files}
    assert [each.sha256 for each in part.contents] == [content.sha256]
    assert part.loose == part.dropped == ()


def test_only_a_version_of_the_same_application_brings_a_part_back() -> None:
    session = session_of("hevi", "complete")
    assert returning(session, other("hevi", "complete")) == frozenset()
    with pytest.raises(KeyError):
        returned(session, other("hevi", "complete"), "university")
    without = session_of("rules")
    assert returning(without, Elsewhere(without.grant, without.form)) == frozenset()
    assert changed(without, Elsewhere(without.grant, without.form)) == frozenset()


def test_a_call_without_partners_takes_none() -> None:
    source = other("hevi", "complete")
    with pytest.raises(ValueError, match="without partners"):
        copied(form("rules"), {}, source, next(iter(source.partners)))
