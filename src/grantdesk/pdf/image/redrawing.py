"""Draws a stranger's picture anew, as plain pixels: whatever else its file holds, and whoever it is meant to deceive,
stays behind.

What is drawn is only its first frame, upright, on white, in shades of grey or in sRGB, and no finer than it is printed.
"""

from contextlib import suppress
from io import BytesIO
from json import dumps
from math import isfinite
from struct import unpack_from
from typing import Any
from zlib import decompress

from grantdesk.pdf.image.opening import Bounded, Unreadable, looking, sized

WIDEST, TALLEST = 1560, 1056  # pixels: the width of the text and almost half of its height, at 240 dpi
KINDS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")  # no WebP: the frozen program has no room for its libraries
QUALITY = 90  # of a photograph that is packed again
ORIENTATION = 0x0112
FINER = 2  # times as fine as it is wanted is what is made of a large picture in a quick way first
PHOTOGRAPHS = ("JPEG", "MPO")
TOPS = {"I": (255.0, 65_535.0), "F": (1.0, 255.0, 65_535.0)}  # what white may be where it is not 255


def redrawn(data: bytes) -> bytes:
    """A line of JSON that tells the size and whether it is grey and a JPEG, then the JPEG or the rows; or a line that
    tells why there are none."""
    try:
        with looking():
            head, body = _redrawn(data)
    except Unreadable as unreadable:
        head, body = {"why": unreadable.why}, b""
    return dumps(head).encode() + b"\n" + body


def _redrawn(data: bytes) -> tuple[dict[str, object], bytes]:
    from PIL import Image  # for start-up

    with Image.open(Bounded(data), formats=KINDS) as picture:
        sized(*picture.size)
        turn = _turn(picture)
        most = (TALLEST, WIDEST) if turn in (5, 6, 7, 8) else (WIDEST, TALLEST)
        size = _fitting(picture.size, most)
        picture.draft(None, (size[0] * FINER, size[1] * FINER))
        image = _plain(picture).resize(size, Image.Resampling.LANCZOS, reducing_gap=FINER)
        image = _in_srgb(image, picture.info.get("icc_profile"))
        is_photograph = picture.format in PHOTOGRAPHS
    if turn > 1:
        image = image.transpose(_turns()[turn])
    image.info = {}  # comments would go along
    told = {"width": image.width, "height": image.height, "grey": image.mode == "L", "jpeg": is_photograph}
    return told, _jpeg(image) if is_photograph else _rows(image)


def _turn(picture: Any) -> int:
    """From 1 to 8, how it is to be turned; what a camera says of it may be broken, and the picture sound."""
    try:
        found = picture.getexif().get(ORIENTATION)
    except Exception:
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _turns() -> dict[int, Any]:
    from PIL.Image import Transpose  # for start-up

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }


def _fitting(size: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    """The size within another one, never larger than it is."""
    share = min(1.0, most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _plain(picture: Any) -> Any:
    """The pixels as L, RGB or CMYK."""
    if picture.has_transparency_data:
        return _on_white(picture)
    if picture.mode in ("L", "RGB", "CMYK"):
        picture.load()
        return picture
    if picture.mode == "F" or picture.mode[0] == "I":
        return _in_shades(picture if picture.mode == "F" else picture.convert("I"))
    if picture.mode == "LAB":
        return _from_lab(picture)
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _on_white(picture: Any) -> Any:
    from PIL import Image  # for start-up

    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("L" if picture.mode in ("1", "L", "LA") else "RGB")


def _in_shades(picture: Any) -> Any:
    """Numbers as shades: white is the least usual value that none exceeds; without one, the highest that there is."""
    low, high = picture.getextrema()
    if not isfinite(high - low):
        raise Unreadable("damaged")
    usual = (top for top in TOPS[picture.mode] if low >= 0 and high <= top)
    top = next(usual, None)
    first, span = (0.0, top) if top else (low, high - low or 1.0)
    return picture.point(lambda value: value * (255.0 / span) + (-first * 255.0 / span)).convert("L")


def _from_lab(picture: Any) -> Any:
    from PIL import ImageCms  # for start-up

    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return ImageCms.profileToProfile(picture, lab, srgb, outputMode="RGB")


def _in_srgb(image: Any, profile: bytes | None) -> Any:
    """The colours as they are meant, as far as a profile tells it that is in order."""
    if image.mode != "L" and profile:
        from PIL import ImageCms  # for start-up

        with suppress(Exception):
            own, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
    return image.convert("RGB") if image.mode == "CMYK" else image


def _jpeg(image: Any) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out.getvalue()


def _rows(image: Any) -> bytes:
    """The rows as they stand in a PNG, where each pixel may be told by how it differs from its neighbours."""
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    data, at, packed = out.getvalue(), 8, []
    while at < len(data):
        size, kind = unpack_from(">I4s", data, at)
        if kind == b"IDAT":
            packed.append(data[at + 8 : at + 8 + size])
        at += size + 12
    return decompress(b"".join(packed))
