"""A picture made of pixels, as an object of the file; or as a file of its own, for whoever shows it elsewhere."""

from dataclasses import dataclass, field
from struct import pack
from typing import TypeAlias
from zlib import crc32

from grantdesk.pdf.file.writer import Writer
from grantdesk.words.phrase import Phrase

SIGN = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels of 8 bits in shades of grey or of red, green and blue (sRGB), and nothing that is seen through.

    `data` is a JPEG, or rows that are written as in a PNG and deflated.
    """

    width: int
    height: int
    grey: bool
    jpeg: bool
    data: bytes = field(repr=False)

    @property
    def file(self) -> bytes:
        """The same as a JPEG or a PNG."""
        if self.jpeg:
            return self.data
        head = pack(">IIBBBBB", self.width, self.height, 8, 0 if self.grey else 2, 0, 0, 0)
        return b"".join([SIGN, _chunk(b"IHDR", head), _chunk(b"IDAT", self.data), _chunk(b"IEND", b"")])


Picture: TypeAlias = Raster | Phrase
"""A picture, or the sentence that stands in its place."""


def drawable(raster: Raster, writer: Writer) -> int:
    """The number of the object that draws it. The file's output intent says how its colours are meant (6.2.4.3)."""
    space = b"/DeviceGray" if raster.grey else b"/DeviceRGB"
    rows = b"/FlateDecode/DecodeParms<</Predictor 15/Colors %d/Columns %d>>" % (
        1 if raster.grey else 3,
        raster.width,
    )
    return writer.stream(
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8/Filter%s"
        % (raster.width, raster.height, space, b"/DCTDecode" if raster.jpeg else rows),
        raster.data,
        packed=False,
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
