"""What can go wrong when somebody signs.

SigningTrouble
├── NotInstalled   the libraries for signing are not there
├── NoField        the file has no free place to sign, or none of that name
├── NoPdf          the file cannot be read
├── NoKey          the key cannot be used: a wrong PIN, no such token, a file that is no key
├── NoStamp        the time-stamping service gave no time stamp
└── NoTrust        the certificates that were given to be trusted cannot be read
"""

from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble


class SigningTrouble(Trouble):
    """Nothing was signed."""


class NotInstalled(SigningTrouble):
    """The libraries for signing are not there."""

    def __init__(self) -> None:
        super().__init__(
            phrase(
                "Signing needs more than is installed here. Type: {command}",
                command="pip install grantdesk[sign]",
            )
        )


class NoField(SigningTrouble):
    """`names` are the places that are still free."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        if names:
            said = phrase("“{name}” is no free place to sign. Free are: {names}.", name=name, names=names)
        else:
            said = phrase("This PDF has no free place to sign.")
        super().__init__(said)


class NoPdf(SigningTrouble):
    """No PDF, or one that is damaged or locked."""

    def __init__(self) -> None:
        super().__init__(
            phrase(
                "This file cannot be read as a PDF: it is damaged, or locked with a password. Ask for it again as it "
                "was made."
            )
        )


class NoKey(SigningTrouble):
    """`reason` says why the key cannot be used; it never has the PIN in it."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(phrase("Nothing was signed: {reason}.", reason=reason))


class NoStamp(SigningTrouble):
    """The time-stamping service gave no time stamp, or is none."""

    def __init__(self) -> None:
        super().__init__(
            phrase(
                "Nothing was signed: no time stamp came. Look at the address of the service and at the network, or "
                "sign without a time stamp."
            )
        )


class NoTrust(SigningTrouble):
    """The certificates that were given to be trusted cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            phrase("The certificates to be trusted cannot be read. Give files of the kind PEM or DER.")
        )
