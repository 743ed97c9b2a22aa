"""A grid as columns of text: as wide as it must be, row by row where that is too wide."""

from collections.abc import Iterator, Sequence

from grantdesk.outline.block import Grid

GAP = INSET = "  "

Cells = Sequence[str]


def columned(grid: Grid, width: int) -> Iterator[str]:
    """The lines of a grid, at most so wide. Where its words do not fit side by side, each row is told by itself."""
    rows = [*grid.rows, *grid.foot]
    widths = _widths(grid, rows, width)
    if widths is None:
        yield from _told(grid, rows, width)
        return
    yield from _line(grid, [column.label for column in grid.columns], widths)
    rule = GAP.join("-" * each for each in widths)
    yield rule
    body = [list(_line(grid, row, widths)) for row in grid.rows]
    for n, lines in enumerate(body):
        if n and (len(lines) > 1 or len(body[n - 1]) > 1):
            yield ""  # rows of several lines are told apart
        yield from lines
    if grid.foot:
        yield rule
        for row in grid.foot:
            yield from _line(grid, row, widths)


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, broken at spaces; a word that is longer than a line is left whole."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def _told(grid: Grid, rows: Sequence[Cells], width: int) -> Iterator[str]:
    """Row by row: what names it, then each of its other cells with the label of the column."""
    heads = max(grid.row_heads, 1)
    for row in rows:
        yield from hung(" · ".join(filter(None, row[:heads])), width, "- ")
        for column, text in list(zip(grid.columns, row, strict=True))[heads:]:
            if text.strip(" \n"):
                yield from hung(f"{column.label}: {text}", width, INSET)


def hung(text: str, width: int, mark: str = "") -> Iterator[str]:
    """A text behind a mark, its further lines set in as far as it; a little where there is none."""
    inset = " " * len(mark or INSET)
    for n, line in enumerate(wrapped(text, width - len(inset))):
        yield f"{inset if n else mark}{line}".rstrip(" ")


def _line(grid: Grid, cells: Cells, widths: Sequence[int]) -> Iterator[str]:
    """One row: as many lines as its highest cell."""
    parts = [wrapped(text, width) for text, width in zip(cells, widths, strict=True)]
    for n in range(max(map(len, parts))):
        each = zip(parts, grid.columns, widths, strict=True)
        shown = [(lines[n] if n < len(lines) else "", column.numeric, width) for lines, column, width in each]
        yield GAP.join(text.rjust(w) if right else text.ljust(w) for text, right, w in shown).rstrip(" ")


def _widths(grid: Grid, rows: Sequence[Cells], width: int) -> list[int] | None:
    """The widths of the columns, so that every word fits; None if they are too wide together."""
    columns = list(zip([column.label for column in grid.columns], *rows, strict=True))
    least = [max(_longest(text) for text in texts) for texts in columns]
    wish = [max(_widest(text) for text in texts) for texts in columns]
    room = width - len(GAP) * (len(columns) - 1)
    if sum(least) > room:
        return None
    # What there is beyond the longest words is given out, a character at a time to whoever is the narrowest.
    found, left = least, room - sum(least)
    while left and any(have < want for have, want in zip(found, wish, strict=True)):
        n = min((have, n) for n, (have, want) in enumerate(zip(found, wish, strict=True)) if have < want)[1]
        found[n] += 1
        left -= 1
    return found


def _longest(text: str) -> int:
    return max(map(len, text.replace("\n", " ").split(" ")))


def _widest(text: str) -> int:
    return max(map(len, text.split("\n")))
