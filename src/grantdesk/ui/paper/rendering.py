"""Pages of a PDF as pictures and as text. The library behind it does one thing at a time in a process, so there is a
lock."""

import ctypes
from collections.abc import Callable, Sequence
from io import BytesIO
from threading import RLock

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from grantdesk.ui.paper.text.letters import Letters

_LOCK = RLock()  # Python may take one document apart in the middle of another
POINTS = 72.0
MOST = 8000  # pixels of a side; a larger picture would be a slip


class Pdf:
    """An opened PDF. Its methods may be called from any thread. `sizes` are those of its pages in points.

    Whoever shows it closes it; one that nobody came to show closes itself.
    """

    def __init__(self, data: bytes) -> None:
        """PdfiumError if it is none."""
        self.data = data
        self._letters: dict[int, Letters] = {}
        with _LOCK:
            self._document = pypdfium2.PdfDocument(data)
            self.sizes: list[tuple[float, float]] = [
                self._document.get_page_size(n) for n in range(len(self._document))
            ]

    @property
    def is_closed(self) -> bool:
        """Was it given back?"""
        return self._document.raw is None

    def picture(self, page: int, scale: float, grey: bool = False) -> QImage:
        """A page drawn with so many pixels for a point."""
        width, height = self.sizes[page]
        scale = min(scale, MOST / max(width, height))
        with _LOCK:
            image = _drawn(self._document[page], scale)
        return image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image

    def text(self, page: int) -> str:
        """All of a page's text in reading order, one character for each letter."""
        with _LOCK:
            return _text(self._document[page].get_textpage())

    def texts(self) -> list[str]:
        """The texts of all pages."""
        return [self.text(page) for page in range(len(self.sizes))]

    def letters(self, page: int) -> Letters:
        """The letters of a page with their places; worked out once."""
        if page not in self._letters:
            with _LOCK:
                self._letters[page] = _letters(self._document[page].get_textpage(), self.sizes[page][1])
        return self._letters[page]

    def cut(self, pages: Sequence[int]) -> bytes:
        """Another PDF with only these pages, in this order."""
        with _LOCK:
            new = pypdfium2.PdfDocument.new()
            new.import_pages(self._document, list(pages))
            return _saved(new)

    def close(self) -> None:
        """Gives it back; nothing may be drawn afterwards."""
        with _LOCK:
            self._document.close()

    def __del__(self) -> None:
        if hasattr(self, "_document"):
            self.close()


def unless_closed(pdf: Pdf) -> Callable[[Exception], None]:
    """What a job raises counts, unless the PDF was given back before its turn: then nobody waits for it."""

    def failed(error: Exception) -> None:
        if not pdf.is_closed:
            raise error

    return failed


def _drawn(page: pypdfium2.PdfPage, scale: float) -> QImage:
    drawn = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
    made = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return made.copy()


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def _text(page: pypdfium2.PdfTextPage) -> str:
    """The letters by their numbers: a letter that needs two places in UTF-16 is one here, and none is left out."""
    text: str = page.get_text_range()
    count = page.count_chars()
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(page.raw, n) for n in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _letters(page: pypdfium2.PdfTextPage, height: float) -> Letters:
    return Letters(_text(page), _boxes(page, height))


def _boxes(page: pypdfium2.PdfTextPage, height: float) -> list[QRectF]:
    box, found = pdfium.FS_RECTF(), []
    for n in range(page.count_chars()):
        if pdfium.FPDFText_GetLooseCharBox(page.raw, n, ctypes.byref(box)):
            found.append(QRectF(box.left, height - box.top, box.right - box.left, box.top - box.bottom))
        else:
            found.append(QRectF())
    return found
