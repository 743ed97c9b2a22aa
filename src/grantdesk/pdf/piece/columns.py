"""Widths of columns, worked out from what stands in them and from the shares that they wish for.

Widths are added with `fsum`: since Python 3.12 `sum` rounds otherwise than before, and the pages must not differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, fsum

from grantdesk.outline.block import Column
from grantdesk.pdf.letters.lines import extent
from grantdesk.pdf.look import cell

WIDEST = 14.0  # ems: a word that is wider than this may be cut
EASE = 8.0  # ems: the width at which text is read with ease
PAD = 0.55  # ems beside the text of a cell
AIR = 0.65  # more ems before text that stands after numbers: they end where it begins
ROUNDING = 0.05
RAGGED = 1.1  # a text that is broken takes so much more than its width
MARGINS = 2 * PAD + ROUNDING
STEPS = 8
# ems: the room to write in an empty column, for each share of text and for numbers
WRITTEN, FIGURE = 5.0, 7.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How narrow a column may get without cutting a word, and how wide it is without breaking a line.

    In ems, with the space beside the text. `cells` are the widths of its texts, row by row.
    """

    least: float
    most: float
    cells: Sequence[float] = ()


def extents(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], strong: Sequence[Sequence[str]]
) -> list[Extent]:
    """Of clean texts, column by column. `strong` rows are sums; numbers in a numeric column are never broken."""
    plain, bold = cell(1.0), cell(1.0, strong=True)
    found = []
    for at, (column, lead) in enumerate(zip(columns, leads(columns), strict=True)):
        heads = [extent(column.label, bold)]
        cells = [extent(row[at], plain) for row in rows] + [extent(row[at], bold) for row in strong]
        if rows and not any(row[at] for row in (*rows, *strong)):
            written = WRITTEN * column.share
            cells = [(0.0, FIGURE) if column.numeric else (written, 2 * written)]
        elif column.numeric:
            cells = [(whole, whole) for _, whole in cells]
        least = max(least for least, _ in heads + cells)
        most = max(most for _, most in heads + cells)
        texts = tuple(whole for _, whole in cells)
        margins = MARGINS + lead - PAD
        found.append(Extent(min(least, WIDEST) + margins, max(most, 1.0) + margins, texts))
    return found


def leads(columns: Sequence[Column]) -> list[float]:
    """The space before the text of each column."""
    before = [None, *columns[:-1]]
    return [
        PAD + AIR if last and last.numeric and not column.numeric else PAD
        for last, column in zip(before, columns, strict=True)
    ]


def widths(extents: Sequence[Extent], columns: Sequence[Column], room: float) -> list[float] | None:
    """Widths that fill the room, in its unit (ems); None if a word would have to be cut."""
    least = [extent.least for extent in extents]
    most = [max(extent.least, extent.most) for extent in extents]
    if fsum(least) > room:
        return None
    if fsum(most) > room:
        even, long = _grown(least, most, columns, room), _lengthwise(least, most, room)
        half = [(one + other) / 2 for one, other in zip(even, long, strict=True)]
        return min((even, half, long), key=lambda each: _lines(extents, each))
    text = [0.0 if column.numeric else column.share for column in columns]
    wishes = text if any(text) else [1.0] * len(columns)
    spare = room - fsum(most)
    return [width + spare * wish / fsum(wishes) for width, wish in zip(most, wishes, strict=True)]


def eased(extents: Sequence[Extent], columns: Sequence[Column]) -> list[Extent]:
    """The same with room for a few words on a line, where there is text."""
    return [
        extent if column.numeric else replace(extent, least=max(extent.least, min(extent.most, EASE)))
        for extent, column in zip(extents, columns, strict=True)
    ]


def tightened(extents: Sequence[Extent], columns: Sequence[Column]) -> list[Extent]:
    """The same with words cut that are wider than what is read with ease, and no numbers broken."""
    return [
        extent if column.numeric else replace(extent, least=min(extent.least, EASE))
        for extent, column in zip(extents, columns, strict=True)
    ]


def squeezed(extents: Sequence[Extent], room: float) -> list[Extent]:
    """The same with the widest columns cut down to one width, so that they fit; words will be cut."""
    least = sorted(each.least for each in extents)
    # What the n narrowest leave to each of the others; where these are the ones to be cut, it is the most.
    left = [(room - ROUNDING - fsum(least[:n])) / (len(least) - n) for n in range(len(least))]
    return [replace(extent, least=min(extent.least, max(left))) for extent in extents]


def groups(extents: Sequence[Extent], heads: int, room: float) -> list[list[int]]:
    """Columns in groups that fit the room, each group beginning with the `heads` first ones; about alike in width."""
    few = _filled(extents, heads, room)
    head = fsum(extent.least for extent in extents[:heads])
    even = head + fsum(extent.least for extent in extents[heads:]) / len(few)
    rooms = (even + (room - even) * step / STEPS for step in range(STEPS))
    return next((found for each in rooms if len(found := _filled(extents, heads, each)) == len(few)), few)


def _filled(extents: Sequence[Extent], heads: int, room: float) -> list[list[int]]:
    """Groups of as many columns as go into the room."""
    first = list(range(heads))
    taken = fsum(extents[at].least for at in first)
    found: list[list[int]] = []
    used = room
    for at in range(heads, len(extents)):
        if not found or used + extents[at].least > room:
            found.append([*first])
            used = taken
        found[-1].append(at)
        used += extents[at].least
    return found


def _grown(least: list[float], most: list[float], columns: Sequence[Column], room: float) -> list[float]:
    """From the least, by share and by need, and no column beyond its most as long as another one can still grow."""
    grown = list(least)
    for _ in columns:
        spare = room - fsum(grown)
        wishes = [column.share * (high - now) for column, high, now in zip(columns, most, grown, strict=True)]
        total = fsum(wishes)
        if spare <= ROUNDING or total <= 0:
            break
        steps = [
            min(high - now, spare * wish / total) for high, now, wish in zip(most, grown, wishes, strict=True)
        ]
        grown = [now + step for now, step in zip(grown, steps, strict=True)]
    return grown


def _lengthwise(least: list[float], most: list[float], room: float) -> list[float]:
    """As wide as their texts are long in comparison, and no column below its least."""
    fixed: set[int] = set()
    while True:
        free = fsum(high for at, high in enumerate(most) if at not in fixed)
        spare = room - fsum(least[at] for at in fixed)
        scale = spare / free if free else 0.0
        found = [
            low if at in fixed else high * scale
            for at, (low, high) in enumerate(zip(least, most, strict=True))
        ]
        narrow = {at for at, low in enumerate(least) if at not in fixed and found[at] < low}
        if not narrow:
            return found
        fixed |= narrow


def _lines(extents: Sequence[Extent], widths: Sequence[float]) -> int:
    """About how many lines all rows are high."""
    rooms = [(width - MARGINS) / RAGGED for width in widths]
    columns = [
        [1 if cell <= room * RAGGED else ceil(cell / room) for cell in extent.cells]
        for extent, room in zip(extents, rooms, strict=True)
    ]
    return sum(map(max, zip(*columns, strict=False))) if columns else 0
