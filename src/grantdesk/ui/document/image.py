"""Attached pictures on the screen: no larger than they are, than the text is wide, and than a window is high."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from grantdesk.session.paper.picture import Picture
from grantdesk.words.phrase import Phrase

TALLEST = 420.0

Images: TypeAlias = Mapping[str, QImage | Phrase]
"""By the digests of their files; a sentence in place of one that cannot be seen."""


def images(pictures: Mapping[str, Picture]) -> Images:
    """The pictures, unpacked."""
    return {
        digest: picture if isinstance(picture, Phrase) else QImage.fromData(picture.file)
        for digest, picture in pictures.items()
    }


def fitted(image: QImage, width: float, zoom: float, ratio: float) -> QImage:
    """The image as large as it is shown, in the pixels of a screen; `zoom` is a share of its own size."""
    size = QSize(image.size()) * zoom
    most = QSize(int(width), int(TALLEST * zoom))
    if size.width() > most.width() or size.height() > most.height():
        size.scale(most, Qt.AspectRatioMode.KeepAspectRatio)
    shown = image.scaled(
        (size * ratio).expandedTo(QSize(1, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    shown.setDevicePixelRatio(ratio)
    return shown
