"""Attached pictures of every mode and format are drawn as they are meant, and no picture does harm."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pixels

from grantdesk.files.container.content import Content, held
from grantdesk.outline.block import Entry, Heading, Image, Outline
from grantdesk.pdf import Print, laid
from grantdesk.pdf.cell import Overrun
from grantdesk.pdf.drawing.photo import TALLEST
from grantdesk.pdf.file.raster import Raster
from grantdesk.pdf.image import album
from grantdesk.pdf.image.album import Album, drawn, instead
from grantdesk.pdf.image.opening import WHY
from grantdesk.pdf.image.redrawing import redrawn
from grantdesk.pdf.look import MEASURE
from pdf.papers import failures
from pdf.pictures import COLOURS, DRAWN, UNDRAWN, Colour, cornered, packed, rgb
from pdf.reading import Read, tree
from pdf.sample import outline
from pdf.works import here

NEAR = 25  # how far a colour may be off: of those of LAB there are few


@pytest.fixture
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a process for each."""
    monkeypatch.setattr(album, "bounded", lambda work, data, most: here(work, data))


def image(file: Content, n: int = 1) -> Image:
    return Image(f"Kartta {n}", f"Kuva: kartta {n}", file.sha256, ("kartat",))


def paper(*files: Content, tall: int = 0) -> tuple[Outline, Print]:
    """A print of pictures, after so many answers."""
    entries = [Entry(f"Kysymys {n}", "Vastaus") for n in range(tall)]
    images = [image(file, n) for n, file in enumerate(files, 1)]
    made = outline(Heading(2, "Liitteet"), *entries, Entry("Kartat", "kartta.png", ("kartat",)), *images)
    return made, laid(made, pictures={file.sha256: drawn(file) for file in files})


def told(data: bytes) -> list[str]:
    """What stands under the figures, and the remarks."""
    return [f"{each.alt}|{each.whole()}" for each in tree(data).all("Figure")]


def seen(data: bytes) -> Iterator[list[Colour]]:
    """The colours in the quarters of each picture."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            found = [each.get_bounds() for each in page.get_objects() if each.type == 3]
            drawing = page.render(scale=4).to_pil().convert("RGB") if found else None
            for left, bottom, right, top in found:
                places = [
                    (left + (right - left) * x, page.get_height() - top + (top - bottom) * y)
                    for y in (0.25, 0.75)
                    for x in (0.25, 0.75)
                ]
                assert drawing is not None
                yield [drawing.getpixel((int(4 * x), int(4 * y))) for x, y in places]


def packings(data: bytes) -> list[str]:
    """How each picture of the file is packed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return [str(each["/Filter"]) for each in streams if each.get("/Subtype") == "/Image"]


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_of_every_mode_conforms_and_has_its_colours(name: str, tmp_path: Path) -> None:
    make, colours = DRAWN[name]
    _, made = paper(held(make()))
    assert failures(made.data, tmp_path) == []
    assert told(made.data) == ["Kuva: kartta 1|Kartta 1"]
    (found,) = seen(made.data)
    off = [
        abs(a - b) for one, other in zip(found, colours, strict=True) for a, b in zip(one, other, strict=True)
    ]
    assert max(off) < NEAR


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("name", UNDRAWN)
def test_in_place_of_what_cannot_be_drawn_a_sentence_says_why(name: str, tmp_path: Path) -> None:
    make, why = UNDRAWN[name]
    file = held(make())
    assert drawn(file) == instead(why)
    _, made = paper(file)
    assert failures(made.data, tmp_path) == []
    said = [each.whole() for each in tree(made.data).all("P")]
    assert said[-2] == "Kartta 1"
    assert said[-1].startswith("Kuvaa ei voi näyttää tässä: se")
    assert told(made.data) == []


