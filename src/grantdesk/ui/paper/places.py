"""Where the answers stand on the pages: from a place in the form to the paper, and back."""

from collections.abc import Sequence

from grantdesk.model.path import Path, starts
from grantdesk.session.paper.printing import Strip


class Places:
    """What is known of the strips of one print."""

    def __init__(self, strips: Sequence[Strip] = ()) -> None:
        self._by_path: dict[Path, list[Strip]] = {}
        self._by_page: dict[int, list[Strip]] = {}
        self._by_section: dict[Path, list[Strip]] = {}
        for strip in strips:
            if strip.section:
                self._by_section.setdefault(strip.section, []).append(strip)
            if strip.at:
                self._by_path.setdefault(strip.at, []).append(strip)
                self._by_page.setdefault(strip.page, []).append(strip)

    def of(self, path: Path) -> Sequence[Strip]:
        """Where a place of the form is printed: it, or what it stands in, or what stands in it; empty if nowhere."""
        for n in range(len(path), 0, -1):
            if path[:n] in self._by_path:
                return self._by_path[path[:n]]
        return next((strips for at, strips in self._by_path.items() if starts(at, path)), ())

    def of_section(self, section: Path) -> Sequence[Strip]:
        """Where a section begins and goes on, by its id and the row id of the partner whose part it is in."""
        return self._by_section.get(section, ())

    def on(self, page: int) -> Sequence[Strip]:
        """Everything on a page that belongs to a place of the form."""
        return self._by_page.get(page, ())

    def at(self, page: int, y: float) -> Path | None:
        """The place of the form that is printed at a height of a page; None if there is none."""
        return next((strip.at for strip in self.on(page) if strip.top <= y < strip.bottom), None)
