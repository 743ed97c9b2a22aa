"""What the PDF has promised: each target with what was measured."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from bench.pdf.rounds import Took

FASTER, TAGS, MEMORY, LINEAR = 3.0, 1.3, 80.0, 1.2
SIZE = "65"  # pages that the targets are told of


@dataclass(frozen=True)
class Target:
    """One promise. What was not measured is not met."""

    name: str
    said: str
    met: bool

    def as_data(self) -> dict[str, object]:
        """For programs."""
        return asdict(self)


def targets(
    warm: Mapping[str, Took], whole: Mapping[str, Took], grown: Mapping[int, float]
) -> Iterator[Target]:
    """All of them; `grown` is the time of a page by the number of pages."""
    own = warm["grantdesk"].median
    for rival in ("typst", "platypus"):
        there = rival in warm
        times = warm[rival].median / own if there else 0.0
        name = f"≥ {FASTER:g} times faster than {rival}, {SIZE} pages"
        yield Target(name, f"{times:.1f} times" if there else "not measured", times >= FASTER)
    share = own / warm["untagged"].median
    yield Target(f"≤ {TAGS:g} × our own untagged print", f"{share:.2f} ×", share <= TAGS)
    least, most = min(grown), max(grown)
    growth = max(grown.values()) / grown[least]
    yield Target(
        f"linear to {most} pages (≤ {LINEAR:g} × the time of a page)", f"{growth:.2f} ×", growth <= LINEAR
    )
    peak = whole["export"].peak
    yield Target(f"≤ {MEMORY:g} MiB at the most, command", f"{peak:.0f} MiB", peak <= MEMORY)
    if "typst" not in whole:
        yield Target("command no slower than typst’s process", "not measured", False)
        return
    command, typst = whole["export"].median, whole["typst"].median
    yield Target(
        "command no slower than typst’s process", f"{command:.0f} : {typst:.0f} ms", command <= typst
    )
