"""Typed text: what is kept of it, and how long it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.words import COUNTING, clean, count, line

anything = st.text(st.characters()) | st.text(
    "a ä\u0308\r\n\t\v\x85\u2028\u200b\u200d\u202e\ud800\ufeff\ufffe\U000e0041é1-_", max_size=20
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("tab\there", "tab\there"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\vd\fe\x85f", "a\nb\nc\nd\ne\nf"),
        ("\r\n\r\n", "\n\n"),
        ("a\u0308iti", "äiti"),
        ("a\u200b\u0308", "ä"),
        ("nul\x00 bell\x07 escape\x1b del\x7f c1\x9f", "nul bell escape del c1"),
        ("\ufeffzero\u200b width\u2060", "zero width"),
        ("soft\xadhyphen", "softhyphen"),
        ("\u202egrant\u202c \u2066x\u2069 \u200eLRM\u200f\u061c", "grant x LRM"),
        ("half\ud800 and \udfffhalf", "half and half"),
        ("\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff no character", " no character"),
        ("hidden\U000e0041\U000e0042\U000e007f tag", "hidden tag"),
        ("\ufff9a\ufffab\ufffb", "ab"),
        ("👩\u200d🔬 نامه\u200cای", "👩\u200d🔬 نامه\u200cای"),
        ("1\u00a0234,50\u202f€ – ”ok” \ue000 �", "1\u00a0234,50\u202f€ – ”ok” \ue000 �"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_not_kept(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(anything)
def test_clean_text_is_clean(typed: str) -> None:
    kept = clean(typed)
    assert clean(kept) == kept == unicodedata.normalize("NFC", kept)
    assert kept.encode() is not None
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\n\t" for c in kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" a  b\t\nc ", "a b c"),
        ("Oy\u00a0Ab", "Oy Ab"),
        ("\u2028", ""),
        ("x\u200b", "x"),
        ("a\r\n\r\nb", "a b"),
    ],
)
def test_a_line_has_single_spaces(typed: str, kept: str) -> None:
    assert line(typed) == kept


@given(anything)
def test_a_line_is_one_line(typed: str) -> None:
    one = line(typed)
    assert line(one) == one
    assert one.splitlines() == ([one] if one else [])


TEXT = "Tutkimus- ja kehitystyö –\n2 uutta 👍 tki_hanketta _ ½."


@pytest.mark.parametrize(
    ("rule", "text", "length"),
    [
        ("characters", TEXT, 53),
        ("characters", "ä👍\n", 3),
        ("characters_without_spaces", "a b\u00a0c\n\td", 4),
        ("characters_crlf", "a\nb\n", 6),
        ("utf16", "ä👍\n", 4),
        ("utf16", "\ud800", 1),
        ("words", TEXT, 7),
        ("words", "– ... _ 👍 !", 0),
        ("words", "(sana) 1.2 _x_ don't A/B", 5),
        *[(rule, "", 0) for rule in COUNTING],
    ],
)
def test_a_text_is_counted_by_a_named_rule(rule: str, text: str, length: int) -> None:
    assert count(text, rule) == length


def test_an_unknown_rule_counts_nothing() -> None:
    with pytest.raises(KeyError):
        count("text", "pages")


@given(anything)
def test_the_rules_agree_where_they_must(text: str) -> None:
    length = {rule: count(text, rule) for rule in COUNTING}
    assert (
        length["words"]
        <= length["characters_without_spaces"]
        <= length["characters"]
        <= length["characters_crlf"]
    )
    assert length["characters"] <= length["utf16"] <= 2 * length["characters"]


@given(st.lists(anything))
def test_words_are_runs_with_a_letter_or_a_digit(runs: list[str]) -> None:
    text = " ".join(runs)
    assert count(text, "words") == sum(any(map(str.isalnum, run)) for run in text.split())
