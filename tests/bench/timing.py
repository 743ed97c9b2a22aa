"""Times work beside a floor in the same run, in turns, so that a busy machine is busy for both."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """One line of the result: milliseconds of the work and of its floor, their ratio, the target if any."""

    name: str
    median: float
    p95: float
    floor: float
    ratio: float
    target: str = ""
    met: bool = True

    def as_data(self) -> dict[str, object]:
        """For programs."""
        return asdict(self)


def milliseconds(work: Callable[[], object]) -> float:
    """One run, by the wall clock."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


@contextmanager
def quiet() -> Iterator[None]:
    """What lives already is not looked at again by the garbage collector, as in the program with a file open."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def beside(name: str, work: Callable[[int], object], floor: Callable[[int], object], runs: int) -> Row:
    """Median and 95th percentile of the work, median of the floor; both get the number of the run, and warm up once."""
    work(-1), floor(-1)
    mine: list[float] = []
    bare: list[float] = []
    with quiet():
        for i in range(runs):
            bare.append(milliseconds(lambda i=i: floor(i)))  # type: ignore[misc]  # i is bound
            mine.append(milliseconds(lambda i=i: work(i)))  # type: ignore[misc]  # i is bound
    mine.sort()
    low = statistics.median(bare)
    median = statistics.median(mine)
    return Row(
        name, median, mine[min(len(mine) - 1, int(len(mine) * 0.95))], low, median / low if low else 0.0
    )
