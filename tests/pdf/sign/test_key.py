"""A key on a card, with a card in its place that does as it is told: what a card can do is told in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pkcs11.exceptions import PinIncorrect, PKCS11Error

from grantdesk.pdf.sign.key import TokenKey
from grantdesk.pdf.sign.trouble import NoKey

PIN = "739105"


class Card:
    """What was asked of it, and whether it still is open."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault
        self.asked: list[tuple[str, Any, str]] = []
        self.is_open = False

    def __call__(self, module: str, token_criteria: Any, user_pin: str) -> Any:
        self.asked.append((module, token_criteria, user_pin))
        if self.fault:
            raise self.fault
        return self._session()

    @contextmanager
    def _session(self) -> Iterator["Card"]:
        self.is_open = True
        yield self
        self.is_open = False


def signing(certificate: Any) -> Any:
    """In place of what signs with a card: it has a certificate, or raises what it is given."""

    class Signer:
        def __init__(self, session: Card, cert_label: str, key_label: str) -> None:
            self.labels = (cert_label, key_label)

        @property
        def signing_cert(self) -> Any:
            if isinstance(certificate, Exception):
                raise certificate
            return certificate

    return Signer


@pytest.mark.parametrize("token", ["", "TEST"])
def test_a_card_is_asked_once_and_closed_afterwards(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card()
    monkeypatch.setattr("pyhanko.sign.pkcs11.open_pkcs11_session", card)
    monkeypatch.setattr("pyhanko.sign.pkcs11.PKCS11Signer", signing("certificate"))
    with TokenKey(Path("card.so"), token, "allekirjoitus", PIN).signer() as signer:
        assert card.is_open
        assert signer.labels == ("allekirjoitus", "allekirjoitus")
    ((module, criteria, pin),) = card.asked
    assert (module, criteria and criteria.label, pin) == ("card.so", token or None, PIN)
    assert not card.is_open


@pytest.mark.parametrize("fault", [PinIncorrect(), OSError("no such module"), RuntimeError("no card")])
def test_a_card_that_does_not_open_is_told_without_its_pin(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = Card(fault)
    monkeypatch.setattr("pyhanko.sign.pkcs11.open_pkcs11_session", card)
    key = TokenKey(Path("card.so"), "", "allekirjoitus", PIN)
    with pytest.raises(NoKey) as told, key.signer():
        pass
    assert len(card.asked) == 1, "a wrong PIN counts on the card"
    assert PIN not in repr(key) + str(told.value) + str(told.value.phrase)


@pytest.mark.parametrize("certificate", [None, PKCS11Error()])
def test_a_card_without_that_key_is_told(certificate: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyhanko.sign.pkcs11.open_pkcs11_session", Card())
    monkeypatch.setattr("pyhanko.sign.pkcs11.PKCS11Signer", signing(certificate))
    with pytest.raises(NoKey) as told, TokenKey(Path("card.so"), "", "other", PIN).signer():
        pass
    assert told.value.phrase.facts["reason"].facts == {"label": "other"}
