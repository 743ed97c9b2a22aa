"""What is marked on the pages: from a letter of one page to a letter of the same or of another."""

from collections.abc import Mapping
from typing import NamedTuple

LAST = 1 << 30
"""More letters than any page has."""
NOTHING = (0, 0)

Span = tuple[int, int]
"""From a letter on, and before which it ends."""


class Spot(NamedTuple):
    """A letter of a page, each by its index."""

    page: int
    letter: int


def between(one: Spot, other: Spot) -> Mapping[int, Span]:
    """What is marked on each page from one letter to another, both of them included, whichever comes first."""
    first, last = sorted((one, other))
    return {
        page: (
            max(first.letter, 0) if page == first.page else 0,
            last.letter + 1 if page == last.page else LAST,
        )
        for page in range(first.page, last.page + 1)
    }