@pytest.mark.usefixtures("_here")
@given(st.sampled_from(["PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF"]), st.data())
def test_no_broken_picture_does_harm(kind: str, data: st.DataObject) -> None:
    whole = bytearray(packed(rgb(), kind))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    found = drawn(held(bytes(whole[: data.draw(st.integers(0, len(whole)))])))
    assert isinstance(found, Raster) or found in map(instead, WHY)


def test_in_a_process_of_its_own_the_same_is_drawn_and_what_it_cannot_read_is_told() -> None:
    for make, _ in (DRAWN["P seen through"], DRAWN["turned, 6"]):
        own = drawn(held(make()))
        assert isinstance(own, Raster)
        assert album._taken(redrawn(make())) == own
    assert drawn(held(b"kartta")) == instead("kind")


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("name", ["P seen through", "L", "turned, 6", "JPEG in grey"])
def test_what_was_drawn_is_a_file_by_itself_too(name: str) -> None:
    make, colours = DRAWN[name]
    raster = drawn(held(make()))
    assert isinstance(raster, Raster)
    with Pixels.open(io.BytesIO(raster.file)) as picture:
        assert picture.format == ("JPEG" if raster.jpeg else "PNG")
        assert picture.mode == ("L" if raster.grey else "RGB")
        last = picture.convert("RGB").getpixel((picture.width - 2, picture.height - 2))
    assert all(abs(a - b) < 9 for a, b in zip(last, colours[3], strict=True))


@pytest.mark.usefixtures("_here")
def test_nothing_of_a_photograph_but_its_pixels_is_printed(tmp_path: Path) -> None:
    exif = Pixels.Exif()
    exif[0x010E] = "60.19 N 24.94 E"
    data = packed(rgb(), "JPEG", exif=exif, comment=b"secret word", icc_profile=b"no profile")
    _, made = paper(held(data), held(data + b"secret tail"))
    assert b"60.19 N" in data
    assert not any(word in made.data for word in (b"60.19 N", b"secret", b"no profile"))
    assert packings(made.data) == ["/DCTDecode"]


@pytest.mark.usefixtures("_here")
def test_the_same_picture_is_one_object_and_the_same_bytes_every_time() -> None:
    one, other = held(packed(rgb(), "PNG")), held(packed(cornered("L", (0, 1, 2, 3)), "PNG"))
    _, made = paper(one, other, one)
    assert packings(made.data) == ["/FlateDecode"] * 2
    assert len(list(seen(made.data))) == 3
    assert paper(one, other, one)[1].data == made.data
    assert packings(laid(outline()).data) == []


@pytest.mark.usefixtures("_here")
def test_a_picture_is_no_finer_than_paper_needs_and_no_larger_than_it_is() -> None:
    sizes = {}
    for width, height in ((40, 30), (600, 100), (3000, 1000), (1000, 3000)):
        _, made = paper(held(packed(cornered("RGB", COLOURS, (width, height)), "PNG")))
        with pypdfium2.PdfDocument(made.data) as document:
            (found,) = [each for page in document for each in page.get_objects() if each.type == 3]
            left, bottom, right, top = found.get_bounds()
            sizes[width, height] = (round(right - left, 1), round(top - bottom, 1), found.get_px_size())
    assert sizes[40, 30] == (30.0, 22.5, (40, 30))
    assert sizes[600, 100] == (450.0, 75.0, (600, 100))
    assert sizes[3000, 1000] == (round(MEASURE, 1), round(MEASURE / 3, 1), (1560, 520))
    assert sizes[1000, 3000] == (round(TALLEST / 3, 1), TALLEST, (352, 1056))


@pytest.mark.usefixtures("_here")
def test_question_caption_and_picture_stand_on_one_page() -> None:
    file = held(packed(cornered("RGB", COLOURS, (800, 800)), "PNG"))
    for tall in range(8, 40, 3):
        _, made = paper(file, tall=tall)
        read = tree(made.data)
        (figure,) = read.all("Figure")
        (question,) = (each for each in read.all("P") if each.whole().startswith("Kartat"))
        assert _pages(figure) == _pages(question)
        assert len(_pages(figure)) == 1


