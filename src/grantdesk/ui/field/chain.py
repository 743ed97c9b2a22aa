"""The way of the Tab key through a page: as one reads it, also through what came later."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QPushButton, QRadioButton, QWidget

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def chain(first: QWidget, *others: QWidget) -> None:
    """Leads from control to control through these widgets, each in the order of its layout."""
    for one, next_one in pairwise(stop for root in (first, *others) for stop in _stops(root)):
        if one.nextInFocusChain() is not next_one:
            QWidget.setTabOrder(one, next_one)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """The controls in a widget; one that is laid out by itself is a control as a whole."""
    # Tab stops at one radio button of several, now at this, then at that; arrows lead to buttons that it leaves out.
    either = Qt.FocusPolicy.StrongFocus if isinstance(widget, QPushButton) else Qt.FocusPolicy.TabFocus
    stops = widget.focusPolicy() & either or isinstance(widget, QRadioButton)
    if stops and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _laid(layout, widget.findChildren(QWidget, options=DIRECT))


def _laid(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """What lies in a layout, in its order; `widgets` are those among which it is.

    The layout is not asked for its items: Python would keep each that it has seen, also when Qt has deleted it, and
    then take what has come to its place in memory for it, be that a scroll bar. The program ends with that.
    """
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    placed: dict[int, QWidget | QLayout] = {layout.indexOf(each): each for each in widgets}
    placed |= {layout.indexOf(each): each for each in inner}
    placed.pop(-1, None)  # those in other layouts
    for _, each in sorted(placed.items(), key=itemgetter(0)):
        yield from _laid(each, widgets) if isinstance(each, QLayout) else _stops(each)
