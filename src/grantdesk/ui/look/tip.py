"""What stands in a tip is plain text, whoever wrote it."""

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """A text as a tip takes it. Qt reads what looks like markup as markup there, and would load its pictures: an
    answer or a call of a stranger must not do that."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
