"""Reads a stranger's PDF in a process of its own, for the library that reads it may be kept busy for ever."""

from collections.abc import Callable
from json import dumps, loads
from typing import Any

from grantdesk.pdf.cell import Overrun, bounded
from grantdesk.pdf.sign.trouble import NoPdf, NotInstalled, NoTrust

TROUBLES: dict[str, type[NotInstalled | NoPdf | NoTrust]] = {
    each.__name__: each for each in (NotInstalled, NoPdf, NoTrust)
}


def apart(read: Callable[..., Any], *given: object) -> Any:
    """read(*given), a function of a module that gives what JSON can hold. What it raises of TROUBLES; NoPdf besides."""
    try:
        trouble, found = loads(bounded(_read, read, *given))
    except Overrun as error:
        raise NoPdf from error
    if trouble:
        raise TROUBLES[trouble]()
    return found


def _read(read: Callable[..., Any], *given: object) -> bytes:
    try:
        return dumps(["", read(*given)]).encode()
    except (NotInstalled, NoPdf, NoTrust) as trouble:
        return dumps([type(trouble).__name__, None]).encode()
