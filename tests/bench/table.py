"""Prints what was measured: each row beside its floor and its target."""

from collections.abc import Iterable, Mapping

from bench.timing import Row


def show(title: str, rows: Iterable[Row], grown: Mapping[str, float] | None = None) -> None:
    """A table. `grown`: how the time per value has changed since a smaller size, by row."""
    print(f"\n{title}")
    print(f"{'':26}{'median ms':>10}{'p95 ms':>10}{'floor ms':>10}{'ratio':>8}  target")
    for row in rows:
        ratio = f"{row.ratio:.1f}" if row.ratio < 1000 else "–"
        mark = "" if not row.target else f"{row.target} {'met' if row.met else 'MISSED'}"
        more = f"  growth {grown[row.name]:.2f}" if grown and row.name in grown else ""
        print(
            f"{row.name:26}{row.median:10.2f}{row.p95:10.2f}{row.floor:10.3f}{ratio:>8}  {mark}{more}",
            flush=True,
        )
