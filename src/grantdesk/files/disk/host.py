"""This computer, and whether a process on it still runs."""

import os

MAY_ASK = os.name == "posix"  # on Windows os.kill(pid, 0) would end the process


def name() -> str:
    """The computer's name on its network."""
    from platform import node  # here, as below: whoever only reads a file pays nothing

    return node() or "localhost"


def owner() -> str:
    """Who works on it, for whoever finds a file locked."""
    from getpass import getuser  # here: the same

    try:
        return getuser()
    except (OSError, KeyError):  # an account without a name
        return "grantdesk"


def tag() -> str:
    """Eight letters that stand for the computer in names of files."""
    from hashlib import sha256  # here: the same

    return sha256(name().encode()).hexdigest()[:8]


def runs(pid: int) -> bool:
    """Does this process run here? True where that cannot be asked."""
    if not MAY_ASK:
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # it runs, for somebody else
        return True
    return True
