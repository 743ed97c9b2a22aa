"""Font files: reads what drawing needs from TrueType, and cuts out the glyphs that a document embeds.

It reads the fonts of resources/fonts, not any font: glyf outlines and a format 12 character map are expected. Sources
for the tables: ISO/IEC 14496-22 (Open Font Format).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import calcsize, iter_unpack, pack, pack_into, unpack, unpack_from

COPIED = ("cvt ", "fpgm", "prep")
MORE, WORDS, SCALE, TWO_SCALES, MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80
CHECKSUM = 0xB1B0AFBA


@dataclass(frozen=True, slots=True)
class TrueType:
    """A font file, read. Lengths are in units of 1/em; `glyphs` leads from a code point to a glyph's number."""

    tables: Mapping[str, bytes]
    em: int
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    capital: int
    glyphs: Mapping[int, int]
    advances: Sequence[int]
    places: Sequence[int]


def read(data: bytes) -> TrueType:
    """The font in `data`. ValueError if its tables are not as expected."""
    tables = dict(_tables(data))
    (em,) = unpack_from(">H", tables["head"], 18)
    ascent, descent = unpack_from(">hh", tables["hhea"], 4)
    (version,) = unpack_from(">H", tables["OS/2"])
    capital = unpack_from(">h", tables["OS/2"], 88)[0] if version > 1 else ascent
    return TrueType(
        tables,
        em,
        unpack_from(">4h", tables["head"], 36),
        ascent,
        descent,
        capital,
        dict(_characters(tables["cmap"])),
        _advances(tables),
        _places(tables),
    )


def subset(font: TrueType, wanted: Sequence[int]) -> bytes:
    """A font file whose glyph 0 is .notdef and whose glyph n is `wanted[n - 1]`; parts of composites follow."""
    chosen = [0, *wanted]
    outlines = list(_outlines(font, chosen))
    heads = b"".join(pack(">HH", font.advances[glyph], _bearing(font, glyph)) for glyph in chosen)
    places, place = [0], 0
    for outline in outlines:
        place += len(outline)
        places.append(place)
    tables = {tag: font.tables[tag] for tag in COPIED if tag in font.tables}
    tables["glyf"] = b"".join(outlines)
    tables["loca"] = pack(f">{len(places)}L", *places)
    tables["hmtx"] = heads
    tables["hhea"] = _patched(font.tables["hhea"], 34, len(chosen))
    tables["maxp"] = _patched(font.tables["maxp"], 4, len(chosen))
    tables["head"] = _patched(font.tables["head"], 50, 1)
    return _file(tables)


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _, place, length = unpack_from(">4sLLL", data, at)
        yield tag.decode("latin-1"), data[place : place + length]


def _characters(table: bytes) -> Iterator[tuple[int, int]]:
    (count,) = unpack_from(">H", table, 2)
    maps = {entry[:2]: entry[2] for entry in iter_unpack(">HHL", table[4 : 4 + 8 * count])}
    at = maps[3, 10]
    kind, _, _, _, groups = unpack_from(">HHLLL", table, at)
    if kind != 12:
        raise ValueError(f"a character map of format {kind}")
    for first, last, glyph in iter_unpack(">LLL", table[at + 16 : at + 16 + 12 * groups]):
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _numbers(kind: str, data: bytes) -> tuple[int, ...]:
    return unpack(f">{len(data) // calcsize(f'>{kind}')}{kind}", data)


def _advances(tables: Mapping[str, bytes]) -> Sequence[int]:
    (full,) = unpack_from(">H", tables["hhea"], 34)
    (count,) = unpack_from(">H", tables["maxp"], 4)
    advances = _numbers("H", tables["hmtx"][: 4 * full])[::2]
    return [*advances, *[advances[-1]] * (count - full)]


def _places(tables: Mapping[str, bytes]) -> Sequence[int]:
    (long,) = unpack_from(">H", tables["head"], 50)
    if long:
        return _numbers("L", tables["loca"])
    return [2 * place for place in _numbers("H", tables["loca"])]


def _bearing(font: TrueType, glyph: int) -> int:
    """The left side bearing, as unsigned 16 bits: past the full pairs of hmtx only bearings are left."""
    (full,) = unpack_from(">H", font.tables["hhea"], 34)
    at = 4 * glyph + 2 if glyph < full else 4 * full + 2 * (glyph - full)
    return int.from_bytes(font.tables["hmtx"][at : at + 2])


def _outlines(font: TrueType, chosen: list[int]) -> Iterator[bytes]:
    """The outline of each chosen glyph, padded to four bytes. The list grows by the parts of composite glyphs."""
    numbers: dict[int, int] = {}
    for number, glyph in enumerate(chosen):
        numbers.setdefault(glyph, number)
    for glyph in chosen:
        outline = font.tables["glyf"][font.places[glyph] : font.places[glyph + 1]]
        if outline[:2] > b"\x7f\xff":
            changed = bytearray(outline)
            for at in _parts(outline):
                (part,) = unpack_from(">H", outline, at)
                if part not in numbers:
                    numbers[part] = len(chosen)
                    chosen.append(part)
                pack_into(">H", changed, at, numbers[part])
            outline = bytes(changed)
        yield outline + b"\0" * (-len(outline) % 4)


def _parts(outline: bytes) -> Iterator[int]:
    """Where a composite outline names the glyphs that it is made of."""
    at, flags = 10, MORE
    while flags & MORE:
        (flags,) = unpack_from(">H", outline, at)
        yield at + 2
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0


def _patched(table: bytes, at: int, number: int) -> bytes:
    return table[:at] + pack(">H", number) + table[at + 2 :]


def _sum(data: bytes) -> int:
    return sum(_numbers("L", data + b"\0" * (-len(data) % 4))) & 0xFFFFFFFF


def _file(tables: dict[str, bytes]) -> bytes:
    tables["head"] = tables["head"][:8] + b"\0\0\0\0" + tables["head"][12:]
    power = len(tables).bit_length() - 1
    head = pack(">LHHHH", 0x00010000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    places, place, body = {}, 12 + 16 * len(tables), []
    for tag, table in sorted(tables.items()):
        places[tag] = place
        head += pack(">4sLLL", tag.encode(), _sum(table), place, len(table))
        body.append(table + b"\0" * (-len(table) % 4))
        place += len(body[-1])
    file = head + b"".join(body)
    at = places["head"] + 8
    return file[:at] + pack(">L", (CHECKSUM - _sum(file)) & 0xFFFFFFFF) + file[at + 4 :]
