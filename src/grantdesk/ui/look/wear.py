"""What a widget wears: the properties that the style sheet knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

POLISHED = Qt.WidgetAttribute.WA_WState_Polished


def wear(widget: QWidget, name: str, value: str | bool) -> None:
    """Gives a property of the style sheet another value: role, tone, state, invalid … One that was never given is as
    good as an empty one. What has been painted is dressed anew; what has not will be when it is shown."""
    before = widget.property(name)
    if before == value or not (before or value):
        return
    widget.setProperty(name, value)
    if widget.testAttribute(POLISHED):
        widget.style().polish(widget)
