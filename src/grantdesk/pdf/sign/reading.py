"""Opens a PDF that may come from anybody, to be signed or checked."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from grantdesk.pdf.sign.trouble import NoPdf, NotInstalled, SigningTrouble


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """pyHanko's reader of the file. NotInstalled; NoPdf if the file is locked, or turns out to be broken anywhere."""
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError as error:
        raise NotInstalled from error
    with guarded():
        reader = PdfFileReader(BytesIO(data))
        if reader.encrypted:
            raise NoPdf
        yield reader


@contextmanager
def guarded() -> Iterator[None]:
    """NoPdf for whatever the file makes the library raise."""
    try:
        yield
    except SigningTrouble:
        raise
    except Exception as error:  # a broken file makes the library raise nearly everything there is
        raise NoPdf from error
