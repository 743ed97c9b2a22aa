"""How a command ends. The codes are a public contract; CONTRACT.

0  done, and no error finding
1  done, and there are error findings (or faults of a call)
2  the command asks for what cannot be done
3  a file, or a call, could not be read or written
70 a fault of the program itself
"""

from pathlib import Path

from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

DONE, FINDINGS, USAGE, UNREADABLE, FAULT = 0, 1, 2, 3, 70


class Usage(Trouble):
    """A command that asks for what cannot be done."""


def code_of(trouble: Trouble) -> int:
    """The exit code for expected trouble."""
    from grantdesk.call.fault import CallFault  # for start-up: most commands end without trouble
    from grantdesk.files.trouble import FileTrouble

    return UNREADABLE if isinstance(trouble, CallFault | FileTrouble) else USAGE


def usage(said: Phrase) -> Usage:
    """Trouble with what was asked."""
    return Usage(said)


def spare(path: Path) -> None:
    """Nothing may lie at path yet, for it would be written over. Usage if anything does."""
    if path.exists():
        raise usage(phrase("“{file}” is already there. Choose another name.", file=str(path)))
