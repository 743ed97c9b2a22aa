"""Work for a process of its own: quick, endless, greedy, and such as falls over; and a way to do it in this one."""

import os
import time
from collections.abc import Callable

from grantdesk.pdf.cell import Overrun


def here(work: Callable[..., bytes], *given: object) -> bytes:
    """The same as `bounded` in this process, where it is seen which lines are taken."""
    try:
        return work(*given)
    except Exception as error:
        raise Overrun from error


def echo(data: bytes) -> bytes:
    return data


def endless(_: bytes) -> bytes:
    time.sleep(600)
    return b""


def greedy(size: int) -> bytes:
    return bytes(bytearray(size)[:3])


def falling(_: bytes) -> bytes:
    os.abort()


def raising(said: str) -> bytes:
    raise ValueError(said)
