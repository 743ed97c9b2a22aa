"""python -m bench: measures the reference application at one size and at four times it; a table, and JSON if asked."""

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bench.reference import Size
from bench.table import show
from bench.timing import Row
from bench.work import measured

GROWTH = 4


def main() -> int:
    """Prints the table; exit code 1 with --strict if a target was missed."""
    options = _options()
    with tempfile.TemporaryDirectory() as home:
        os.environ["GRANTDESK_HOME"] = home  # backups of the bench do not lie among the person's own
        results = {f"×{n}": measured(options.call, Size().times(n), options.runs) for n in (1, GROWTH)}
    grown = growth(results)
    if options.json:
        data = {
            "python": platform.python_version(),
            "call": options.call,
            "sizes": {
                k: {"values": n, "rows": [row.as_data() for row in rows]} for k, (n, rows) in results.items()
            },
            "growth": grown,
        }
        Path(options.json).write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")
    for size, (values, rows) in results.items():  # the targets are those of one size
        rows = rows if size == "×1" else [replace(row, target="") for row in rows]
        show(f"{size}: {values} values", rows, grown if size != "×1" else {})
    missed = [row for row in results["×1"][1] if not row.met]
    return 1 if options.strict and (missed or any(g > LINEAR for g in grown.values())) else 0


LINEAR = (
    1.3  # time per value may grow so much and still be called linear: caches are finite, machines are busy
)


def growth(results: dict[str, tuple[int, list[Row]]]) -> dict[str, float]:
    """Of what grows with the application: how the time per value at ×4 stands to that at ×1. 1.0 is linear."""
    (small, few), (large, many) = results.values()
    return {
        a.name: (b.median / large) / (a.median / small)
        for a, b in zip(few, many, strict=True)
        if a.median and small
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--call", default="hevi")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--json", help="write the result here as JSON")
    parser.add_argument("--strict", action="store_true", help="exit 1 if a target is missed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
