"""Identifiers: the normal form of what somebody typed, and whether it can be right.

Check digits are python-stdnum's work (business id: seven digits, weights 7 9 10 5 8 4 2, modulo 11; IBAN: modulo 97).
Two traps of it are closed here: 0000000-0 passes its checksum but is nobody's, and old six-digit business ids want a
zero in front.
"""

import re
from collections.abc import Callable
from types import ModuleType

from stdnum import bic, iban
from stdnum.exceptions import ValidationError
from stdnum.fi import alv, ytunnus
from stdnum.iso7064 import mod_11_2

from grantdesk.call.terms.node import Scheme

LONGEST = 254
_NAME = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_NAME}\.)+[A-Za-z]{{2,63}}")
_URL = re.compile(
    rf"https?://{_NAME}(?:\.{_NAME})+(?::[0-9]{{1,5}})?(?:[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?[0-9]{5,15}")
_BUSINESS_ID = re.compile(r"([0-9]{6,7})-?([0-9])")
_ORCID = re.compile(
    r"(?:(?:HTTPS?://)?(?:WWW\.)?ORCID\.ORG/)?([0-9]{4})-?([0-9]{4})-?([0-9]{4})-?([0-9]{3}[0-9X])"
)
_DASHES = str.maketrans("‐‑‒–—−", "------")


def _trimmed(text: str) -> str:
    """Without spaces around it; every kind of dash is a hyphen."""
    return text.strip().translate(_DASHES)


def _compact(text: str) -> str:
    """Without spaces of any kind; every kind of dash is a hyphen."""
    return "".join(text.split()).translate(_DASHES)


def _business_id(text: str) -> str:
    compact = _compact(text)
    match = _BUSINESS_ID.fullmatch(compact.upper().removeprefix("FI"))
    return f"{match[1]:0>7}-{match[2]}" if match else compact


def _vat_id(text: str) -> str:
    return re.sub(r"[-./]", "", _compact(text).upper())


def _iban(text: str) -> str:
    compact = _compact(text).upper().replace("-", "")
    return " ".join(compact[i : i + 4] for i in range(0, len(compact), 4))


def _orcid(text: str) -> str:
    compact = _compact(text).upper()
    match = _ORCID.fullmatch(compact)
    return "-".join(match.groups()) if match else compact


_NORMAL: dict[Scheme, Callable[[str], str]] = {
    "business_id": _business_id,
    "vat_id": _vat_id,
    "iban": _iban,
    "bic": lambda text: _compact(text).upper(),
    "email": _trimmed,
    "postal_code": _compact,
    "phone": lambda text: " ".join(text.split()).translate(_DASHES),
    "url": _trimmed,
    "municipality": _compact,
    "pic": _compact,
    "orcid": _orcid,
}


def normal(scheme: Scheme, text: str) -> str:
    """The form in which an identifier is kept and shown; what cannot be one stays as it was typed, but for spaces."""
    return _NORMAL[scheme](text)


def is_sound(scheme: Scheme, text: str) -> bool:
    """Can this be right? Spaces and the kind of dash do not matter, but for spaces inside addresses."""
    value = normal(scheme, text)
    return value.isascii() and len(value) <= LONGEST and _SOUND[scheme](value)


def _passes(module: ModuleType, shape: str = "[A-Z0-9 ]+") -> Callable[[str], bool]:
    """Does it pass the module's check? `shape` because stdnum looks past dots and dashes that stand anywhere."""
    form = re.compile(shape)

    def passes(value: str) -> bool:
        try:
            return form.fullmatch(value) is not None and bool(module.validate(value))
        except ValidationError:
            return False

    return passes


_IS_BUSINESS_ID = _passes(ytunnus, r"[0-9]{7}-[0-9]")
_IS_FINNISH_VAT_ID = _passes(alv, "FI[0-9]{8}")


def _vat_id_sound(value: str) -> bool:
    if value.startswith("FI"):
        return _IS_FINNISH_VAT_ID(value) and value != "FI00000000"
    from stdnum.eu import vat  # for start-up: it is large, and few have a foreign number

    return _passes(vat, "[A-Z]{2}[A-Z0-9+*]{2,13}")(value)


def _shape(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value) is not None


_SOUND: dict[Scheme, Callable[[str], bool]] = {
    "business_id": lambda value: _IS_BUSINESS_ID(value) and value != "0000000-0",
    "vat_id": _vat_id_sound,
    "iban": _passes(iban),
    "bic": _passes(bic),
    "email": lambda value: _EMAIL.fullmatch(value) is not None,
    "postal_code": _shape("[0-9]{5}"),
    "phone": lambda value: _PHONE.fullmatch(re.sub(r"[ ()\-/.]", "", value)) is not None,
    "url": lambda value: _URL.fullmatch(value) is not None,
    "municipality": _shape("[0-9]{3}"),
    "pic": _shape("[0-9]{9}"),
    "orcid": lambda value: len(value) == 19 and bool(mod_11_2.is_valid(value.replace("-", ""))),
}
