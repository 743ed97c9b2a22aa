"""Signs a printed application: the place, the key, and what is seen there in the language of the paper."""

from datetime import datetime

from grantdesk.pdf.sign.key import FileKey, Key, TokenKey
from grantdesk.pdf.sign.signing import Seen, fields, signed
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

__all__ = ["FileKey", "Key", "TokenKey", "free", "sign"]


def free(data: bytes) -> tuple[str, ...]:
    """The places that nobody has signed yet. NotInstalled; NoField if it is no PDF."""
    return fields(data)


def sign(data: bytes, place: str, key: Key, language: Language, moment: datetime, stamper: str = "") -> bytes:
    """The signed file; `moment` is what is seen beside the name. SigningTrouble."""
    seen = (language.moment(moment, zone=True), language.say(phrase("Signed electronically")))
    return signed(data, place, key, Seen(seen, language.say(phrase("Signature of the application"))), stamper)
