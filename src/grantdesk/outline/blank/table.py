"""Tables with rows to write in; a row with long answers is asked once, to be copied."""

from collections.abc import Iterator, Sequence

from grantdesk.call.form import Asked, Entity
from grantdesk.call.terms.node import AnyNode, Essay, Indicators, Matrix, Number, Partners, TableNode, Total
from grantdesk.outline.blank.hand import Hand
from grantdesk.outline.block import Block, Column, Grid, Note
from grantdesk.outline.kind.cell import is_numeric, wish
from grantdesk.outline.kind.indicator import BASELINE, BASIS, TARGET
from grantdesk.words.phrase import Texts, phrase

ROWS, ACROSS = 6, 6
MANY = 6
"""Columns that can be filled in side by side."""


def is_narrow(node: TableNode | Partners, columns: Sequence[Asked]) -> bool:
    """Can the rows be filled in side by side?"""
    asked = [each for each in columns if not isinstance(each.node, Total)]
    long = any(isinstance(each.node, Essay) for each in asked)
    return isinstance(node, TableNode) and len(asked) <= MANY and not long


def table(hand: Hand, node: TableNode | Partners, entity: Entity) -> Iterator[Block]:
    """Empty rows with the columns above them."""
    label = hand.pick(node.label)
    asked = [each.node for each in columns(entity) if not isinstance(each.node, Total)]
    if help_ := hand.pick(node.help):
        yield Note(help_)
    heads = tuple(Column(_head(hand, each), wish(each), is_numeric(each)) for each in asked)
    yield Grid(label, heads, tuple(("",) * len(heads) for _ in range(ROWS)))


def columns(entity: Entity) -> list[Asked]:
    """What is asked in a row itself."""
    return [each for each in entity.asked if not each.section]


def matrix(hand: Hand, node: Matrix) -> Grid:
    """An empty matrix; the names of its rows and columns are written in too."""
    tables = hand.form.project
    down, across = tables.node(node.rows), tables.node(node.columns)
    head = Column(" / ".join(hand.pick(each.label) for each in (down, across) if each), 2.0)
    cells = tuple(("",) * (ACROSS + 1) for _ in range(ROWS))
    return Grid(
        _said(hand, node.label, node.unit), (head, *(Column("", 1.0, True) for _ in range(ACROSS))), cells
    )


def indicators(hand: Hand, node: Indicators) -> Grid:
    """The indicators of the call with room for their numbers."""
    known = {each.id: each for each in hand.form.call.indicators}
    numbers = [*([BASELINE] if node.baseline else []), TARGET]
    heads = (
        Column(hand.say(phrase("Indicator")), 3.0),
        Column(hand.say(phrase("Unit")), 1.2),
        *(Column(hand.say(each), 1.0, True) for each in numbers),
        Column(hand.say(BASIS), 2.0),
    )
    rows = ((hand.pick(known[key].label), hand.pick(known[key].unit)) for key in node.indicators)
    empty = ("",) * (len(numbers) + 1)
    return Grid(hand.pick(node.label), heads, tuple((*row, *empty) for row in rows), row_heads=1)


def _head(hand: Hand, node: AnyNode) -> str:
    return _said(hand, node.label, node.unit if isinstance(node, Number) else None)


def _said(hand: Hand, label: Texts, unit: Texts | None) -> str:
    return f"{hand.pick(label)} ({hand.pick(unit)})" if unit else hand.pick(label)
