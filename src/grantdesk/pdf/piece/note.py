"""A remark to the reader: text on a tinted ground with a line and a sign to the left."""

from dataclasses import dataclass, replace

from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.look import MEASURE, Tone
from grantdesk.pdf.piece.icon import Sign, sign
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.table import WHOLE
from grantdesk.pdf.piece.text import Text

INSET, PAD, EDGE = 32.0, 7.0, 10.0


@dataclass
class Remark(Piece):
    """A text, set for the measure without the insets, in its box. A box that goes on has no sign."""

    text: Text
    tone: Tone
    kind: Sign
    begun: bool = False
    before: float = 6.0
    after: float = 8.0

    @property
    def height(self) -> float:
        """All of it."""
        return self.text.height + 2 * PAD

    @property
    def least(self) -> float:
        """The least of a long text; a short one is not split."""
        return self.text.least + 2 * PAD if self.height > WHOLE else self.height

    def split(self, room: float) -> "tuple[Remark, Remark] | None":
        """Between lines of a long text."""
        parts = self.text.split(room - 2 * PAD) if self.height > WHOLE else None
        if not parts:
            return None
        above, below = parts
        return replace(self, text=above), replace(self, text=below, begun=True)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the box as decoration, and the text."""
        line, ground = self.tone.line, self.tone.ground
        foot = top - self.height
        canvas.decorate("Layout")
        canvas.draw(f"q {ground} rg {left:.2f} {foot:.2f} {MEASURE:.2f} {self.height:.2f} re f")
        canvas.draw(f"{line} rg {left:.2f} {foot:.2f} 2.5 {self.height:.2f} re f")
        if not self.begun:
            centre = top - PAD - self.text.style.leading / 2
            canvas.draw(f"{line} RG 1.1 w 1 J 1 j {sign(self.kind, left + INSET / 2 + 1.5, centre)}")
        canvas.draw("Q")
        canvas.end()
        self.text.draw(canvas, left + INSET, top - PAD)
