"""Attached pictures on the screen: with words for whoever cannot see them, no larger than they are, or a sentence."""

import pytest
from PySide6.QtGui import QColor, QImage, QTextDocument, QTextImageFormat
from pytestqt.qtbot import QtBot

from grantdesk.files.container.content import held
from grantdesk.model.path import Path
from grantdesk.outline.block import Block, Image, Outline
from grantdesk.pdf.file.raster import Raster
from grantdesk.pdf.image.album import drawn, instead
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.document.document import Manner, made
from grantdesk.ui.document.image import TALLEST, fitted, images
from grantdesk.ui.document.style import Style
from grantdesk.ui.reader.reader import Reader
from pdf.pictures import COLOURS, DRAWN, cornered, packed
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def pictures(document: QTextDocument) -> list[tuple[str, tuple[float, float]]]:
    """The words of every picture that has some, and its size."""
    found, block = [], document.begin()
    while block.isValid():
        for run in block.textFormats():
            if run.format.isImageFormat():
                form = run.format.toImageFormat()
                alt = form.property(QTextImageFormat.Property.ImageAltText.value)
                found += [(str(alt), (form.width(), form.height()))] if alt else []
        block = block.next()
    return found


def document(desk: Desk, *blocks: Block, **shown: QImage) -> QTextDocument:
    whole = Outline("Title", "", "The call", "en", "", "", blocks, "")
    manner = Manner(Style(desk.look), 600, images={**shown, "bad": instead("damaged")})
    return made(whole, manner).document


def image(digest: str, at: Path = ("files",)) -> Image:
    return Image(f"Files: {digest}", f"A picture called {digest}", digest, at)


def test_a_picture_stands_under_its_caption_with_words(desk: Desks) -> None:
    made_ = document(
        desk("kinds"),
        image("map"),
        image("bad"),
        image("gone"),
        map=QImage(300, 200, QImage.Format.Format_RGB32),
    )
    assert pictures(made_) == [("A picture called map", (300.0, 200.0))]
    text = made_.toPlainText()
    assert "Files: map" in text
    assert "Files: bad" in text
    assert "The picture cannot be drawn here: it is damaged." in text
    assert "gone" not in text


@pytest.mark.parametrize(
    ("size", "zoom", "shown"),
    [
        ((300, 200), 1.0, (300, 200)),
        ((300, 200), 2.0, (600, 400)),
        ((1200, 400), 1.0, (600, 200)),
        ((400, 4200), 1.0, (40, TALLEST)),
        ((1, 2000), 1.0, (1, TALLEST)),
    ],
)
def test_a_picture_is_as_large_as_it_is_or_as_there_is_room(
    size: tuple[int, int], zoom: float, shown: tuple[float, float]
) -> None:
    for ratio in (1.0, 2.5):
        found = fitted(QImage(*size, QImage.Format.Format_RGB32), 600, zoom, ratio)
        got = found.width() / ratio, found.height() / ratio
        assert found.devicePixelRatio() == ratio
        assert all(abs(a - b) <= 1 for a, b in zip(got, shown, strict=True))


def test_what_is_printed_is_what_is_shown() -> None:
    for name in ("P seen through", "JPEG in grey", "L", "turned, 6"):
        make, colours = DRAWN[name]
        raster = drawn(held(make()))
        assert isinstance(raster, Raster)
        found = images({"x": raster, "y": instead("long")})
        assert found["y"] == instead("long")
        shown = found["x"]
        assert isinstance(shown, QImage)
        last = shown.pixelColor(shown.width() - 2, shown.height() - 2)
        assert all(
            abs(a - b) < 9
            for a, b in zip(last.getRgb()[:3], QColor(*colours[3]).getRgb()[:3], strict=True)  # type: ignore[misc]
        )


def test_the_reader_shows_attached_pictures(qtbot: QtBot, desk: Desks) -> None:
    file = held(packed(cornered("RGB", COLOURS, (400, 300)), "PNG"))
    entry = {"pos": "1", "name": "map.png", "type": "image/png", "size": file.size, "sha256": file.sha256}
    at = desk("kinds", {"files": {"x": entry}})
    at.session.hold(file)
    at.session.read_only = True
    reader = Reader(at)
    qtbot.addWidget(reader)
    reader.resize(1100, 700)
    reader.show()
    qtbot.waitUntil(lambda: reader.reading.is_fresh)
    assert pictures(reader.page.document()) == [
        ("A picture that was attached to “Files”: map.png", (400.0, 300.0))
    ]
