"""Signs a printed application: the place, the key, and what is seen there in the language of the paper."""

from datetime import datetime

from grantdesk.pdf.sign.key import FileKey, Key, TokenKey
from grantdesk.pdf.sign.signing import Seen, fields, signed
from grantdesk.pdf.sign.stamping import service
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

__all__ = ["FileKey", "Key", "TokenKey", "free", "seen", "sign"]


def free(data: bytes) -> tuple[str, ...]:
    """The places that nobody has signed yet. NotInstalled; NoField if it is no PDF."""
    return fields(data)


def seen(language: Language, moment: datetime) -> Seen:
    """What is seen beside the name of whoever signs, and why the signature is there, in the language of the paper."""
    lines = (language.moment(moment, zone=True), language.say(phrase("Signed electronically")))
    return Seen(lines, language.say(phrase("Signature of the application")))


def sign(data: bytes, place: str, key: Key, shown: Seen, stamper: str = "") -> bytes:
    """The signed file; `stamper` is the address of a time-stamping service, which is then asked. SigningTrouble."""
    return signed(data, place, key, shown, service(stamper) if stamper else None)
