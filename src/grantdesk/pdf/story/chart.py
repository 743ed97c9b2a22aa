"""A chart of the outline as figures: one, or as many as the pages that it needs."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import ceil, fsum
from typing import Protocol, TypeAlias, TypeVar, assert_never

from grantdesk.outline.block import Chart, Gantt, Stacks
from grantdesk.pdf.drawing import gantt, stacks
from grantdesk.pdf.drawing.figure import Figure
from grantdesk.pdf.file.objects import LONGEST
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import clean, line, shortened
from grantdesk.pdf.look import CAPTION, FAINT, MEASURE, QUESTION
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.text import Text
from grantdesk.pdf.story.setting import paragraph

HIGHEST, LOWEST = 560.0, 120.0  # of all lines of one figure, without and with a legend that is very long
NEAR = 6


class Lined(Protocol):
    """A line of a chart: its height in points, and whether it begins something that should not be torn apart."""

    @property
    def height(self) -> float: ...
    @property
    def begins(self) -> bool: ...


Maker: TypeAlias = Callable[[Element], Figure]
Part = TypeVar("Part", bound=Lined)


def set_chart(block: Chart, parent: Element) -> Iterator[Piece]:
    """The caption and the drawing. Where there is nothing to draw, the words that stand for it."""
    makers = _makers(block.drawing)
    for at, maker in enumerate(makers, 1):
        caption = clean(block.caption) + (f" ({at}/{len(makers)})" if len(makers) > 1 else "")
        alt = shortened(f"{line(caption)}. {line(block.alt)}", LONGEST)
        element = parent.add("Figure", alt=alt)
        style, lines = CAPTION, broken(caption, CAPTION, MEASURE)
        yield Text(
            lines=lines, style=style, element=element.add("Caption"), before=12.0, after=6.0, keep=True
        )
        yield maker(element)
    if not makers:
        label = paragraph(block.caption, QUESTION, parent)
        label.before, label.after, label.keep = 8.0, 0.0, True
        yield label
        yield paragraph(block.alt or "–", FAINT, parent)


def _makers(drawing: Gantt | Stacks) -> list[Maker]:
    match drawing:
        case Gantt():
            ticks = [(month, line(text)) for month, text in drawing.ticks]
            parts = _parts(gantt.lines(drawing.bars), HIGHEST)
            return [partial(gantt.Gantt, lines=part, months=drawing.months, ticks=ticks) for part in parts]
        case Stacks():
            legend = stacks.legend(drawing.series)
            most = max((sum(stack.values) for stack in drawing.stacks), default=0)
            layers = _parts(stacks.layers(drawing.stacks), max(HIGHEST - legend.height, LOWEST))
            return [partial(stacks.Stacks, layers=part, legend=legend, most=most) for part in layers]
        case _:
            assert_never(drawing)


def _parts(lines: Sequence[Part], highest: float) -> list[list[Part]]:
    """The lines in parts of about one height that fit a page, parted where something begins if that is near."""
    heights = [each.height for each in lines]
    whole = fsum(heights)
    if whole > highest:
        highest = min(highest, whole / ceil(whole / highest) + max(heights))
    parts: list[list[Part]] = []
    used = highest
    for each in lines:
        used += each.height
        if used > highest:
            moved = _torn(parts[-1]) if parts and not each.begins else []
            parts.append([*moved, each])
            used = fsum(one.height for one in parts[-1])
        else:
            parts[-1].append(each)
    return parts


def _torn(part: list[Part]) -> list[Part]:
    """Takes from the end of a part what belongs to the line after it."""
    for back in range(1, min(NEAR, len(part) - 1) + 1):
        if part[-back].begins:
            moved = part[-back:]
            del part[-back:]
            return moved
    return []
