"""Does a block begin with the titles of its columns, which people copy along with their numbers?"""

from grantdesk.call.terms.node import Date, Money, Number, Rate
from grantdesk.ui.editors.grid.sheet.clipboard import Block
from grantdesk.ui.editors.grid.sheet.paste import NEW
from grantdesk.ui.editors.grid.sheet.sheet import Sheet
from grantdesk.words.typed import line

MEASURED = (Money, Number, Rate, Date)
"""What is written in figures; a title is not."""
ENOUGH = 2
"""Figures below words: with fewer a word may be a slip."""


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


def _is_figure(sheet: Sheet, key: str, column: int, text: str) -> bool:
    return any(map(str.isdigit, text)) or sheet.read(key, column, text).trouble is None
