"""What is read and what is refused: a table for each kind, and laws over random text."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.words import LANGUAGES, Language, Trouble, Unreadable

languages = st.sampled_from(LANGUAGES)
amounts = st.integers(-(10**13), 10**13)
typing = st.one_of(
    st.text(),
    st.text("0123456789", max_size=45),
    st.text("0123456789,. \u00a0\u202f\u2009€-−%EURe'’+", max_size=24),
    st.from_regex(r"-?[0-9]{1,4}[ ,.\u00a0][0-9]{1,4}([ ,.][0-9]{1,4})?( ?(€|EUR|%))?", fullmatch=True),
    st.from_regex(
        r"[0-9]{1,4}[./ -]{1,2}([0-9]{1,2}|September|syysk|maj)[./ -]{1,2}[0-9]{1,4}", fullmatch=True
    ),
)

NORDIC, ENGLISH, ALL = "fi sv", "en", "fi sv en"

READ = [
    (ALL, "0", 0),
    (ALL, "5", 500),
    (ALL, "60", 6000),
    (ALL, "1234", 123400),
    (ALL, "1234,5", 123450),
    (ALL, "1234.5", 123450),
    (ALL, "1234,50", 123450),
    (ALL, "1234.50", 123450),
    (ALL, "0,05", 5),
    (ALL, "0.05", 5),
    (ALL, "1 234", 123400),
    (ALL, "1 234,50", 123450),
    (ALL, "1 234.50", 123450),
    (ALL, "1\u00a0234,50", 123450),
    (ALL, "1\u202f234,50", 123450),
    (ALL, "1\u2009234,50", 123450),
    (ALL, "12 345 678,90", 1234567890),
    (ALL, "12\u00a0345 678,90", 1234567890),
    (ALL, "  1 234,50\u00a0", 123450),
    (ALL, "1 234,50\n", 123450),
    (ALL, "1 234,50 €", 123450),
    (ALL, "1 234,50\u00a0€", 123450),
    (ALL, "1234,50€", 123450),
    (ALL, "€1234,50", 123450),
    (ALL, "€ 1 234,50", 123450),
    (ALL, "1 234,50 EUR", 123450),
    (ALL, "1 234,50 eur", 123450),
    (ALL, "EUR 1 234,50", 123450),
    (ALL, "-5", -500),
    (ALL, "−5", -500),
    (ALL, "−5,25 €", -525),
    (ALL, "-€5", -500),
    (ALL, "−€ 5", -500),
    (ALL, "€-5", -500),
    (ALL, "€ −5", -500),
    (ALL, "-0", 0),
    (ALL, "−0,00 €", 0),
    (ALL, "-0,05", -5),
    (ALL, "99999999999,99", 9999999999999),
    (ALL, "100 000 000 000", 10**13),
    (ALL, "−100000000000,00", -(10**13)),
    (ENGLISH, "1,234", 123400),
    (ENGLISH, "1,234.56", 123456),
    (ENGLISH, "€1,234.56", 123456),
    (ENGLISH, "−€1,234.56", -123456),
    (ENGLISH, "1,234,567", 123456700),
    (ENGLISH, "12,345,678.9", 1234567890),
    (ALL, "1.234,56", 123456),
    (ALL, "-12.345.678,90 €", -1234567890),
    (ALL, "1.234,5", 123450),
]

REFUSED = [
    *[
        (ALL, text)
        for text in ("", " ", "\u00a0", "\n", "€", "EUR", "-", "−", "- €", ".", ",", ",,", "%", "–")
    ],
    *[
        (ALL, text)
        for text in (
            "4.2,0",
            "4,2.0",
            "1.23,45",
            "1.234,567",
            "1.234.567",
            "1 234 56",
            "1 23",
            "12 34",
            "1 2345",
        )
    ],
    *[
        (ALL, text)
        for text in ("1234 567", "0 123", "00", "007", "00100", "01,50", "1  234", "1 234 ,50", "1 ,5")
    ],
    *[
        (ALL, text)
        for text in (".00", ",5", ".5", "5,", "5.", "1 234,", "-,5", "1,,5", "1..5", "1,5,0", "1.5.0")
    ],
    *[(ALL, text) for text in ("1.234", "1,2345", "1 234,567", "0,005", "1234.567", "5,000,0")],
    *[
        (ALL, text)
        for text in ("1e3", "1E3", "NaN", "nan", "inf", "-inf", "Infinity", "0x10", "1_000", "١٢٣", "१२")
    ],
    *[(ALL, text) for text in ("１２３", "１２３，５０", "²", "½", "Ⅷ", "五", "𝟙𝟚", "1٫5", "1’234", "1'234")],
    *[
        (ALL, text)
        for text in ("--5", "−−5", "5-", "5−", "- 5", "−\u00a05", "+5", "–5", "±5", "(5)", "-€-5", "€--5")
    ],
    *[
        (ALL, text)
        for text in ("€5€", "€ 5 EUR", "€€5", "5 €€", "5 $", "$5", "5 %", "5 euroa", "5 e", "5,-", "EU 5")
    ],
    *[
        (ALL, text)
        for text in ("5 000 000 000 0000", "100 000 000 000,01", "−100000000000,01", "9" * 20, "9" * 41)
    ],
    *[
        (ALL, text)
        for text in ("1\u200b234", "1\u2007234", "1\t234", "1\n234", "\ufeff5", "5\ud800", "5\x00")
    ],
    *[
        (ALL, text)
        for text in ("noin 500", "500 - 600", "5/2", "1 000 + 5", "=5", "1;5", "5*2", "k5", " " + "1" * 45)
    ],
    (NORDIC, "1,234"),
    (NORDIC, "1,234.56"),
    (NORDIC, "1,234,567"),
    (ENGLISH, "1,234,50"),
    (ENGLISH, "1,23,456"),
    (ENGLISH, "1234,567"),
    (ENGLISH, "0,123"),
    (ENGLISH, "1,234 567"),
    (ENGLISH, "1 234,567"),
    (ENGLISH, "1,234.567"),
]


def each(table: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [(code, *rest) for codes, *rest in table for code in codes.split()]


def refusal(read: Callable[[str], object], typed: str) -> Unreadable | None:
    """How the text is refused, if it is."""
    try:
        read(typed)
    except Unreadable as refused:
        return refused
    return None


def test_the_tables_are_long_enough_to_be_trusted() -> None:
    assert len(READ) + len(REFUSED) >= 120
    assert len({(codes, text) for codes, text, *_ in [*READ, *REFUSED]}) == len(READ) + len(REFUSED)


@pytest.mark.parametrize(("code", "typed", "cents"), each(READ))
def test_an_amount_is_read(code: str, typed: str, cents: int) -> None:
    assert Language(code).read_money(typed) == cents


@pytest.mark.parametrize(("code", "typed"), each(REFUSED))
def test_what_is_no_plain_amount_is_refused(code: str, typed: str) -> None:
    with pytest.raises(Unreadable) as refused:
        Language(code).read_money(typed)
    assert refused.value.typed == typed
    assert isinstance(refused.value, Trouble)


@given(languages, amounts, st.sampled_from([None, True]))
def test_a_written_amount_is_read_back(code: str, cents: int, decimals: bool | None) -> None:
    language = Language(code)
    assert language.read_money(language.money(cents, decimals)) == cents


@given(languages, amounts, st.integers(0, 6))
def test_a_written_number_is_read_back(code: str, value: int, decimals: int) -> None:
    language = Language(code)
    assert language.read_number(language.number(value, decimals), decimals) == value


@given(languages, st.integers(-99_999, 99_999))
def test_a_written_rate_is_read_back(code: str, bp: int) -> None:
    language = Language(code)
    assert language.read_rate(language.rate(bp)) == bp


@given(languages, st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_written_date_is_read_back(code: str, day: date) -> None:
    language = Language(code)
    assert language.read_date(language.date(day)) == day.isoformat()
    assert language.read_date(day.isoformat()) == day.isoformat()


@given(languages, st.booleans())
def test_a_written_yes_or_no_is_read_back(code: str, answer: bool) -> None:
    language = Language(code)
    assert language.read_yes_no(language.yes_no(answer)) is answer


@given(languages, typing)
def test_whatever_is_typed_is_read_or_refused_in_words(code: str, typed: str) -> None:
    language = Language(code)
    for read in (
        language.read_money,
        language.read_number,
        lambda text: language.read_number(text, 3),
        language.read_rate,
        language.read_date,
        language.read_yes_no,
    ):
        refused = refusal(read, typed)
        if refused is not None:
            assert refused.typed == typed
            assert "{" in typed or "{" not in language.say(refused.phrase)


@given(typing)
def test_no_two_languages_read_one_text_as_different_amounts(typed: str) -> None:
    values = set()
    for code in LANGUAGES:
        try:
            values.add(Language(code).read_money(typed))
        except Unreadable:
            continue
    assert len(values) <= 1


@given(languages, typing)
def test_the_digits_of_what_is_read_are_those_that_were_typed(code: str, typed: str) -> None:
    try:
        cents = Language(code).read_money(typed)
    except Unreadable:
        return
    digits = re.sub("[^0-9]", "", typed)
    assert str(abs(cents)) in {(digits + zeros).lstrip("0") or "0" for zeros in ("", "0", "00")}


@pytest.mark.parametrize(
    ("code", "typed", "decimals", "value"),
    [
        ("fi", "12", 0, 12),
        ("fi", "12,5", 1, 125),
        ("fi", "1,234", 3, 1234),
        ("fi", "1.5", 3, 1500),
        ("fi", "−12", 2, -1200),
        ("en", "1,234", 3, 1234000),
        ("en", "1.234", 3, 1234),
        ("en", "1,234", 0, 1234),
    ],
)
def test_a_number_is_read_in_its_own_unit(code: str, typed: str, decimals: int, value: int) -> None:
    assert Language(code).read_number(typed, decimals) == value


@pytest.mark.parametrize(
    ("code", "typed", "decimals"),
    [
        ("fi", "12,5", 0),
        ("fi", "12,0", 0),
        ("fi", "1.234", 3),
        ("sv", "1,2345", 3),
        ("en", "0,123", 3),
        ("fi", "5 €", 0),
        ("fi", "5 %", 0),
        ("fi", "", 0),
    ],
)
def test_a_number_is_never_rounded_or_guessed(code: str, typed: str, decimals: int) -> None:
    with pytest.raises(Unreadable):
        Language(code).read_number(typed, decimals)


@pytest.mark.parametrize(
    ("typed", "bp"),
    [
        ("26,44 %", 2644),
        ("26.44%", 2644),
        ("26,44\u00a0%", 2644),
        ("60", 6000),
        ("1", 100),
        ("0", 0),
        ("0,6 %", 60),
        ("-0,6 %", -60),
        ("100", 10000),
    ],
)
def test_a_rate_is_read_with_or_without_its_sign(typed: str, bp: int) -> None:
    assert [Language(code).read_rate(typed) for code in LANGUAGES] == [bp] * 3


@pytest.mark.parametrize(
    "typed",
    ["0,6", "-0,6", "0.05", "26,444 %", "1,000 %", "1 000 %", "%", "% 5", "5 %%", "5 €", "40 prosenttia"],
)
def test_a_rate_that_may_be_a_fraction_is_refused(typed: str) -> None:
    for code in LANGUAGES:
        with pytest.raises(Unreadable):
            Language(code).read_rate(typed)


@pytest.mark.parametrize(
    ("codes", "typed"),
    [
        (ALL, "1.9.2027"),
        (ALL, "1.9.27"),
        (ALL, "01.09.27"),
        (ALL, "01.09.2027"),
        (ALL, "1. 9. 2027"),
        (ALL, "1.\u00a09.\u00a02027"),
        (ALL, " 1.9.2027 "),
        (ALL, "2027-09-01"),
        ("fi", "1. syyskuuta 2027"),
        ("fi", "1. SYYSKUUTA 2027"),
        ("fi", "1. syyskuu 2027"),
        ("fi", "1 syys 2027"),
        ("sv", "1 september 2027"),
        ("sv", "1 sept. 2027"),
        ("en", "1 September 2027"),
        ("en", "01 sep 2027"),
    ],
)
def test_a_date_is_read(codes: str, typed: str) -> None:
    assert {Language(code).read_date(typed) for code in codes.split()} == {"2027-09-01"}


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Nothing has been typed."),
        ("1/9/2027", "can be understood in more than one way"),
        ("01-09-2027", "can be understood in more than one way"),
        ("2027/09/01", "can be understood in more than one way"),
        ("2027-9-1", "can be understood in more than one way"),
        ("31.2.2027", "There is no such day"),
        ("1.13.2027", "There is no such day"),
        ("1.0.2027", "There is no such day"),
        ("2027-02-29", "There is no such day"),
        ("1 Smarch 2027", "There is no such day"),
        ("1.9.1827", "is not between 1900 and 2199"),
        ("1.9.2200", "is not between 1900 and 2199"),
        ("1 se 2027", "cannot be read"),
        ("1.9", "cannot be read"),
        ("9.2027", "cannot be read"),
        ("syksyllä", "cannot be read"),
        ("20270901", "cannot be read"),
        ("ke 1.9.2027", "cannot be read"),
        ("1.9.2027.", "cannot be read"),
        ("１.９.２０２７", "cannot be read"),
        ("1.9.2027" + " " * 40 + "x", "cannot be read"),
    ],
)
def test_what_is_no_plain_date_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        Language("en").read_date(typed)
    assert why in Language("en").say(refused.value.phrase)


def test_each_language_has_its_own_yes() -> None:
    assert Language("fi").read_yes_no("kylla\u0308 ") is True
    assert Language("fi").read_yes_no("K") is True
    assert Language("sv").read_yes_no("nej") is False
    for code, typed in (("fi", "yes"), ("sv", "kyllä"), ("en", ""), ("en", "maybe")):
        with pytest.raises(Unreadable):
            Language(code).read_yes_no(typed)


@pytest.mark.parametrize(
    ("code", "typed", "sentence"),
    [
        ("en", " ", "Nothing has been typed. Write it like this: €1,234.50"),
        ("en", "4.2,0", "“4.2,0” cannot be read. Write it like this: €1,234.50"),
        ("fi", "1.234", "“1.234” can be understood in more than one way. Write it like this: €1,234.50"),
        ("en", "1.234", "“1.234” has more than 2 decimals. Write it like this: €1,234.50"),
        ("en", "9" * 15, f"“{'9' * 15}” is too large. At most it can be €100,000,000,000"),
        ("en", "x" * 60, f"“{'x' * 40}…” cannot be read. Write it like this: €1,234.50"),
        ("en", "{typed}\r\n{x}", "“{typed} {x}” cannot be read. Write it like this: €1,234.50"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_type(code: str, typed: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        Language(code).read_money(typed)
    assert Language("en").say(refused.value.phrase) == sentence


def test_a_refused_decimal_says_how_many_there_can_be() -> None:
    said = []
    for decimals in (0, 1, 2):
        with pytest.raises(Unreadable) as refused:
            Language("en").read_number("1.555", decimals)
        said.append(Language("en").say(refused.value.phrase))
    assert said == [
        "“1.555” is not a whole number. Write it like this: 12",
        "“1.555” has more than 1 decimal. Write it like this: 12.5",
        "“1.555” has more than 2 decimals. Write it like this: 12.50",
    ]


def test_a_rate_below_one_says_what_it_might_mean() -> None:
    with pytest.raises(Unreadable) as refused:
        Language("en").read_rate("0.6")
    sentence = "“0.6” can mean 0.6% or 60%. Write the percent sign too: 0.6%"
    assert Language("en").say(refused.value.phrase) == sentence
