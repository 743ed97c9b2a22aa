"""Reads the code of a printed page out of a picture of it: a scan, or a photograph.

A picture is a stranger's file. Only a few plain formats are opened, in memory, and nothing larger than a scanner makes.

ScanTrouble
├── NoScanner   the libraries for reading pictures are not there
├── NoPicture   it is no picture of a kind that is read, or too large a one
└── NoCode      no code of a printed page is seen in it
"""

from collections.abc import Callable, Iterator
from itertools import islice
from json import dumps, loads
from typing import Any

from grantdesk.pdf.cell import Overrun, bounded
from grantdesk.pdf.code import PREFIX
from grantdesk.pdf.image.opening import FORMATS, LARGEST, WHY, Bounded, Unreadable, looking, sized
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

SHEETS = 12  # pages of a scan that are looked at; the code stands on the first
DPI = 200  # of the pages of a scan that is a PDF
SMALL = 3_000_000  # pixels of a picture that is looked at once more at twice its size


class ScanTrouble(Trouble):
    """No code was read. `given` is what another one is made of that says the same."""

    given: tuple[object, ...] = ()


class NoScanner(ScanTrouble):
    """The libraries for reading pictures are not there."""

    def __init__(self) -> None:
        command = "pip install grantdesk[scan]"
        said = phrase("Reading a picture needs more than is installed here. Type: {command}", command=command)
        super().__init__(said)


class NoPicture(ScanTrouble):
    """`why` names the reason why the file cannot be looked at, one of WHY."""

    def __init__(self, why: str) -> None:
        super().__init__(phrase("The picture cannot be read: {reason}.", reason=WHY[why]))
        self.given = (why,)


class NoCode(ScanTrouble):
    """`other`: there is a code, but not one of ours."""

    def __init__(self, other: bool) -> None:
        if other:
            said = phrase("The code in the picture is not that of a printed application.")
        else:
            said = phrase(
                "No code is seen in the picture. Scan the first page again, flat, at 200 dpi or more, or type the "
                "code at the foot of a page."
            )
        super().__init__(said)
        self.given = (other,)


KINDS: dict[str, Callable[..., ScanTrouble]] = {
    each.__name__: each for each in (NoScanner, NoPicture, NoCode)
}


def seen(data: bytes) -> str:
    """The code that stands in a picture, read in a process of its own, for a stranger's picture may keep it busy for
    ever. ScanTrouble."""
    if len(data) > LARGEST:
        raise NoPicture("large")
    try:
        kind, *said = loads(bounded(_told, data))
    except Overrun as error:
        raise NoPicture("long") from error
    if kind in KINDS:
        raise KINDS[kind](*said)
    return str(said[0])


def _told(data: bytes) -> bytes:
    """The code, or why there is none, as it can be sent."""
    try:
        return dumps(["", scanned(data)]).encode()
    except ScanTrouble as trouble:
        return dumps([type(trouble).__name__, *trouble.given]).encode()


def scanned(data: bytes) -> str:
    """The code that stands in a picture (PNG, JPEG, TIFF, WebP, BMP, GIF) or in a scan that is a PDF. ScanTrouble."""
    if len(data) > LARGEST:
        raise NoPicture("large")
    try:
        from PIL import Image  # for start-up, and because few people need it
        from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes
    except ImportError as error:
        raise NoScanner from error
    other = False
    try:
        with looking():
            for picture in _pictures(data, Image):
                for found in read_barcodes(picture, formats=BarcodeFormats(BarcodeFormat.QRCode)):
                    if found.text.startswith(PREFIX):
                        return str(found.text)
                    other = True
    except Unreadable as unreadable:
        raise NoPicture(unreadable.why) from unreadable
    raise NoCode(other)


def _pictures(data: bytes, library: Any) -> Iterator[Any]:
    """The pages of the scan in shades of grey, each as it is; a small one then at twice its size."""
    for sheet in islice(_sheets(data, library), SHEETS):
        grey = sheet.convert("RGBA").convert("L") if sheet.mode in ("P", "PA") else sheet.convert("L")
        yield grey
        if grey.width * grey.height <= SMALL:
            yield grey.resize((2 * grey.width, 2 * grey.height), library.Resampling.BICUBIC)


def _sheets(data: bytes, library: Any) -> Iterator[Any]:
    if data.startswith(b"%PDF"):
        yield from _printed(data)
        return
    from PIL.ImageSequence import Iterator as Each  # for start-up

    with library.open(Bounded(data), formats=FORMATS) as picture:
        for sheet in Each(picture):  # which does not ask how many there are: to count them is to read all
            sized(*sheet.size)
            yield sheet


def _printed(data: bytes) -> Iterator[Any]:
    from pypdfium2 import PdfDocument  # for start-up

    with PdfDocument(data) as document:  # what it raises is a RuntimeError
        for page in document:
            sized(*(side * DPI / 72 for side in page.get_size()))
            yield page.render(scale=DPI / 72, grayscale=True).to_pil()
