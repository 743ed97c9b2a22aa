"""Which findings are shown when: nothing is called wrong while it is typed, and no new page is red."""

from desks import session_of
from grantdesk.model.path import Path
from grantdesk.ui.desk.attention import Attention
from grantdesk.ui.desk.spot import Spot, field, numbered, spots
from grantdesk.words.phrase import phrase

SAID = phrase("Change it")


def test_what_is_wrong_waits_until_its_field_was_left() -> None:
    session = session_of("kinds")
    attention = Attention(session)
    attention.enter(("email",))
    session.edit({("email",): "no address"}, SAID)
    assert attention.of(("email",)) == ()
    attention.leave(("email",))
    assert [finding.kind for finding in attention.of(("email",))] == ["email"]


def test_a_finding_that_is_told_is_judged_at_each_keystroke() -> None:
    session = session_of("kinds", {"email": "no address"})
    attention = Attention(session)
    attention.leave(("email",))
    attention.enter(("email",))
    session.edit({("email",): "address@example.org"}, SAID)
    assert attention.of(("email",)) == ()
    session.edit({("email",): "address@"}, SAID)
    assert len(attention.of(("email",))) == 1


def test_what_is_missing_waits_until_its_page_was_left() -> None:
    session = session_of("kinds")
    attention = Attention(session)
    attention.leave(("title",))
    assert attention.of(("title",)) == ()
    assert not attention.knows(Spot("singles"))
    attention.leave_page(Spot("singles"))
    assert [finding.kind for finding in attention.of(("title",))] == ["required"]
    assert attention.knows(Spot("singles"))


def test_a_check_tells_everything() -> None:
    session = session_of("hevi", "unfinished")
    attention = Attention(session)
    turned: list[bool] = []
    attention.turned.connect(lambda: turned.append(True))
    attention.check()
    assert attention.shown == session.report.findings
    assert turned == [True]


def test_a_finding_in_a_cell_belongs_to_its_table_and_none_of_a_part_to_the_partners() -> None:
    session = session_of("hevi", "unfinished")
    attention = Attention(session)
    attention.check()
    staff: Path = ("partners", "city", "staff")
    assert any(finding.path[:3] == staff and len(finding.path) > 3 for finding in attention.of(staff))
    assert all(field(session, finding.path) == ("partners",) for finding in attention.of(("partners",)))
    assert {finding for page in spots(session) for finding in map(id, attention.on(page))} == set(
        map(id, attention.shown)
    )


def test_pages_are_counted_in_the_part_that_they_belong_to() -> None:
    session = session_of("hevi", "complete")
    assert numbered(session, Spot("project")) == (2, 14)
    assert numbered(session, Spot("plan", "city")) == (2, 7)
    assert numbered(session, Spot("plan", "nobody")) == (0, 0)
