"""A scene for pieces: it speaks English and looks light until a test says otherwise."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from grantdesk.session.speech import Speech
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.scene import Stage


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[Stage]:
    look = Look(qapp)
    yield Stage(Speech("en"), look)
    look.deleteLater()
