"""The look of the page: its measures, colours and styles. Lengths are points; the tone is calm, with one accent."""

from dataclasses import dataclass

from grantdesk.pdf.letters.face import REGULAR, SEMIBOLD
from grantdesk.pdf.letters.style import Style, colour

WIDTH, HEIGHT = 595.28, 841.89  # A4 upright
MARGIN = 64.0
TOP, BOTTOM = 66.0, 62.0  # of the text, from the edges of the page
MEASURE = WIDTH - 2 * MARGIN
TURNED_MARGIN = 48.0
TURNED_MEASURE = HEIGHT - 2 * TURNED_MARGIN

INK = colour("#1a2230")
MUTED = colour("#566173")
ACCENT = colour("#0b5cad")
HAIR = colour("#d5dae1")
RULE = colour("#8a94a3")
TINT = colour("#eef1f5")
SHADE = colour("#dce8f6")
GHOST = colour("#eceff4")
WHITE = "1 1 1"

BODY = Style(REGULAR, 10.5, 15, INK)
FAINT = Style(REGULAR, 10.5, 15, MUTED)
QUESTION = Style(SEMIBOLD, 10.5, 15, INK)
LABEL = Style(REGULAR, 9.5, 15, MUTED)
SUBHEAD = Style(SEMIBOLD, 11.5, 16, INK)
SMALL = Style(REGULAR, 8.5, 12, MUTED)
CAPTION = Style(SEMIBOLD, 10, 14, INK)
RUNNING = Style(REGULAR, 8, 11, MUTED)
MARK = Style(SEMIBOLD, 8, 11, INK)
EYEBROW = Style(SEMIBOLD, 10.5, 15, ACCENT)
TITLE = Style(SEMIBOLD, 25, 31, INK)
SUBTITLE = Style(REGULAR, 14, 19, MUTED)
AXIS = Style(REGULAR, 8, 10.5, MUTED)
CHART = Style(REGULAR, 8.5, 11, INK)
CHART_STRONG = Style(SEMIBOLD, 8.5, 11, INK)


@dataclass(frozen=True, slots=True)
class Rank:
    """How a heading of one level stands: its style and the space before and after it."""

    style: Style
    before: float
    after: float


# By level from 2 on; the levels after the last look like it.
RANKS = (
    Rank(Style(SEMIBOLD, 17, 22, INK), 30, 10),
    Rank(Style(SEMIBOLD, 13, 18, INK), 20, 6),
    Rank(Style(SEMIBOLD, 11, 15, INK), 14, 4),
)


@dataclass(frozen=True, slots=True)
class Tone:
    """The colours of a note: its line and icon, and its ground."""

    line: str
    ground: str


INFO = Tone(ACCENT, colour("#edf3fa"))
ADVICE = WARNING = Tone(colour("#8f5a00"), colour("#fff5e0"))
ERROR = Tone(colour("#b3261e"), colour("#fdeeec"))


def cell(size: float, *, strong: bool = False) -> Style:
    """The style of a table's text at a size."""
    return Style(SEMIBOLD if strong else REGULAR, size, round(size * 1.32, 2), INK)
