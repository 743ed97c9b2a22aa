"""Identifiers: what can be right, the traps, and that nothing typed ever breaks the check."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.call.identifier import is_sound, normal
from grantdesk.call.terms.node import Scheme

SCHEMES: tuple[Scheme, ...] = get_args(Scheme)

SOUND: list[tuple[Scheme, str]] = [
    ("business_id", "0201256-6"),
    ("business_id", "0101263-6"),
    ("business_id", "0124610-9"),
    ("business_id", "0827616-7"),
    ("vat_id", "FI02012566"),
    ("vat_id", "EE100931558"),
    ("vat_id", "BE0428759497"),
    ("iban", "FI14 8000 1900 9661 60"),
    ("iban", "DE89 3704 0044 0532 0130 00"),
    ("bic", "DABAFIHH"),
    ("bic", "NDEAFIHHXXX"),
    ("email", "etunimi.sukunimi+tki@kaupunki.example.org"),
    ("postal_code", "00100"),
    ("phone", "+358 40 123 4567"),
    ("phone", "(09) 310-1691"),
    ("url", "https://www.example.org"),
    ("url", "http://example.org:8080/hanke?id=1#tavoite"),
    ("municipality", "091"),
    ("pic", "999999999"),
    ("orcid", "0000-0002-1825-0097"),
    ("orcid", "0000-0002-1694-233X"),
]

TRAPS: list[tuple[Scheme, str]] = [
    ("business_id", "0000000-0"),  # passes its checksum, and is nobody's
    ("business_id", "0201256-7"),
    ("business_id", "02012566-6"),
    ("business_id", "٠٢٠١٢٥٦-٦"),  # Arabic digits
    ("business_id", "FI"),
    ("vat_id", "FI00000000"),
    ("vat_id", "FI02012567"),
    ("vat_id", "XX123456789"),
    ("vat_id", "02012566"),
    ("vat_id", "EE100931559"),
    ("iban", "FI21 1234 5600 0007 86"),
    ("iban", "FI14 8000 1900 9661"),
    ("iban", "FI14.8000.1900.9661.60"),
    ("bic", "DABAFIHHX"),
    ("bic", "DABA-FIHH"),
    ("email", "etunimi sukunimi@example.org"),  # joined, it would be somebody else's
    ("email", "a@b"),
    ("email", "a@@example.org"),
    ("email", ".a@example.org"),
    ("email", "a..b@example.org"),
    ("email", "a@-example.org"),
    ("email", "a@example.org\nBcc: b@example.org"),
    ("email", "ä@example.org"),
    ("email", f"{'a' * 250}@example.org"),
    ("postal_code", "0100"),
    ("postal_code", "٠٠١٠٠"),
    ("phone", "1234"),
    ("phone", "+358 40 123 4567 ext"),
    ("phone", "++358401234567"),
    ("url", "www.example.org"),
    ("url", "javascript:alert(1)"),
    ("url", "file:///etc/passwd"),
    ("url", "https://"),
    ("url", "https://localhost"),
    ("url", "https://user@example.org"),
    ("url", "https://example..org"),
    ("url", "https://example.org/a b"),
    ("url", 'https://example.org/"><script>'),
    ("municipality", "91"),
    ("pic", "12345678"),
    ("orcid", "0000-0002-1825-0098"),
    ("orcid", "0000-0002-1825"),
]


@pytest.mark.parametrize(("scheme", "text"), SOUND)
def test_what_is_right_is_sound_and_is_its_own_normal_form(scheme: Scheme, text: str) -> None:
    assert is_sound(scheme, text)
    assert normal(scheme, text) == text


@pytest.mark.parametrize(("scheme", "text"), TRAPS)
def test_what_cannot_be_right_is_refused(scheme: Scheme, text: str) -> None:
    assert not is_sound(scheme, text)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text", ["", " ", "\n", "-", "\x00", "\ud800", "9" * 100_000, "a@" * 50_000])
def test_what_says_nothing_or_far_too_much_is_refused(scheme: Scheme, text: str) -> None:
    assert not is_sound(scheme, text)


@pytest.mark.parametrize(
    ("scheme", "typed", "kept"),
    [
        ("business_id", "201256-6", "0201256-6"),  # six digits, as before 2000
        ("business_id", "02012566", "0201256-6"),
        ("business_id", "FI02012566", "0201256-6"),
        ("business_id", " 0201256 – 6 ", "0201256-6"),
        ("business_id", "tulossa", "tulossa"),
        ("vat_id", "fi 0201256-6", "FI02012566"),
        ("vat_id", "BE 0428.759.497", "BE0428759497"),
        ("iban", "fi1480001900966160", "FI14 8000 1900 9661 60"),
        ("iban", "FI14-8000-1900-9661-60", "FI14 8000 1900 9661 60"),
        ("bic", "daba fihh", "DABAFIHH"),
        ("email", " matti@example.org ", "matti@example.org"),
        ("email", "anna–maija@example.org", "anna-maija@example.org"),
        ("phone", "040\u00a0123 4567", "040 123 4567"),
        ("url", " HTTPS://example.org/Polku ", "HTTPS://example.org/Polku"),
        ("orcid", "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("orcid", "000000021694233X", "0000-0002-1694-233X"),
        ("orcid", "tulossa", "TULOSSA"),
    ],
)
def test_the_normal_form_is_the_one_that_is_kept(scheme: Scheme, typed: str, kept: str) -> None:
    assert normal(scheme, typed) == kept
    assert is_sound(scheme, typed) == is_sound(scheme, kept)


TYPED = st.text() | st.text("0123456789-FIfi @.:/+XxABé٣", max_size=24)


@given(st.sampled_from(SCHEMES), TYPED)
def test_no_text_breaks_the_check(scheme: Scheme, text: str) -> None:
    assert is_sound(scheme, text) in (True, False)


@given(st.sampled_from(SCHEMES), TYPED)
def test_the_normal_form_of_a_normal_form_is_itself(scheme: Scheme, text: str) -> None:
    once = normal(scheme, text)
    assert normal(scheme, once) == once
    assert is_sound(scheme, once) == is_sound(scheme, text)


@given(
    st.sampled_from(["AT", "BE", "DE", "EE", "EL", "ES", "FR", "IE", "LT", "NL", "SE", "XI"]),
    st.text("0123456789AB+*"),
)
def test_no_foreign_vat_number_breaks_the_check(country: str, rest: str) -> None:
    assert is_sound("vat_id", country + rest) in (True, False)


@given(st.integers(0, 10**7 - 1))
def test_a_business_id_has_at_most_one_check_digit(number: int) -> None:
    passing = [digit for digit in range(10) if is_sound("business_id", f"{number:07d}-{digit}")]
    rest = sum(w * int(d) for w, d in zip((7, 9, 10, 5, 8, 4, 2), f"{number:07d}", strict=True)) % 11
    expected = [] if rest == 1 or number == 0 else [11 - rest if rest else 0]
    assert passing == expected
