"""Labels as the call gives them, before what they label and one after the other: some are questions."""

from collections.abc import Iterable

COLON = ":"
ENDINGS = ("?", "!", ".")


def labelled(label: str, text: str = "") -> str:
    """A label before what it labels, with a colon unless it is a question or ends in one."""
    mark = "" if label.endswith((COLON, *ENDINGS)) else COLON
    return f"{label}{mark} {text}".rstrip(" ")


def listed(labels: Iterable[str]) -> str:
    """Labels in a row: "Name; Does it pay? Reasons". One that is a sentence needs no other mark after it."""
    found = [label.rstrip(COLON) for label in labels]
    apart = (label if label.endswith(ENDINGS) else f"{label};" for label in found[:-1])
    return " ".join([*apart, *found[-1:]])
