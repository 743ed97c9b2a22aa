"""A picture made of pixels, as large as it is meant to be seen, at most as wide as the text and half a page high."""

from grantdesk.pdf.drawing.figure import Figure
from grantdesk.pdf.file.canvas import Box, Canvas
from grantdesk.pdf.file.raster import Raster
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.look import MEASURE

TALLEST = 316.0  # two of them fit a page, with their captions
PIXEL = 0.75  # points: a picture of few pixels is as large as on a screen
LEAST = 1.0  # a line of pixels, too, has two sides


class Photo(Figure):
    """One picture."""

    def __init__(self, element: Element, raster: Raster) -> None:
        share = min(PIXEL, MEASURE / raster.width, TALLEST / raster.height)
        self.width = max(raster.width * share, LEAST)
        super().__init__(element, max(raster.height * share, LEAST))
        self._raster = raster

    def paint(self, canvas: Canvas, left: float, top: float) -> None:
        """The pixels."""
        canvas.raster(self._raster, Box(left, top - self.height, left + self.width, top))
