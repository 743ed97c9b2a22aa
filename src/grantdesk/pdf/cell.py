"""Work on a stranger's file in a process of its own, bounded in time and room: a page may draw itself for ever.

A library in C cannot be stopped while it works, and takes the whole program with it when it falls over. What comes back
is bytes and no objects: whoever has taken the process over by such a file shall not get any further.
"""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

SECONDS = 8  # of the processor: a machine that has much else to do is no reason to give up
PATIENCE = 60.0  # seconds on the clock
ROOM = 1000 * 2**20  # bytes, with the libraries
ANSWER = 2**16  # bytes


class Overrun(Exception):
    """It took too long or too much room, or a library fell over."""


def bounded(
    work: Callable[..., bytes], *given: object, patience: float = PATIENCE, most: int = ANSWER
) -> bytes:
    """work(*given), of so many bytes at most: a function of a module, and what can be sent to it. Overrun, also for
    whatever it raises."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, given), daemon=True)
    try:
        process.start()
        there.close()
        if not here.poll(patience):
            raise Overrun
        return here.recv_bytes(most)
    except (OSError, EOFError) as error:  # it could not be begun, or ended without a word
        raise Overrun from error
    finally:
        here.close()
        if process.pid is not None:
            process.kill()
            process.join()


def _work(back: Connection, work: Callable[..., bytes], given: tuple[object, ...]) -> None:
    with suppress(ImportError):  # Windows has no such bounds, only patience
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(Exception):  # whoever waits hears nothing, and knows
        back.send_bytes(work(*given))
