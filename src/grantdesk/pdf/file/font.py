"""Embedded fonts: the letters of a document as a composite font with its glyphs, widths and way back to Unicode."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from grantdesk.pdf.file.objects import numbers, reference, string
from grantdesk.pdf.file.writer import Writer
from grantdesk.pdf.letters.case import Codes
from grantdesk.pdf.letters.truetype import subset

SYMBOLIC = 4
BLOCK = 100  # the most that one bfchar block may hold (Adobe technical note 5014)
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end"""


def embedded(codes: Codes, writer: Writer) -> int:
    """The number of the font object for a page's resources."""
    font = codes.face.font
    glyphs = [font.glyphs[point] for point in codes]
    program = subset(font, glyphs)
    tag = sha256(program).hexdigest()[:6].translate(str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP"))
    name = f"{tag}+{codes.face.name}".encode()
    widths = [1000 * font.advances[glyph] / font.em for glyph in glyphs]
    descendant = writer.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry%s/Ordering%s/Supplement 0>>"
        b"/FontDescriptor %s/CIDToGIDMap/Identity/W[1 %s]>>"
        % (
            name,
            string("Adobe"),
            string("Identity"),
            _descriptor(codes, name, writer, program),
            numbers(widths),
        )
    )
    unicode = writer.stream(b"", _unicode(list(codes)).encode())
    return writer.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>"
        % (name, reference(descendant), reference(unicode))
    )


def _descriptor(codes: Codes, name: bytes, writer: Writer, program: bytes) -> bytes:
    font = codes.face.font
    scale = 1000 / font.em
    stream = writer.stream(b"/Length1 %d" % len(program), program)
    heights = (font.ascent * scale, font.descent * scale, font.capital * scale)
    return reference(
        writer.add(
            b"<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox%s/ItalicAngle 0/StemV 80"
            b"/Ascent %d/Descent %d/CapHeight %d/FontFile2 %s>>"
            % (name, SYMBOLIC, numbers(edge * scale for edge in font.box), *heights, reference(stream))
        )
    )


def _unicode(points: Sequence[int]) -> str:
    return CMAP.format(blocks="\n".join(_blocks(points)))


def _blocks(points: Sequence[int]) -> Iterator[str]:
    pairs = [f"<{code:04X}> <{chr(point).encode('utf-16-be').hex()}>" for code, point in enumerate(points, 1)]
    for at in range(0, len(pairs), BLOCK):
        block = pairs[at : at + BLOCK]
        yield f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
