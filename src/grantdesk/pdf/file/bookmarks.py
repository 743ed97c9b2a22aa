"""The outline that readers show beside the pages: nested titles that lead to their places."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from grantdesk.pdf.file.canvas import Bookmark, Spot
from grantdesk.pdf.file.objects import string
from grantdesk.pdf.file.writer import Writer


@dataclass(slots=True)
class _Node:
    bookmark: Bookmark
    number: int
    kids: list["_Node"] = field(default_factory=list)


def destination(spot: Spot, pages: Sequence[int]) -> bytes:
    """The spot as a destination: its height at the top of the window, the zoom as it is."""
    return b"[%d 0 R/XYZ 0 %d null]" % (pages[spot.page], spot.y)


def outlined(bookmarks: Sequence[Bookmark], pages: Sequence[int], writer: Writer) -> int:
    """The number of the outline's root, opened down to the second level. There is one bookmark at least."""
    root = writer.reserve()
    tops = _nested(bookmarks, writer)
    _write(tops, root, pages, writer)
    visible = len(tops) + sum(len(top.kids) for top in tops)
    writer.put(root, b"<</Type/Outlines%s/Count %d>>" % (_ends(tops), visible))
    return root


def _nested(bookmarks: Sequence[Bookmark], writer: Writer) -> list[_Node]:
    tops: list[_Node] = []
    above: list[_Node] = []
    for bookmark in bookmarks:
        while above and above[-1].bookmark.level >= bookmark.level:
            above.pop()
        node = _Node(bookmark, writer.reserve())
        (above[-1].kids if above else tops).append(node)
        above.append(node)
    return tops


def _ends(nodes: Sequence[_Node]) -> bytes:
    return b"/First %d 0 R/Last %d 0 R" % (nodes[0].number, nodes[-1].number)


def _write(nodes: Sequence[_Node], parent: int, pages: Sequence[int], writer: Writer) -> None:
    for at, node in enumerate(nodes):
        parts = [b"<</Title%s/Parent %d 0 R" % (string(node.bookmark.title), parent)]
        parts.append(b"/Dest" + destination(node.bookmark.spot, pages))
        if at:
            parts.append(b"/Prev %d 0 R" % nodes[at - 1].number)
        if at + 1 < len(nodes):
            parts.append(b"/Next %d 0 R" % nodes[at + 1].number)
        if node.kids:
            sign = 1 if node.bookmark.level == 1 else -1
            parts.append(_ends(node.kids) + b"/Count %d" % (sign * len(node.kids)))
            _write(node.kids, node.number, pages, writer)
        writer.put(node.number, b"".join([*parts, b">>"]))
