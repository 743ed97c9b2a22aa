"""The code of a printed page is read from what a scanner or a telephone makes of it, and no picture does harm."""

import io
import struct
import sys
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
import pypdfium2
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFilter
from PIL.GifImagePlugin import GifImageFile

from desks import grant_of
from grantdesk.files.grant import digest
from grantdesk.pdf import printed
from grantdesk.pdf.cell import bounded
from grantdesk.pdf.code import payload
from grantdesk.pdf.image.opening import LONGEST, MOST, WHY
from grantdesk.pdf.scan import (
    SHEETS,
    NoCode,
    NoPicture,
    NoScanner,
    ScanTrouble,
    scanned,
    seen,
)
from pdf.papers import paper, print_of
from pdf.sample import outline
from pdf.works import here

ANGLES = (0.0, 1.5, -3.0, 90.0, 180.0)
Picture = Image.Image


@cache
def print_() -> tuple[bytes, str]:
    """A print, and what its code says."""
    grant = grant_of("lump", "complete")
    return print_of(grant).data, payload(digest(grant))


@cache
def sheet(dpi: int) -> Picture:
    """The first page on paper."""
    with pypdfium2.PdfDocument(print_()[0]) as document:
        return document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


def laid(picture: Picture, angle: float, quality: int = 40) -> bytes:
    """The sheet as a scanner sees it: laid down awry, a little out of focus, packed hard."""
    turned = picture.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=225)
    return packed(turned.filter(ImageFilter.GaussianBlur(picture.width / 1650)), "JPEG", quality=quality)


def aslant(picture: Picture, by: int) -> Picture:
    """As it is seen from the side: no edge is straight."""
    width, height = picture.size
    corners = (0, 0, by // 2, height, width, height, width - by, by // 2)
    return picture.transform(picture.size, Image.Transform.QUAD, corners)


def packed(picture: Picture, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize("angle", ANGLES)
def test_the_code_is_read_from_a_scan_that_is_awry_blurred_and_packed(dpi: int, angle: float) -> None:
    assert scanned(laid(sheet(dpi), angle)) == print_()[1]


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.point(lambda grey: 60 + grey // 3),
        lambda page: page.convert("1"),
        lambda page: page.convert("RGB").quantize(16),
        lambda page: aslant(page, 60),
        lambda page: page.convert("RGBA"),
    ],
    ids=["faint", "black and white", "palette", "from the side", "with transparency"],
)
def test_the_code_is_read_from_other_pictures(change: Callable[[Picture], Picture]) -> None:
    assert scanned(packed(change(sheet(200)), "PNG")) == print_()[1]


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "BMP", "GIF", "PDF"])
def test_every_kind_that_scanners_make_is_read(kind: str) -> None:
    assert scanned(packed(sheet(150).convert("RGB"), kind)) == print_()[1]


def test_the_code_is_found_on_a_later_sheet_and_in_a_small_picture() -> None:
    empty = Image.new("L", (800, 1100), 255)
    assert scanned(packed(empty, "TIFF", save_all=True, append_images=[empty, sheet(150)])) == print_()[1]
    assert scanned(packed(sheet(72), "PNG")) == print_()[1]


def test_where_no_code_or_another_one_stands_a_sentence_says_so() -> None:
    other = io.BytesIO()
    segno.make_qr("https://example.org").save(other, kind="png", scale=5)
    said = set()
    for data in (other.getvalue(), packed(Image.new("L", (900, 900), 255), "PNG"), paper("public").data):
        with pytest.raises(NoCode) as told:
            scanned(data)
        said.add(told.value.phrase.said)
    assert len(said) == 2