def _pages(read: Read) -> set[int]:
    return read.pages.union(*(_pages(kid) for kid in read.kids))


def test_an_image_that_is_not_at_hand_leaves_nothing_behind() -> None:
    made = outline(Heading(2, "Liitteet"), Entry("Kartat", "kartta.png", ("kartat",)), image(held(b"x")))
    assert told(laid(made).data) == []


class Busy:
    """Counts how often a picture is drawn anew."""

    def __init__(self, answer: bytes = redrawn(packed(rgb(), "PNG"))) -> None:
        self.answer, self.times = answer, 0

    def __call__(self, work: object, data: bytes, most: int) -> bytes:
        self.times += 1
        return self.answer


def test_a_picture_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    busy, files, one = Busy(), [held(b"one"), held(b"other")], Album()
    monkeypatch.setattr(album, "bounded", busy)
    first = one.pictures(files)
    assert one.pictures([*files, files[0]]) == first
    assert busy.times == 2
    other = Album()
    other.keep(first)
    assert other.pictures(files) == first
    assert busy.times == 2


def test_the_oldest_picture_is_forgotten_where_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    files, one = [held(bytes([n])) for n in range(3)], Album()
    monkeypatch.setattr(album, "bounded", Busy())
    size = len(drawn(files[0]).data)  # type: ignore[union-attr]
    monkeypatch.setattr(album, "KEPT", 2 * size)
    assert len(one.pictures(files)) == 3
    assert [one.known(file.sha256) is None for file in files] == [True, False, False]
    one.keep({files[1].sha256: instead("long")})
    one.pictures([files[0]])
    assert all(one.known(file.sha256) for file in files)


def test_who_has_waited_long_enough_waits_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(album, "bounded", Busy())
    known, new, one = held(b"one"), held(b"other"), Album()
    found = one.pictures([known])
    monkeypatch.setattr(album, "PATIENCE", 0.0)
    assert one.pictures([known, new]) == {**found, new.sha256: instead("long")}
    assert one.known(new.sha256) is None


def _overrun(work: object, data: bytes, most: int) -> bytes:
    raise Overrun


def test_what_cannot_be_looked_at_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    file = held(b"x")
    for answer in (
        b"",
        b"[]\n",
        b'{"why": "because"}\n',
        b'{"width": 2, "height": 1, "grey": true, "jpeg": false}\n\0\0',
        b'{"width": 2, "height": 1, "grey": true, "jpeg": false}\n\5\0\0',
        b'{"width": 0, "height": 1, "grey": true, "jpeg": true}\n',
        b'{"width": 2, "height": 99999, "grey": true, "jpeg": true}\n',
    ):
        monkeypatch.setattr(album, "bounded", Busy(answer))
        assert drawn(file) == instead("damaged")
    monkeypatch.setattr(album, "bounded", _overrun)
    assert drawn(file) == instead("long")
    assert drawn(Content("0" * 64, 1, lambda: iter((b"x",)))) == instead("damaged")
    monkeypatch.setattr(album, "LARGEST", 0)
    assert drawn(file) == instead("large")


def test_a_picture_without_memory_takes_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(picture: object) -> None:
        raise MemoryError

    monkeypatch.setattr("grantdesk.pdf.image.redrawing._plain", greedy)
    assert redrawn(packed(rgb(), "PNG")) == b'{"why": "long"}\n'


def test_who_prints_no_pictures_does_not_pay_for_them() -> None:
    """Neither the library is loaded, nor what has it at work in a process."""
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from grantdesk.app.command.demo import sample, samples\n"
        "from grantdesk.session.application import Application\n"
        "from grantdesk.session.paper.printing import printed\n"
        "from grantdesk.words.language import Language\n"
        "printed(Application(sample(samples('-unfinished.json')[0])), Language('fi'))\n"
        "print([name for name in ('PIL', 'grantdesk.pdf.image.album') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *sys.path], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
