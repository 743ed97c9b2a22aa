"""Paths: as people write them, and which lies below which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.model.path import ROOT, dotted, outermost, parsed, starts

KEYS = st.text("ab_1", min_size=1, max_size=3)
PATHS = st.lists(KEYS, max_size=4).map(tuple)


@given(PATHS)
def test_a_path_is_read_as_it_was_written(path: tuple[str, ...]) -> None:
    assert parsed(dotted(path)) == path


@pytest.mark.parametrize("text", [".", "a.", ".a", "a..b"])
def test_a_path_with_an_empty_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="empty key"):
        parsed(text)


def test_the_empty_text_is_the_root() -> None:
    assert parsed("") == ROOT


def test_a_path_starts_with_itself_and_with_every_path_above_it() -> None:
    assert starts(("a", "b"), ROOT)
    assert starts(("a", "b"), ("a",))
    assert starts(("a", "b"), ("a", "b"))
    assert not starts(("a", "b"), ("a", "b", "c"))
    assert not starts(("ab",), ("a",))


@given(st.lists(PATHS, max_size=8))
def test_the_outermost_paths_cover_all_and_none_covers_another(paths: list[tuple[str, ...]]) -> None:
    kept = outermost(paths)
    assert kept == sorted(kept)
    assert set(kept) <= set(paths)
    assert all(sum(starts(path, outer) for outer in kept) == 1 for path in paths)
