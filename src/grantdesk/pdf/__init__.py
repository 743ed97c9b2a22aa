"""How it is printed: blocks in, one tagged, embedded, deterministic PDF out.

`printed` makes the file, `laid` tells besides what stands where on its pages, `enclosed` takes the application out of
one again. None of them reads a file but the program's own resources, writes one, or asks the clock or the system for
anything that would end up in the pages.
"""

from grantdesk.pdf.file.attachment import Attachment
from grantdesk.pdf.file.raster import Picture
from grantdesk.pdf.flow import Strip
from grantdesk.pdf.inside import NothingEnclosed, enclosed
from grantdesk.pdf.page import Marks
from grantdesk.pdf.printing import Print, laid, printed
from grantdesk.pdf.seal import Seal, reads_alike, seal

__all__ = [
    "Attachment",
    "Marks",
    "NothingEnclosed",
    "Picture",
    "Print",
    "Seal",
    "Strip",
    "enclosed",
    "laid",
    "printed",
    "reads_alike",
    "seal",
]
