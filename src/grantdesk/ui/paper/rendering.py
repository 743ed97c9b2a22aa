"""Pages of a PDF as pictures. The library behind it does one thing at a time in a process, so there is a lock."""

from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

_LOCK = Lock()
POINTS = 72.0
MOST = 8000  # pixels of a side; a larger picture would be a slip


class Pdf:
    """An opened PDF. Its methods may be called from any thread. `sizes` are those of its pages in points."""

    def __init__(self, data: bytes) -> None:
        """PdfiumError if it is none."""
        self.data = data
        with _LOCK:
            self._document = pypdfium2.PdfDocument(data)
            self.sizes: list[tuple[float, float]] = [
                self._document.get_page_size(n) for n in range(len(self._document))
            ]

    def picture(self, page: int, scale: float) -> QImage:
        """A page drawn with so many pixels for a point."""
        width, height = self.sizes[page]
        scale = min(scale, MOST / max(width, height))
        with _LOCK:
            drawn = self._document[page].render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
            image = QImage(
                bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
            )
            return image.copy()

    def close(self) -> None:
        """Gives it back; nothing may be drawn afterwards."""
        with _LOCK:
            self._document.close()
