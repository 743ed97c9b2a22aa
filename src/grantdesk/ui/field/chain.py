"""The way of the Tab key through a page: as one reads it, also through what came later."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QRadioButton, QWidget


def chain(first: QWidget, *others: QWidget) -> None:
    """Leads from control to control through these widgets, each in the order of its layout."""
    for one, next_one in pairwise(stop for root in (first, *others) for stop in _stops(root)):
        if one.nextInFocusChain() is not next_one:
            QWidget.setTabOrder(one, next_one)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """The controls in a widget; one that is laid out by itself is a control as a whole."""
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QRadioButton)
    if (
        stops and widget.focusProxy() is None
    ):  # Tab stops at one radio button of several, now at this, then at that
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _laid(layout)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        if item is None:
            continue
        if (inside := item.layout()) is not None:
            yield from _laid(inside)
        elif (widget := item.widget()) is not None:
            yield from _stops(widget)
