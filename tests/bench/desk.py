"""python -m bench.desk: the window beside bare windows of PySide6 in the same style, on a screen that nobody sees."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.reference import Size
from bench.seen import Start, started
from bench.table import show
from bench.timing import Row
from bench.work import Bench
from screen import Screen, screen

IDLE = 3.0  # seconds
FLAT = 6.0  # MiB that the second half of a thousand page turns may add: what the system gives out at a time
KEYS, TURNS = 150, 1000
SHEET = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from grantdesk.ui.look.look import Look
app = QApplication(sys.argv)
look = Look(app)
Path(sys.argv[1]).write_text(app.styleSheet(), "utf-8")
"""


def main() -> int:
    """Prints the table; exit code 1 with --strict if a target was missed."""
    options = _options()
    with tempfile.TemporaryDirectory() as home, screen() as shown:
        os.environ["GRANTDESK_HOME"] = f"{home}/home"
        os.environ["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"  # kept, as where the program is installed
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        bench = Bench(options.call, Size(), Path(home))
        rows = list(measured(shown, bench, options))
    show(f"the window, with {bench.values} values where an application is open", rows)
    if options.json:
        data = {"call": options.call, "values": bench.values, "rows": [row.as_data() for row in rows]}
        Path(options.json).write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")
    return 1 if options.strict and not all(row.met for row in rows) else 0


def measured(shown: Screen, bench: Bench, options: argparse.Namespace) -> Iterator[Row]:
    """Every row: from outside, then from within."""
    yield from outside(shown, bench.file, options.runs)
    command = [sys.executable, "-m", "bench.within", str(bench.file), str(KEYS), str(options.turns)]
    done = subprocess.run(
        command, env=shown.environment, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    yield from within(json.loads(done.stdout.splitlines()[-1]))


def outside(shown: Screen, file: Path, runs: int) -> Iterator[Row]:
    """From the start of the process to what is seen; in turns, so that a busy machine is busy for all of them."""
    seen, idle = starts(shown, file, runs)
    floor = statistics.median(start.painted for start in seen["bare"])
    first = row("start, first painted", [start.painted for start in seen["start"]], floor)
    yield replace(first, target="≤ 1.6 × floor", met=first.ratio <= 1.6)
    page = row("file, page painted", [start.complete for start in seen["file"]], floor)
    yield replace(page, target="≤ floor + 400 ms", met=page.median - floor <= 400)
    rest = row("idle, % of a processor", idle, 0)
    yield replace(rest, target="none (≤ 1)", met=rest.median <= 1)


def starts(shown: Screen, file: Path, runs: int) -> tuple[dict[str, list[Start]], list[float]]:
    """Every start of each program but the first, which fills caches that are there from then on; and the share of a
    processor, in percent, that the program uses with the file open while nobody touches it."""
    sheet = file.with_name("sheet.css")
    hidden = shown.environment | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", SHEET, sheet], env=hidden, check=True)
    desk = ["-m", "grantdesk", "desk"]
    commands = {"bare": ["-m", "bench.bare", str(sheet)], "start": desk, "file": [*desk, str(file)]}
    seen: dict[str, list[Start]] = {name: [] for name in commands}
    idle: list[float] = []
    for number in range(runs + 1):
        for name, arguments in commands.items():
            program = started(shown, [sys.executable, *arguments], {})
            if number:
                seen[name].append(program.start)
            if number in (1, 2, 3) and name == "file":
                idle.append(program.idle(IDLE) * 100)
            program.end()
    return seen, idle


def within(found: dict[str, list[float]]) -> Iterator[Row]:
    """What the window measured of itself."""
    keys = row("key, painted", found["keys"], statistics.median(found["bare_keys"]))
    yield replace(keys, target="p95 ≤ 16 ms", met=keys.p95 <= 16)
    paper = row("key, painted, with paper", found["paper_keys"], statistics.median(found["bare_keys"]))
    yield replace(paper, target="p95 ≤ 16 ms", met=paper.p95 <= 16)
    pages = row("page, painted", found["pages"], statistics.median(found["bare_pages"]))
    yield replace(pages, target="p95 ≤ 80 ms", met=pages.p95 <= 80)
    held = found["memory"]
    half = held[len(held) // 2 - 1]
    grown = Row("memory, MiB at the end", held[-1], max(held), half, held[-1] / half)
    yield replace(grown, target=f"flat (≤ half way + {FLAT:.0f})", met=held[-1] - half <= FLAT)


def row(name: str, took: list[float], floor: float) -> Row:
    """Median and 95th percentile beside a floor."""
    took = sorted(took)
    median = statistics.median(took)
    p95 = took[min(len(took) - 1, int(len(took) * 0.95))]
    return Row(name, median, p95, floor, median / floor if floor else 0.0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench desk", description=__doc__)
    parser.add_argument("--call", default="hevi")
    parser.add_argument("--runs", type=int, default=10, help="starts of each program")
    parser.add_argument("--turns", type=int, default=TURNS, help="page turns while memory is watched")
    parser.add_argument("--json", help="write the result here as JSON")
    parser.add_argument("--strict", action="store_true", help="exit 1 if a target is missed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
