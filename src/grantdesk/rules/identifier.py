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

_ASCII = re.compile(r"[\x21-\x7e]+")
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,63}"
)
_URL = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][\x21-\x7e]*)?")
_PHONE = re.compile(r"\+?[0-9]{5,15}")
_BUSINESS_ID = re.compile(r"([0-9]{6,7})-?([0-9])")
_ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_DASHES = str.maketrans("‐‑‒–—−", "------")


def _compact(text: str) -> str:
    """Without spaces of any kind; every kind of dash is a hyphen."""
    return "".join(text.split()).translate(_DASHES)


def _business_id(text: str) -> str:
    compact = _compact(text).upper().removeprefix("FI")
    match = _BUSINESS_ID.fullmatch(compact)
    return f"{match[1]:0>7}-{match[2]}" if match else _compact(text)


def _vat_id(text: str) -> str:
    compact = _compact(text).upper()
    return compact.replace("-", "") if compact.startswith("FI") else compact


def _iban(text: str) -> str:
    compact = _compact(text).upper()
    return " ".join(compact[i : i + 4] for i in range(0, len(compact), 4))


def _phone(text: str) -> str:
    return " ".join(text.translate(_DASHES).split())


_NORMAL: dict[Scheme, Callable[[str], str]] = {
    "business_id": _business_id,
    "vat_id": _vat_id,
    "iban": _iban,
    "bic": lambda text: _compact(text).upper(),
    "email": _compact,
    "postal_code": _compact,
    "phone": _phone,
    "url": _compact,
    "municipality": _compact,
    "pic": _compact,
    "orcid": lambda text: _compact(text).upper().removeprefix("HTTPS://ORCID.ORG/"),
}


def normal(scheme: Scheme, text: str) -> str:
    """The form in which an identifier is kept and shown; what cannot be one stays as it was typed, without spaces."""
    return _NORMAL[scheme](text)


def is_sound(scheme: Scheme, text: str) -> bool:
    """Can this be right? Spaces and the kind of dash do not matter."""
    value = normal(scheme, text)
    return (
        len(value) <= 254 and _ASCII.fullmatch(value.replace(" ", "")) is not None and _SOUND[scheme](value)
    )


def _passes(module: ModuleType) -> Callable[[str], bool]:
    def passes(value: str) -> bool:
        try:
            return bool(module.validate(value))
        except ValidationError:
            return False

    return passes


def _business_id_sound(value: str) -> bool:
    return _BUSINESS_ID.fullmatch(value) is not None and value != "0000000-0" and _passes(ytunnus)(value)


def _vat_id_sound(value: str) -> bool:
    if value.startswith("FI"):
        return _passes(alv)(value) and value != "FI00000000"
    from stdnum.eu import vat  # for start-up: it is large, and few have a foreign number

    return _passes(vat)(value)


def _phone_sound(value: str) -> bool:
    return _PHONE.fullmatch(re.sub(r"[ ()\-/.]", "", value)) is not None


def _orcid_sound(value: str) -> bool:
    """ISO 7064 modulo 11-2 over the sixteen characters."""
    return _ORCID.fullmatch(value) is not None and bool(mod_11_2.is_valid(value.replace("-", "")))


def _shape(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value) is not None


_SOUND: dict[Scheme, Callable[[str], bool]] = {
    "business_id": _business_id_sound,
    "vat_id": _vat_id_sound,
    "iban": _passes(iban),
    "bic": _passes(bic),
    "email": lambda value: _EMAIL.fullmatch(value) is not None,
    "postal_code": _shape("[0-9]{5}"),
    "phone": _phone_sound,
    "url": lambda value: _URL.fullmatch(value) is not None,
    "municipality": _shape("[0-9]{3}"),
    "pic": _shape("[0-9]{9}"),
    "orcid": _orcid_sound,
}
