"""The key that somebody signs with: in a file, or on a card or token that never gives it away."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from grantdesk.pdf.sign.trouble import NoKey, NotInstalled
from grantdesk.words.phrase import phrase


class Key(Protocol):
    """Something to sign with."""

    def signer(self) -> AbstractContextManager[Any]:
        """What pyHanko signs with, while it is open. NotInstalled, NoKey."""
        ...


@dataclass(frozen=True, slots=True)
class FileKey:
    """A key in a PKCS#12 file (.p12, .pfx) with its passphrase, which is kept nowhere."""

    path: Path
    passphrase: str = field(repr=False)

    @contextmanager
    def signer(self) -> Iterator[Any]:
        """See Key."""
        try:
            from pyhanko.sign.signers import SimpleSigner
        except ImportError as error:
            raise NotInstalled from error
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise NoKey(phrase("the file of the key cannot be read")) from error
        try:
            signer = SimpleSigner.load_pkcs12_data(
                data, other_certs=set(), passphrase=self.passphrase.encode()
            )
        except (ValueError, TypeError, KeyError) as error:
            raise NoKey(phrase("the passphrase is not the right one, or the file holds no key")) from error
        yield signer


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A key on a card or token, through the PKCS#11 module of its maker. `token` is the token's label, empty if there
    is only one; `label` that of the key and its certificate. The PIN is kept nowhere."""

    module: Path
    token: str
    label: str
    pin: str = field(repr=False)

    @contextmanager
    def signer(self) -> Iterator[Any]:
        """See Key."""
        try:
            from pkcs11.exceptions import PKCS11Error
            from pyhanko.config.pkcs11 import TokenCriteria
            from pyhanko.sign.general import SigningError
            from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
        except ImportError as error:
            raise NotInstalled from error
        criteria = TokenCriteria(label=self.token) if self.token else None
        try:
            session = open_pkcs11_session(str(self.module), token_criteria=criteria, user_pin=self.pin)
        except (PKCS11Error, SigningError, OSError, RuntimeError) as error:
            raise NoKey(phrase("the card did not open: look at the module, the card and the PIN")) from error
        with session:
            try:
                signer = PKCS11Signer(session, cert_label=self.label, key_label=self.label)
                found = signer.signing_cert is not None
            except PKCS11Error:
                found = False
            if not found:
                raise NoKey(phrase("the card has no key and certificate called “{label}”", label=self.label))
            yield signer
