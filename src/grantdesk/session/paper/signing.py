"""Signs a printed application: the place, the key, and what is seen there in the language of the paper."""

from collections.abc import Mapping
from datetime import datetime

from grantdesk.pdf.sign.apart import apart
from grantdesk.pdf.sign.key import FileKey, Key, TokenKey
from grantdesk.pdf.sign.signing import Seen, signed, told
from grantdesk.pdf.sign.stamping import service
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

__all__ = ["FileKey", "Key", "TokenKey", "places", "seen", "sign"]


def places(data: bytes) -> Mapping[str, str]:
    """The places that nobody has signed yet, each with what the paper tells of it: who signs there. NotInstalled; NoPdf
    if it is none, or keeps its reader busy for ever."""
    return dict(apart(told, data))


def seen(language: Language, moment: datetime, reason: str = "") -> Seen:
    """What is seen beside the name of whoever signs, in the language of the paper, and why the signature is there: the
    usual reason if none is given."""
    lines = (language.moment(moment, zone=True), language.say(phrase("Signed electronically")))
    return Seen(lines, reason or language.say(phrase("Signature of the application")))


def sign(data: bytes, place: str, key: Key, shown: Seen, stamper: str = "") -> bytes:
    """The signed file; at the first free place if none is named. `stamper` is the address of a time-stamping service,
    which is then asked. SigningTrouble."""
    # Also where one is named: only what could be read apart is read here.
    first = next(iter(places(data)), "")
    return signed(data, place or first, key, shown, service(stamper) if stamper else None)