def test_a_picture_that_is_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(Image.new("1", (20_000, 20_000)), "PNG")
    large = packed(Image.new("1", (12_000, MOST // 12_000 + 1)), "TIFF", compression="group4")
    poster = io.BytesIO()
    document = pypdfium2.PdfDocument.new()
    document.new_page(14_400, 14_400)
    document.save(poster)
    for data in (bomb, large, poster.getvalue()):
        with pytest.raises(NoPicture) as told:
            scanned(data)
        assert "large" in str(told.value.phrase.facts["reason"])
    monkeypatch.setattr("grantdesk.pdf.scan.LARGEST", 10)
    with pytest.raises(NoPicture):
        scanned(bomb)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_picture_is_told(data: bytes) -> None:
    with pytest.raises(NoPicture):
        scanned(data)


@given(st.sampled_from(["PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF", "PDF"]), st.data())
def test_no_broken_picture_does_harm(kind: str, data: st.DataObject) -> None:
    whole = bytearray(packed(sheet(72).crop((0, 0, 90, 90)).convert("RGB"), kind))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    with pytest.raises(ScanTrouble):
        scanned(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


def test_without_the_libraries_a_sentence_tells_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    with pytest.raises(NoScanner) as told:
        scanned(b"")
    assert told.value.phrase.facts["command"] == "pip install grantdesk[scan]"


def test_outlines_without_data_have_no_code() -> None:
    with pytest.raises(NoCode):
        scanned(printed(outline()))


@pytest.mark.parametrize("way", [bounded, here])
def test_what_is_seen_in_a_process_of_its_own_is_the_same(
    way: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grantdesk.pdf.scan.bounded", way)
    assert seen(packed(sheet(150), "PNG")) == print_()[1]
    for data, kind in ((b"", "kind"), (b"%PDF-1.7", "damaged")):
        with pytest.raises(NoPicture) as told:
            seen(data)
        assert told.value.phrase.facts["reason"] is WHY[kind]
    with pytest.raises(NoCode):
        seen(packed(Image.new("L", (900, 900), 255), "PNG"))


def test_too_large_a_picture_is_sent_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grantdesk.pdf.scan.LARGEST", 10)
    monkeypatch.setattr("grantdesk.pdf.scan.bounded", None)
    with pytest.raises(NoPicture):
        seen(b"x" * 11)


def drawn_in_drawn(levels: int, times: int) -> bytes:
    """A page whose drawing is drawn of others, each so many times: times to the power of levels in all."""
    pdf = pikepdf.new()
    inner = pdf.make_stream(
        b"0 0 9 9 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
    )
    for _ in range(levels):
        inside = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = pdf.make_stream(
            b"/X Do " * times,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 9, 9],
            Resources=inside,
        )
    page = pdf.add_blank_page(page_size=(300, 300))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
    page.Contents = pdf.make_stream(b"/X Do")
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_page_that_draws_itself_for_ever_is_given_up() -> None:
    with pytest.raises(NoCode):
        seen(drawn_in_drawn(2, 2))
    with pytest.raises(NoPicture) as told:
        seen(drawn_in_drawn(12, 10))
    assert told.value.phrase.facts["reason"] is WHY["long"]


def test_a_very_long_strip_is_not_unpacked() -> None:
    strip = packed(Image.new("1", (1, LONGEST + 1)), "PNG")
    with pytest.raises(NoPicture) as told:
        scanned(strip)
    assert told.value.phrase.facts["reason"] is WHY["large"]


def test_a_picture_of_millions_of_pieces_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = packed(Image.new("L", (9, 9)), "PNG")
    empty = struct.pack(">I", 0) + b"tEXt" + struct.pack(">I", zlib.crc32(b"tEXt"))
    crowd = whole[:33] + empty * 300 + whole[33:]
    with pytest.raises(NoCode):
        scanned(crowd)
    monkeypatch.setattr("grantdesk.pdf.image.opening.PIECES", 300)
    with pytest.raises(NoPicture) as told:
        scanned(crowd)
    assert told.value.phrase.facts["reason"] is WHY["damaged"]


def test_of_many_sheets_no_more_are_looked_for_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sought = []
    seek = GifImageFile.seek
    monkeypatch.setattr(GifImageFile, "seek", lambda picture, at: sought.append(at) or seek(picture, at))
    frames = [Image.new("L", (9, 9), at) for at in range(40)]
    with pytest.raises(NoCode):
        scanned(packed(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert max(sought) < SHEETS
