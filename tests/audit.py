"""What can be said of any window from its widgets alone: the stops of the Tab key, names, texts, what is cut off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from grantdesk.ui.paper.pages import Pages
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.scroll import Scroll

NOTHING = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)
"""Roles of widgets that are there to hold others: nobody can use one."""
SLACK = 2
"""Pixels by which a size may be short: rounding of fractions."""


@dataclass(frozen=True)
class Text:
    """A text that a person can see or hear, and where."""

    text: str
    where: str


def widgets(root: QWidget) -> Iterator[QWidget]:
    """Every widget that is shown, the root first."""
    if root.isVisible():
        yield root
        for child in root.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from widgets(child)


def place(widget: QWidget) -> str:
    """Which widget it is, for a person who has to find it in the sources."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(type(at).__name__)
        at = at.parentWidget()
    said = spoken(widget)
    return " in ".join(names) + (f" “{said[:60]}”" if said else "")


def spoken(widget: QWidget) -> str:
    """Its name, as a screen reader says it; that of a combo box is its label or what was set, not its value."""
    if isinstance(widget, QComboBox):
        labels = widget.window().findChildren(QLabel)
        buddy = next((label.text() for label in labels if label.buddy() is widget), "")
        return widget.accessibleName() or buddy
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told else ""


def stops(root: QWidget) -> list[QWidget]:
    """The widgets that the Tab key visits inside of root, in its order."""
    found: list[QWidget] = []
    first: QWidget = root.window()
    at = first
    while True:
        at = at.nextInFocusChain() or first
        if at is first or at in found:
            return found
        if root.isAncestorOf(at) and is_stop(at):
            found.append(at)


def is_stop(widget: QWidget) -> bool:
    """Does Tab stop here?"""
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


@dataclass(frozen=True)
class Stop:
    """A widget that Tab came to: where it lies (in the root, or in what scrolls together with it), where that lies in
    the root, whether it is in sight, and whether the eye sees that it has the focus."""

    widget: QWidget
    rect: QRect
    holder: QRect
    is_seen: bool
    is_marked: bool


def tour(root: QWidget) -> list[Stop]:
    """What happens when somebody presses Tab again and again, from the first stop in root until it leaves root. In a
    table Tab goes from cell to cell; Ctrl+Tab leaves it."""
    found: list[Stop] = []
    order = stops(root)
    at = order[0] if order else None
    if at is not None:
        at.setFocus(Qt.FocusReason.TabFocusReason)
    while at is not None and root.isAncestorOf(at) and at not in [stop.widget for stop in found]:
        QApplication.processEvents()
        area = scrolled(at, root)
        holder = spot(area, root) if area else spot(at, root)
        found.append(
            Stop(at, settled(at, root, area), holder, not at.visibleRegion().isEmpty(), is_marked(at))
        )
        held = (
            Qt.KeyboardModifier.ControlModifier
            if isinstance(at, QTableView)
            else Qt.KeyboardModifier.NoModifier
        )
        QTest.keyClick(at, Qt.Key.Key_Tab, held)
        at = QApplication.focusWidget()
    return found


def is_marked(widget: QWidget) -> bool:
    """Does the eye see that it has the focus? It is painted with it and without it."""
    window = widget.window()
    around = spot(widget, window).adjusted(-6, -6, 6, 6)
    focused = window.grab(around).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    bare = window.grab(around).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return focused != bare


def passed_over(expected: list[QWidget], seen: list[Stop]) -> list[str]:
    """The stops that Tab never came to. Of a group of radio buttons it visits one; the arrows go to the others."""
    widgets = [stop.widget for stop in seen]
    groups = {widget.parentWidget() for widget in widgets if isinstance(widget, QRadioButton)}
    groups |= {group.parentWidget() for group in groups if group}
    missed = [widget for widget in expected if widget not in widgets]
    return [place(w) for w in missed if not (isinstance(w, QRadioButton) and in_one(w, groups))]


def in_one(widget: QWidget, groups: "set[QWidget | None]") -> bool:
    return any(group and group.isAncestorOf(widget) for group in groups)


def nameless(root: QWidget) -> list[str]:
    """The controls without a name."""
    return [place(widget) for widget in stops(root) if not spoken(widget).strip()]


def roleless(root: QWidget) -> list[str]:
    """The controls of which nobody hears what they are. What is only scrolled by keys is told by its name."""
    used = (widget for widget in stops(root) if type(widget) not in (QScrollArea, Pages))
    asked = ((widget, QAccessible.queryAccessibleInterface(widget)) for widget in used)
    return [place(widget) for widget, told in asked if not told or told.role() in NOTHING]


