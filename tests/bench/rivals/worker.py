"""python -m bench.rivals.worker MAKER [CONTENT PDF]: makes PDFs with one maker, and tells what each of them took.

With a content it makes one and ends. Without, it answers each line of its input (a content, and a tab with a PDF to
write, if one shall be) by a line of JSON: processor time and wall time in ms, the most memory so far in MiB, and bytes.
"""

import gc
import json
import os
import resource
import sys
import time
from importlib import import_module
from pathlib import Path

from bench.rivals.data import Content, Maker, read


def main(name: str, *files: str) -> None:
    """One PDF, or as many as are asked for."""
    maker: Maker = import_module(f"bench.rivals.with_{name}").maker()
    if files:
        source, target = map(Path, files)
        target.write_bytes(maker(read(source)))
        return
    for line in sys.stdin:
        source, _, target = line.rstrip("\n").partition("\t")
        told, data = timed(maker, read(Path(source)))
        if target:
            Path(target).write_bytes(data)
        print(json.dumps(told), flush=True)


def timed(maker: Maker, content: Content) -> tuple[dict[str, float], bytes]:
    """What making it took, and the PDF."""
    gc.collect()
    before, start = _spent(), time.perf_counter()
    data = maker(content)
    wall, cpu = time.perf_counter() - start, _spent() - before
    return {"cpu": cpu * 1000, "wall": wall * 1000, "peak": _peak(), "bytes": len(data)}, data


def _spent() -> float:
    """Seconds of processor time, of all threads and of the processes that have ended."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _peak() -> float:
    """MiB, of this process or of the largest that it started."""
    held = Path("/proc/self/status")
    if held.exists():
        own = int(next(line for line in held.read_text().splitlines() if line.startswith("VmHWM")).split()[1])
    else:
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
