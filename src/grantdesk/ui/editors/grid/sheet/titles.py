"""Does a block begin with titles of its columns, or end with their sums? People copy both along with their numbers."""

from collections.abc import Sequence

from grantdesk.call.terms.node import AnyNode, Date, Money, Number, Rate
from grantdesk.rules.value import whole
from grantdesk.ui.editors.grid.sheet.clipboard import Block
from grantdesk.ui.editors.grid.sheet.paste import NEW
from grantdesk.ui.editors.grid.sheet.sheet import Sheet
from grantdesk.words.typed import line

MEASURED = (Money, Number, Rate, Date)
"""What is written in figures; a title is not."""
ENOUGH = 2
"""Figures below words: with fewer a word may be a slip."""
SUMS = frozenset({"yhteensä", "summa", "totalt", "sammanlagt", "total", "in total", "sum"})
"""What people write beside their sums."""


def has_titles(sheet: Sheet, block: Block, row: int, column: int) -> bool:
    """The first row says what the columns are called here, or has words where all others have figures."""
    keys = sheet.keys()
    if len(block) < 2 or (row >= len(keys) and not sheet.growing):
        return False
    key = keys[row] if row < len(keys) else NEW
    titles = [line(each.title).casefold() for each in sheet.columns()[column : column + len(block[0])]]
    if [line(text).casefold() for text in block[0]] == titles:
        return True
    measured = [
        at
        for at, text in enumerate(block[0])
        if column + at < len(sheet.columns())
        and isinstance(sheet.node(key, column + at), MEASURED)
        and text.strip()
    ]
    below = [
        (at, texts[at]) for texts in block[1:] for at in measured if at < len(texts) and texts[at].strip()
    ]
    return (
        len(below) >= ENOUGH
        and not any(_is_figure(sheet, key, column + at, block[0][at]) for at in measured)
        and all(_is_figure(sheet, key, column + at, text) for at, text in below)
    )


def has_sums(sheet: Sheet, block: Block, column: int) -> bool:
    """The last row is called a sum, and has the sum of the others in a column of figures."""
    if len(block) <= ENOUGH or not sheet.growing:
        return False
    *others, last = block
    asked = {at: node for at in range(len(last)) if (node := _node(sheet, column + at)) is not None}
    figures = [at for at, node in asked.items() if isinstance(node, MEASURED)]
    words = {line(last[at]).casefold().rstrip(":") for at in asked if at not in figures} - {""}
    return (
        len(words) == 1 and words <= SUMS and any(_adds_up(sheet, column, at, others, last) for at in figures)
    )


def _node(sheet: Sheet, column: int) -> AnyNode | None:
    return sheet.node(NEW, column) if column < len(sheet.columns()) else None


def _adds_up(sheet: Sheet, column: int, at: int, others: Block, last: Sequence[str]) -> bool:
    texts = [*(texts[at] for texts in others if at < len(texts)), last[at]]
    *parts, total = (whole(sheet.read(NEW, column + at, text).value) for text in texts)
    return total is not None and total == sum(part or 0 for part in parts)


def _is_figure(sheet: Sheet, key: str, column: int, text: str) -> bool:
    return any(map(str.isdigit, text)) or sheet.read(key, column, text).trouble is None
