"""Writing is checked against Babel (CLDR); the differences that are meant stand in the module's docstring."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.words import LANGUAGES, Language

LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_GB"}
NB = "\u00a0"

languages = st.sampled_from(LANGUAGES)
amounts = st.integers(-(10**13), 10**13)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def minus(text: str) -> str:
    return text.replace("-", "−")


@given(languages, amounts, st.integers(0, 6))
def test_numbers_are_written_as_babel_writes_them(code: str, value: int, decimals: int) -> None:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    exact = Decimal(value).scaleb(-decimals)
    assert Language(code).number(value, decimals) == minus(format_decimal(exact, pattern, LOCALES[code]))


@given(languages, amounts)
def test_money_is_written_as_babel_writes_it(code: str, cents: int) -> None:
    expected = minus(format_currency(Decimal(cents) / 100, "EUR", locale=LOCALES[code]))
    assert Language(code).money(cents, decimals=True) == expected


@given(languages, amounts.map(lambda euros: euros // 100 * 100))
def test_whole_euros_stand_without_decimals(code: str, cents: int) -> None:
    pattern = Locale.parse(LOCALES[code]).currency_formats["standard"].pattern.replace(".00", "")
    expected = minus(
        format_currency(Decimal(cents) / 100, "EUR", pattern, LOCALES[code], currency_digits=False)
    )
    assert Language(code).money(cents) == Language(code).money(cents, decimals=False) == expected


@given(languages, st.integers(-(10**7), 10**7))
def test_rates_are_written_as_babel_writes_them(code: str, bp: int) -> None:
    pattern = Locale.parse(LOCALES[code]).percent_formats[None].pattern.replace("#,##0", "#,##0.##")
    assert Language(code).rate(bp) == minus(
        format_percent(Decimal(bp) / 10_000, pattern, locale=LOCALES[code])
    )


def test_rates_that_stand_below_each_other_have_as_many_decimals() -> None:
    fi = Language("fi")
    assert [fi.rate(bp, 2) for bp in (4000, 2644, -50)] == ["40,00\u00a0%", "26,44\u00a0%", "−0,50\u00a0%"]
    assert [fi.rate(bp, 1) for bp in (0, 2644)] == ["0,0\u00a0%", "26,44\u00a0%"]


@given(days)
def test_dates_are_written_as_babel_writes_them(day: date) -> None:
    assert Language("fi").date(day) == Language("sv").date(day) == format_date(day, "short", "fi")
    assert Language("en").date(day) == format_date(day, "long", "en_GB")
    assert Language("fi").date(day.isoformat()) == Language("fi").date(day)


@given(languages, days)
def test_months_are_written_as_babel_writes_them(code: str, day: date) -> None:
    expected = format_skeleton("yMMMM", day, locale=LOCALES[code])
    assert Language(code).month(day) == Language(code).month(day.isoformat()[:7]) == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_of_months_are_those_of_babel(code: str) -> None:
    alone = get_month_names("wide", "stand-alone", LOCALES[code])
    dated = get_month_names("wide", "format", LOCALES[code])
    assert [*Language(code).manner.months] == [alone[n] for n in range(1, 13)]
    assert [*Language(code).manner.dated] == [dated[n] for n in range(1, 13)]


@given(languages, st.lists(st.sampled_from("abcd"), min_size=1, max_size=5))
def test_lists_are_joined_as_babel_joins_them(code: str, items: list[str]) -> None:
    assert Language(code).join(items) == format_list(items, locale=LOCALES[code])


@given(st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)))
def test_finnish_times_are_those_of_babel(when: datetime) -> None:
    time = format_time(when.time(), "short", locale="fi")
    assert Language("fi").moment(when) == f"{Language('fi').date(when)} klo{NB}{time}"


@pytest.mark.parametrize(
    ("cents", "decimals", "fi", "en"),
    [
        (123450, None, f"1{NB}234,50{NB}€", "€1,234.50"),
        (123400, None, f"1{NB}234{NB}€", "€1,234"),
        (123400, True, f"1{NB}234,00{NB}€", "€1,234.00"),
        (-5, None, f"−0,05{NB}€", "−€0.05"),
        (-5, False, f"0{NB}€", "€0"),
        (-50, False, f"−1{NB}€", "−€1"),
        (149, False, f"1{NB}€", "€1"),
        (0, None, f"0{NB}€", "€0"),
        (0, True, f"0,00{NB}€", "€0.00"),
    ],
)
def test_the_traps_of_money(cents: int, decimals: bool | None, fi: str, en: str) -> None:
    assert Language("fi").money(cents, decimals) == Language("sv").money(cents, decimals) == fi
    assert Language("en").money(cents, decimals) == en


def test_a_count_is_a_grouped_whole_number() -> None:
    assert Language("fi").count(8000) == f"8{NB}000"
    assert Language("en").count(8000) == "8,000"


@pytest.mark.parametrize("typed", ["syksyllä", "2027-13-01", "2027-02-30", "20270901", "2027-09-01x", ""])
def test_what_is_no_day_is_given_as_it_was_typed(typed: str) -> None:
    assert Language("fi").date(typed) == typed


@pytest.mark.parametrize("typed", ["2027", "2027-13", "2027-00", "syyskuu", ""])
def test_what_is_no_month_is_given_as_it_was_typed(typed: str) -> None:
    assert Language("sv").month(typed) == typed


@pytest.mark.parametrize("typed", ["2027-09-01", "2027-09-01T25:00", "2027-09-01T10:15:99Z", "nyt", ""])
def test_what_is_no_moment_is_given_as_it_was_typed(typed: str) -> None:
    assert Language("en").moment(typed) == typed


def test_a_moment_is_said_in_the_zone_that_it_carries() -> None:
    when = "2027-09-01T16:15:00+03:00"
    assert Language("fi").moment(when) == f"1.9.2027 klo{NB}16.15"
    assert Language("sv").moment(when) == f"1.9.2027 kl.{NB}16.15"
    assert Language("en").moment(when) == "1 September 2027 at 16:15"
    assert Language("en").moment("2027-09-01T06:05:00Z", zone=True) == "1 September 2027 at 6:05 UTC"


@pytest.mark.parametrize(
    ("zone", "fi", "sv", "en"),
    [
        (ZoneInfo("Europe/Helsinki"), " Suomen aikaa", " finsk tid", " Finnish time"),
        (UTC, " UTC", " UTC", " UTC"),
        (timezone(timedelta(hours=2)), " UTC+02:00", " UTC+02:00", " UTC+02:00"),
        (timezone(-timedelta(hours=3, minutes=30)), " UTC-03:30", " UTC-03:30", " UTC-03:30"),
        (None, "", "", ""),
    ],
)
def test_the_zone_is_said_when_it_is_asked_for(
    zone: timezone | ZoneInfo | None, fi: str, sv: str, en: str
) -> None:
    when = datetime(2027, 1, 8, 9, 5, tzinfo=zone)
    assert Language("fi").moment(when, zone=True) == f"8.1.2027 klo{NB}9.05{fi}"
    assert Language("sv").moment(when, zone=True) == f"8.1.2027 kl.{NB}9.05{sv}"
    assert Language("en").moment(when, zone=True) == f"8 January 2027 at 9:05{en}"


@pytest.mark.parametrize(
    ("size", "fi", "sv", "en"),
    [
        (0, "0 tavua", "0 byte", "0 bytes"),
        (1, "1 tavu", "1 byte", "1 byte"),
        (999, "999 tavua", "999 byte", "999 bytes"),
        (1000, "1 kt", "1 kB", "1 kB"),
        (1049, "1 kt", "1 kB", "1 kB"),
        (1050, "1,1 kt", "1,1 kB", "1.1 kB"),
        (999_949, "999,9 kt", "999,9 kB", "999.9 kB"),
        (999_950, "1 Mt", "1 MB", "1 MB"),
        (40_000_000, "40 Mt", "40 MB", "40 MB"),
        (1_234_567_890, "1,2 Gt", "1,2 GB", "1.2 GB"),
        (10**16, "10 000 Tt", "10 000 TB", "10,000 TB"),
    ],
)
def test_sizes_are_in_thousands_of_bytes(size: int, fi: str, sv: str, en: str) -> None:
    said = [Language(code).size(size).replace(NB, " ") for code in LANGUAGES]
    assert said == [fi, sv, en]


def test_nothing_joined_is_nothing() -> None:
    assert Language("fi").join([]) == ""


def test_yes_and_no() -> None:
    assert [Language(code).yes_no(True) for code in LANGUAGES] == ["Kyllä", "Ja", "Yes"]
    assert [Language(code).yes_no(False) for code in LANGUAGES] == ["Ei", "Nej", "No"]


def test_the_alphabet_ends_in_its_own_letters() -> None:
    names = ["Östra", "Åbo", "Ähtäri", "zeta", "Alfa", "éclair", "Eka", "alfa", "Efa"]
    nordic = ["Alfa", "alfa", "éclair", "Efa", "Eka", "zeta", "Åbo", "Ähtäri", "Östra"]
    assert sorted(names, key=Language("fi").alphabetical) == nordic
    assert sorted(names, key=Language("sv").alphabetical) == nordic
    plain = ["Åbo", "Ähtäri", "Alfa", "alfa", "éclair", "Efa", "Eka", "Östra", "zeta"]
    assert sorted(names, key=Language("en").alphabetical) == plain
