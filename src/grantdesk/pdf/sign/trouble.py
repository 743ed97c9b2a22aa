"""What can go wrong when somebody signs.

SigningTrouble
├── NotInstalled   the libraries for signing are not there
├── NoField        the file has no free place to sign, or none of that name
└── NoKey          the key cannot be used: a wrong PIN, no such token, a file that is no key
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


class NoKey(SigningTrouble):
    """`reason` says why the key cannot be used; it never has the PIN in it."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(phrase("Nothing was signed: {reason}.", reason=reason))
