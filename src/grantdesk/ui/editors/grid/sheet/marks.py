"""What is to be told of the cells and rows of a grid."""

from collections.abc import Mapping, Sequence

from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding

RANK = ("error", "warning")


class Marks:
    """Findings by the place of their cell or row. `depth` is how long the path of the grid is."""

    def __init__(self, findings: Sequence[Finding] = (), depth: int = 0) -> None:
        by_place: dict[Path, list[Finding]] = {}
        for finding in findings:
            by_place.setdefault(finding.path[: depth + 2], []).append(finding)
        self.by_place: Mapping[Path, Sequence[Finding]] = by_place
        self.rows = frozenset(path[depth] for path in by_place if len(path) > depth)
        """The rows in which something is to be told."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Marks) and other.by_place == self.by_place

    __hash__ = None  # type: ignore[assignment]

    def at(self, place: Path) -> Sequence[Finding]:
        """What is to be told of a cell or row."""
        return self.by_place.get(place, ())

    def worst(self, place: Path) -> str:
        """How bad it is: "error", "warning" …; empty if there is nothing."""
        severities: list[str] = [each.severity for each in self.at(place)]
        return min(severities, key=lambda each: RANK.index(each) if each in RANK else len(RANK), default="")