def spot(widget: QWidget, root: QWidget) -> QRect:
    """Where it lies in root."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def backwards(seen: list[Stop]) -> list[str]:
    """Where Tab went up, or left in one line, though it should go on as one reads."""
    return [
        f"{place(one.widget)} → {place(other.widget)}"
        for one, other in pairwise(seen)
        if (
            is_before(other.rect, one.rect)
            if one.holder == other.holder
            else is_before(other.holder, one.holder)
        )
    ]


def is_before(b: QRect, a: QRect) -> bool:
    """Would one read b before a: above it, or left of it in the same line?"""
    in_line = b.top() < a.center().y() < b.bottom() or a.top() < b.center().y() < a.bottom()
    return b.right() <= a.left() if in_line else b.bottom() <= a.top() + SLACK and b.left() <= a.right()


def scrolled(widget: QWidget, root: QWidget) -> QScrollArea | None:
    """The outermost area in root that scrolls it."""
    found: QScrollArea | None = None
    at = widget.parentWidget()
    while at is not None and at is not root:
        found = at if isinstance(at, QScrollArea) else found
        at = at.parentWidget()
    return found


def settled(widget: QWidget, root: QWidget, area: QScrollArea | None) -> QRect:
    """Where it lies in what is scrolled; in root, if nothing is."""
    return spot(widget, (area.widget() if area else None) or root)


def texts(root: QWidget) -> Iterator[Text]:
    """Every text that is seen, read out, or shown under the mouse."""
    for widget in widgets(root):
        where = place(widget)
        for text in (
            *shown(widget),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        ):
            if text.strip():
                yield Text(text, where)


def shown(widget: QWidget) -> Iterator[str]:
    """What is written on a widget; not what somebody has written into it."""
    match widget:
        case QLabel() | QAbstractButton():
            cut = "…" in widget.text() and widget.toolTip()  # then the tip has all of it
            yield widget.toolTip() if cut else widget.text()
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(i) for i in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(i) for i in range(widget.count()))
        case QListView() if widget.model():
            yield from (
                str(widget.model().index(row, 0).data() or "") for row in range(widget.model().rowCount())
            )
        case QTableView() if widget.model():
            model, across, down = widget.model(), Qt.Orientation.Horizontal, Qt.Orientation.Vertical
            yield from (str(model.headerData(column, across) or "") for column in range(model.columnCount()))
            yield from (str(model.headerData(row, down) or "") for row in range(model.rowCount()))
    for action in widget.actions():
        yield action.text()


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit into them. One that shortens itself with "…" has them in its tip."""
    return [
        f"{place(widget)}: {widget.width()}×{widget.height()}, needs {needs(widget)}"
        for widget in widgets(root)
        if isinstance(widget, QLabel | QAbstractButton) and does_not_fit(widget)
    ]


def sideways(root: QWidget) -> list[str]:
    """Pages that have to be scrolled to the side to be read."""
    pages = (widget for widget in widgets(root) if isinstance(widget, Scroll))
    return [
        f"{place(page)}: {page.horizontalScrollBar().maximum()} more than its width"
        for page in pages
        if page.horizontalScrollBar().maximum()
    ]


def does_not_fit(widget: "QLabel | QAbstractButton") -> bool:
    if not widget.text() or is_bare(widget) or "…" in widget.text() or widget.toolTip() == widget.text():
        return False
    width, height = needs(widget)
    is_narrow = width > widget.width() + SLACK and not tells_what_it_cuts(widget)
    return is_narrow or height > widget.height() + SLACK


def tells_what_it_cuts(widget: QWidget) -> bool:
    """A button of ours without room: its words end in an ellipsis as it is drawn, and all of them are its tip."""
    if not isinstance(widget, Button):
        return False
    widget.grab()
    return widget.drawn.endswith("…") and bool(widget.toolTip())


def is_bare(widget: QWidget) -> bool:
    """A button that shows its icon only; its text is for those who hear it."""
    return isinstance(widget, QToolButton) and (
        widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not widget.icon().isNull()
    )


def needs(widget: "QLabel | QAbstractButton") -> tuple[int, int]:
    """The width and height that its words take: a label that wraps has any width that its longest word fits into."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        metrics = widget.fontMetrics()
        longest = max(
            (metrics.horizontalAdvance(word) for word in re.split(r"\s+|(?<=-)", widget.text())), default=0
        )
        return longest, max(widget.heightForWidth(widget.width()), 0)
    hint = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
    return hint.width(), hint.height()
