"""Limits in pages are part of a call, and must make sense together."""

import pytest

from call.change import call, unproved
from grantdesk.call.fault import CallFault
from worlds import world


def test_the_whole_and_sections_have_limits() -> None:
    found = world("pages")
    assert found.pages == 5
    assert [section.pages for section in found.sections] == [None, 1, 1]


def test_a_section_may_not_be_longer_than_the_whole() -> None:
    assert unproved("pages", {"sections.plan.pages": 6}) == [
        "sections.plan.pages: A section may have more pages than the whole application."
    ]


@pytest.mark.parametrize("pages", [0, -1, 1001, "3"])
def test_a_limit_is_a_number_of_pages(pages: object) -> None:
    with pytest.raises(CallFault):
        call("pages", {"sections.plan.pages": pages})
