"""A few letters find what one means: beginnings before middles, marks and case left aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.ui.dialog.seek.match import folded, score


@pytest.mark.parametrize(
    ("query", "text"),
    [("paatos", "Päätös"), ("bud", "Talous- ja budjetti"), ("tot sum", "Total sum"), ("tsm", "The summary")],
)
def test_what_one_means_is_found(query: str, text: str):
    assert score(folded(query), folded(text)) > 0


@pytest.mark.parametrize(("query", "text"), [("xyz", "Budget"), ("budget x", "Budget"), ("tb", "Budget")])
def test_what_does_not_fit_is_not(query: str, text: str):
    assert score(folded(query), folded(text)) == 0


def test_a_beginning_fits_better_than_a_middle_and_that_better_than_letters_apart():
    assert score("bud", "budget") > score("bud", "the budget") > score("bud", "subbudget")
    assert score("bud", "subbudget") > score("bdg", "budget")


@given(st.text(max_size=40))
def test_folding_keeps_every_character_in_its_place(text: str):
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="abcdefåäö ", min_size=1, max_size=30))
def test_everything_is_found_by_its_own_name(text: str):
    assert score(folded(text), folded(text)) > 0
