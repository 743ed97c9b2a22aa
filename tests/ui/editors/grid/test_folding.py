"""Long words of a title are broken where Finnish and Swedish break them."""

from hypothesis import given
from hypothesis import strategies as st

from grantdesk.ui.editors.grid.sheet.folding import folded, pieces, shortened


def up_to(letters: int):  # type: ignore[no-untyped-def]
    return lambda text: len(text) <= letters


def test_a_word_is_broken_before_a_consonant_that_a_vowel_follows_near_its_middle() -> None:
    assert pieces("Henkilötyökuukaudet", up_to(14)) == ["Henkilötyö-", "kuukaudet"]
    assert pieces("Todennäköisyys", up_to(10)) == ["Todennä-", "köisyys"]


def test_a_hyphen_that_is_there_already_is_where_a_word_breaks() -> None:
    assert folded("Hankinta-asiantuntija", up_to(14)) == ["Hankinta-", "asiantuntija"]


def test_words_that_fit_are_left_alone() -> None:
    assert folded("Gross pay per month *", up_to(10)) == ["Gross pay", "per month", "*"]
    assert folded("", up_to(5)) == [""]


@given(st.lists(st.text("abcdeäö-", min_size=1, max_size=20), min_size=1, max_size=5), st.integers(4, 12))
def test_no_letter_is_lost(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = folded(text, up_to(width))
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")


def test_what_has_no_room_is_seen_to_be_missing() -> None:
    assert shortened(["City of", "Vantaa"], 2, up_to(8)) == ["City of", "Vantaa"]
    assert shortened(["Kehittä-", "misyh-", "tiö"], 2, up_to(8)) == ["Kehittä-", "misyh…"]
    assert shortened(["a", "some way", "on"], 2, up_to(8)) == ["a", "some wa…"]
    assert shortened(["a", "some w ay", "on"], 2, up_to(8)) == ["a", "some w…"]
