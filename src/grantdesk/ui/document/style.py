"""How a document on the screen looks: formats of text, paragraphs and tables from the colours and sizes of the look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from grantdesk.ui.look.look import Look

Kind: TypeAlias = Literal["body", "label", "faint", "strong", "caption", "small", "link", "draft"]
SIZES: dict[Kind, float] = {"small": 12.5, "caption": 15.0}
INKS: dict[Kind, str] = {
    "label": "mute",
    "faint": "mute",
    "small": "mute",
    "link": "accent",
    "draft": "warning",
}
BOLD: tuple[Kind, ...] = ("strong", "caption", "draft")
HEADINGS = ((26.0, 0.0, 10.0), (21.0, 34.0, 8.0), (17.0, 26.0, 6.0), (15.0, 18.0, 4.0), (14.0, 14.0, 2.0))
"""By level: the size, the room before and the room after."""
LINE = 135.0  # per cent of the height of the letters
PADDING = 8.0


@dataclass(frozen=True, slots=True)
class Style:
    """Formats for a look; `zoom` is in percent, and `ratio` is how many pixels of the screen a pixel is wide, for
    pictures. A length is for a text size of 100 %."""

    look: Look
    zoom: int = 100
    ratio: float = 1.0

    def px(self, size: float) -> float:
        """A length in pixels."""
        return self.look.px(size) * self.zoom / 100

    def font(self, size: float, bold: bool = False) -> QFont:
        """The font of the window in a size."""
        font = QFont(QTextCharFormat().font())
        font.setPixelSize(max(1, round(self.px(size))))
        font.setBold(bold)
        return font

    def text(self, kind: Kind = "body") -> QTextCharFormat:
        """How letters look."""
        format_ = self._letters(SIZES.get(kind, 14.0), INKS.get(kind, "text"), kind in BOLD)
        format_.setFontUnderline(kind == "link")
        return format_

    def heading(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """How a heading stands and looks."""
        size, before, after = HEADINGS[min(level, len(HEADINGS)) - 1]
        block = self.block(before, after)
        block.setHeadingLevel(min(level, 6))
        letters = self._letters(size, "text", bold=True)
        letters.setProperty(QTextFormat.Property.UserProperty, level)
        return block, letters

    def block(self, before: float = 0.0, after: float = 6.0, indent: float = 0.0) -> QTextBlockFormat:
        """How a paragraph stands; `indent` is that of its lines after the first, where a list's mark stands before."""
        format_ = QTextBlockFormat()
        format_.setTopMargin(self.px(before))
        format_.setBottomMargin(self.px(after))
        format_.setLeftMargin(self.px(indent))
        format_.setTextIndent(-self.px(indent))
        format_.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return format_

    def gap(self, height: float, pixels: float = 0.0) -> QTextBlockFormat:
        """A line without text: Qt puts one before every table, and it is the room there."""
        format_ = QTextBlockFormat()
        format_.setLineHeight(
            max(1.0, self.px(height) + pixels), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        return format_

    def table(self, shares: Sequence[float], border: bool) -> QTextTableFormat:
        """A table over the whole width; `shares` are the widths of its columns beside each other."""
        format_ = QTextTableFormat()
        whole = sum(shares)
        lengths = [QTextLength(QTextLength.Type.PercentageLength, 100 * share / whole) for share in shares]
        format_.setColumnWidthConstraints(lengths)
        format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        format_.setCellSpacing(0)
        format_.setCellPadding(0)
        format_.setBorder(0)
        format_.setBorderCollapse(border)
        format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        return format_

    def cell(self, ground: str = "", line: str = "", top: str = "") -> QTextTableCellFormat:
        """How a cell looks: the role of its ground, of the line below it and of that above it."""
        format_ = QTextTableCellFormat()
        format_.setTopPadding(self.px(5))
        format_.setBottomPadding(self.px(5))
        format_.setLeftPadding(self.px(PADDING))
        format_.setRightPadding(self.px(PADDING))
        if ground:
            format_.setBackground(self.look.color(ground))
        solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
        if line:
            format_.setBottomBorder(1)
            format_.setBottomBorderStyle(solid)
            format_.setBottomBorderBrush(QBrush(self.look.color(line)))
        if top:
            format_.setTopBorder(1)
            format_.setTopBorderStyle(solid)
            format_.setTopBorderBrush(QBrush(self.look.color(top)))
        return format_

    def side(self, right: bool) -> QTextBlockFormat:
        """How the text of a cell stands."""
        format_ = QTextBlockFormat()
        format_.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        return format_

    def _letters(self, size: float, ink: str, bold: bool) -> QTextCharFormat:
        format_ = QTextCharFormat()
        format_.setFont(
            self.font(size, bold),
            QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
        )
        format_.setForeground(self.look.color(ink))
        return format_
