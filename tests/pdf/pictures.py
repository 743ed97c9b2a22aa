"""Pictures of every mode and format, each with a colour in every corner; and such as no one can draw."""

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from PIL import Image, ImageCms

from grantdesk.files.places import resource

Colour = tuple[int, int, int]
Picture = Image.Image
SIZE = (40, 30)
RED, GREEN, BLUE, YELLOW, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (255, 255, 255)
COLOURS = (RED, GREEN, BLUE, YELLOW)
"""Of the corners: the upper ones, then the lower ones, from left to right."""
BLACK, DARK, LIGHT = (0, 0, 0), (85, 85, 85), (170, 170, 170)
SHADES = (BLACK, DARK, LIGHT, WHITE)
ORIENTATION = 0x0112


def cornered(mode: str, values: tuple[Any, ...], size: tuple[int, int] = SIZE) -> Picture:
    """A picture of four fields."""
    width, height = size
    made = Image.new(mode, size)
    halves = [(x, y) for y in (0, height // 2) for x in (0, width // 2)]
    for (left, top), value in zip(halves, values, strict=True):
        made.paste(value, (left, top, left + width // 2, top + height // 2))
    return made


def packed(picture: Picture, kind: str, **options: Any) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def rgb() -> Picture:
    return cornered("RGB", COLOURS)


def grey() -> Picture:
    return cornered("L", (0, 85, 170, 255))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes, depth: int = 8, interlaced: bool = False) -> bytes:
    """A PNG in colours (of 8 bits) or black and white (of 1), of rows as they are given."""
    head = struct.pack(">IIBBBBB", width, height, depth, 2 if depth == 8 else 0, 0, 0, interlaced)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def interlaced() -> bytes:
    """As no library here writes one: seven passes, each a picture of some of the pixels."""
    picture, rows = rgb(), bytearray()
    passes = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    for left, top, across, down in passes:
        for y in range(top, SIZE[1], down):
            pixels = (picture.getpixel((x, y)) for x in range(left, SIZE[0], across))
            rows += b"\0" + b"".join(map(bytes, pixels))
    return png(*SIZE, bytes(rows), interlaced=True)


def turned(orientation: int) -> bytes:
    """A photograph as a camera lays it down that was held otherwise."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    picture = rgb().resize((400, 300), Image.Resampling.NEAREST)
    return packed(picture.transpose(back[orientation]), "JPEG", quality=95, exif=exif)


def with_exif(exif: bytes) -> bytes:
    return packed(
        rgb().resize((400, 300), Image.Resampling.NEAREST), "JPEG", quality=95, exif=b"Exif\0\0" + exif
    )


def lab() -> Picture:
    srgb, other = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    made = ImageCms.profileToProfile(rgb(), srgb, other, outputMode="LAB")
    assert made is not None
    return made


def swapped() -> bytes:
    """A profile whose red is green, and the other way round."""
    profile = resource("color", "sRGB.icc").read_bytes()
    return profile.replace(b"rXYZ", b"?XYZ", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"?XYZ", b"gXYZ", 1)


def paletted(transparent: bool = False) -> bytes:
    made = rgb().quantize(4)
    seen = made.getpixel((SIZE[0] - 1, SIZE[1] - 1))
    return packed(made, "PNG", transparency=seen) if transparent else packed(made, "PNG")


def reversed_() -> Picture:
    """Numbers of two bytes, of which the larger part comes first."""
    data = bytearray(cornered("I;16", (0, 21845, 43690, 65535)).tobytes())
    data[::2], data[1::2] = data[1::2], data[::2]
    return Image.frombytes("I;16B", SIZE, bytes(data))


FRAMES = [rgb().quantize(8), Image.new("P", SIZE), Image.new("P", SIZE, 3)]

DRAWN: Mapping[str, tuple[Callable[[], bytes], tuple[Colour, ...]]] = {
    "1": (lambda: packed(cornered("1", (0, 1, 1, 0)), "PNG"), (BLACK, WHITE, WHITE, BLACK)),
    "L": (lambda: packed(grey(), "PNG"), SHADES),
    "LA": (lambda: packed(cornered("LA", ((0, 255), (85, 255), (170, 255), (0, 0))), "PNG"), SHADES),
    "L with a colour seen through": (
        lambda: packed(cornered("L", (0, 85, 170, 17)), "PNG", transparency=17),
        SHADES,
    ),
    "P": (paletted, COLOURS),
    "PA": (
        lambda: packed(cornered("RGBA", tuple((*each, 255) for each in COLOURS)).convert("PA"), "TIFF"),
        COLOURS,
    ),
    "P seen through": (lambda: paletted(True), (RED, GREEN, BLUE, WHITE)),
    "RGB": (lambda: packed(rgb(), "PNG"), COLOURS),
    "RGBA": (
        lambda: packed(cornered("RGBA", ((*RED, 255), (*GREEN, 255), (*BLUE, 255), (9, 9, 9, 0))), "PNG"),
        (RED, GREEN, BLUE, WHITE),
    ),
    "RGBX": (lambda: packed(rgb().convert("RGBX"), "TIFF"), COLOURS),
    "CMYK": (
        lambda: packed(
            cornered("CMYK", ((0, 255, 255, 0), (255, 0, 255, 0), (255, 255, 0, 0), (0, 0, 255, 0))), "TIFF"
        ),
        COLOURS,
    ),
    "YCbCr": (lambda: packed(rgb().convert("YCbCr"), "TIFF"), COLOURS),
    "LAB": (lambda: packed(lab(), "TIFF"), COLOURS),
    "I;16": (lambda: packed(cornered("I;16", (0, 21845, 43690, 65535)), "PNG"), SHADES),
    "I;16 the other way": (lambda: packed(reversed_(), "TIFF"), SHADES),
    "I": (lambda: packed(cornered("I", (-300_000, -100_000, 100_000, 300_000)), "TIFF"), SHADES),
    "I like L": (lambda: packed(cornered("I", (0, 85, 170, 255)), "TIFF"), SHADES),
    "I of one value": (lambda: packed(cornered("I", (-7,) * 4), "TIFF"), (BLACK,) * 4),
    "F": (lambda: packed(cornered("F", (0.0, 1 / 3, 2 / 3, 1.0)), "TIFF"), SHADES),
    "F of any numbers": (lambda: packed(cornered("F", (-3.0, -1.0, 1.0, 3.0)), "TIFF"), SHADES),
    "interlaced": (interlaced, COLOURS),
    "JPEG": (lambda: packed(rgb(), "JPEG", quality=95, subsampling=0), COLOURS),
    "progressive": (lambda: packed(rgb(), "JPEG", quality=95, subsampling=0, progressive=True), COLOURS),
    "JPEG in grey": (lambda: packed(grey(), "JPEG", quality=95), SHADES),
    "JPEG in CMYK": (lambda: packed(rgb().convert("CMYK"), "JPEG", quality=95, subsampling=0), COLOURS),
    **{f"turned, {n}": (lambda n=n: turned(n), COLOURS) for n in range(2, 9)},  # type: ignore[misc]
    "exif that is none": (lambda: with_exif(b"MM\0\x2a\0\0"), COLOURS),
    "a turn that is none": (
        lambda: with_exif(b"MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\x63\0\0\0\0\0\0"),
        COLOURS,
    ),
    "a profile": (
        lambda: packed(rgb(), "PNG", icc_profile=resource("color", "sRGB.icc").read_bytes()),
        COLOURS,
    ),
    "another profile": (lambda: packed(rgb(), "PNG", icc_profile=swapped()), (GREEN, RED, BLUE, YELLOW)),
    "a profile that is none": (lambda: packed(rgb(), "PNG", icc_profile=b"no profile"), COLOURS),
    "GIF with frames": (lambda: packed(FRAMES[0], "GIF", save_all=True, append_images=FRAMES[1:]), COLOURS),
    "BMP": (lambda: packed(rgb(), "BMP"), COLOURS),
    "one pixel": (lambda: packed(Image.new("RGB", (1, 1), RED), "PNG"), (RED,) * 4),
    "a column": (lambda: packed(Image.new("RGB", (1, 20_000), RED), "PNG"), (RED,) * 4),
    "a row": (lambda: packed(Image.new("L", (20_000, 1), 85), "PNG"), (DARK,) * 4),
    "large": (lambda: packed(rgb().resize((4000, 3000), Image.Resampling.NEAREST), "PNG"), COLOURS),
}

UNDRAWN: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "kind"),
    "a text": (lambda: b"kartta", "kind"),
    "a WebP": (lambda: packed(rgb(), "WEBP"), "kind"),
    "a drawing that runs": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "kind"),
    "the beginning of a PNG": (lambda: packed(rgb(), "PNG")[:80], "damaged"),
    "the beginning of a JPEG": (lambda: packed(rgb().resize((400, 300)), "JPEG")[:1500], "damaged"),
    "a bomb": (lambda: png(20_000, 20_000, bytes(2501 * 20_000), 1), "large"),
    "too many pixels": (lambda: png(12_000, 10_001, bytes(9), 1), "large"),
    "too long": (lambda: png(1, 50_000, bytes(9), 1), "large"),
    "no pixels": (lambda: png(0, 0, b""), "kind"),
    "numbers without end": (lambda: packed(cornered("F", (0.0, 1.0, float("inf"), 2.0)), "TIFF"), "damaged"),
}
