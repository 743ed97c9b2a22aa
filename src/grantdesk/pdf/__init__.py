"""How it is printed: blocks in, one tagged, embedded, deterministic PDF out.

The only door of the room is `printed`. It reads no file but the program's own resources, writes none, and asks neither
the clock nor the system for anything that would end up in the pages.
"""

from grantdesk.pdf.page import Marks
from grantdesk.pdf.printing import printed

__all__ = ["Marks", "printed"]
