"""Which pages there are, and on which of them a place in the answers is asked."""

from desks import session_of
from grantdesk.model.order import ordered
from grantdesk.ui.desk.spot import CHECK, Spot, spot, spots


def test_each_partners_part_comes_after_the_section_with_the_partners() -> None:
    session = session_of("hevi", "complete")
    pages = spots(session)
    first = next(key for key, _ in ordered(session.answers["partners"]))
    here = pages.index(Spot("consortium"))
    assert pages[here + 1] == Spot("contact", first)
    assert pages[-1] == CHECK
    assert len(pages) == len(set(pages))


def test_every_answer_is_asked_on_a_page_that_there_is() -> None:
    session = session_of("hevi", "complete")
    pages = spots(session)
    partner = next(iter(session.answers["partners"]))
    assert spot(session, ("partners", partner, "name")) == Spot("consortium")
    assert spot(session, ("partners", partner, "staff")) == Spot("budget", partner)
    assert {spot(session, (name,)) for name in session.answers} <= set(pages)
