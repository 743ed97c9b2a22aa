"""How it is printed: blocks in, one tagged, embedded, deterministic PDF out.

`printed` makes the file, `enclosed` takes the application out of one again. Neither reads a file but the program's own
resources, writes one, or asks the clock or the system for anything that would end up in the pages.
"""

from grantdesk.pdf.file.attachment import Attachment
from grantdesk.pdf.inside import NothingEnclosed, enclosed
from grantdesk.pdf.page import Marks
from grantdesk.pdf.printing import printed
from grantdesk.pdf.seal import Seal, reads_alike, seal

__all__ = ["Attachment", "Marks", "NothingEnclosed", "Seal", "enclosed", "printed", "reads_alike", "seal"]
