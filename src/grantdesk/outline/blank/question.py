"""One question with room for an answer by hand."""

from collections.abc import Iterator

from grantdesk.call.form import Asked, Entity
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Essay,
    Indicators,
    Info,
    Limit,
    Matrix,
    Partners,
    Several,
    TableNode,
    Total,
    YesNo,
)
from grantdesk.outline.blank.hand import Hand
from grantdesk.outline.blank.table import indicators, matrix, table
from grantdesk.outline.block import Blank, Block, Note
from grantdesk.words.phrase import Phrase, phrase

LINE = 85
"""Characters that somebody writes by hand on a line."""
LEAST, MOST = 3, 14
"""Lines of a long answer; who needs more goes on on a sheet of paper."""
MANY = 25
"""Options that are worth the paper; of a longer list the answer is written."""
WORDS = 8
"""Characters of a word, with its space."""


def question(hand: Hand, asked: Asked, rows: Entity | None = None) -> Iterator[Block]:
    """A question as blocks; what is worked out is not asked. `rows` are those of a table."""
    node = asked.node
    match node:
        case Total():
            return
        case Info():
            yield Note("\n".join(filter(None, (hand.pick(node.label), hand.pick(node.help)))))
        case TableNode() | Partners():
            yield from table(hand, node, rows) if rows else ()
        case Matrix():
            yield matrix(hand, node)
        case Indicators():
            yield indicators(hand, node)
        case _:
            options = tuple(_options(hand, node))
            yield Blank(hand.pick(node.label), _help(hand, asked), _lines(node, bool(options)), options)


def _help(hand: Hand, asked: Asked) -> str:
    """The help of the call, and below it what else must be known without a program that checks."""
    node, told = asked.node, []
    if asked.visible:
        told.append(hand.say(phrase("Answer only if this concerns you.")))
    if isinstance(node, Essay):
        told.append(hand.say(_limit(node.limit)))
        if _needed(node.limit) > MOST:
            told.append(hand.say(phrase("If the lines are not enough, continue on a separate sheet.")))
    return "\n".join(filter(None, (hand.pick(node.help), " ".join(told))))


def _limit(limit: Limit) -> Phrase:
    if limit.counting == "words":
        return phrase("At most {most} words.", most=limit.most)
    return phrase("At most {most} characters.", most=limit.most)


def _needed(limit: Limit) -> int:
    """Lines of the longest answer."""
    return -(-limit.most * (WORDS if limit.counting == "words" else 1) // LINE)


def _lines(node: AnyNode, has_options: bool) -> int:
    """How many lines an answer needs; what is ticked needs none."""
    if isinstance(node, Essay):
        return max(LEAST, min(MOST, _needed(node.limit)))
    return 0 if has_options else 1 + isinstance(node, Several)


def _options(hand: Hand, node: AnyNode) -> Iterator[str]:
    """What is ticked."""
    match node:
        case YesNo():
            yield from (hand.language.yes_no(True), hand.language.yes_no(False))
        case Attachment():
            yield hand.say(phrase("Attached"))
        case Choice(options=str(name)) | Several(options=str(name)):
            options = hand.form.call.lists[name].options
            if len(options) <= MANY:
                yield from (hand.pick(option.label) for option in options)
        case _:
            return
