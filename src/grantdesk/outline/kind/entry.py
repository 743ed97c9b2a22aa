"""Questions of one answer, or a few short ones, as blocks."""

from collections.abc import Iterator
from itertools import groupby

from grantdesk.call.terms.node import AnyNode, Attachment, Essay, Info, Several, Text, Total
from grantdesk.outline.block import Block, Entry, Listing, Note, Prose
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.fact.answer import NOTHING, items
from grantdesk.outline.kind.image import images
from grantdesk.rules.figure import Figure, Figures
from grantdesk.words.phrase import Cents, phrase


def entry(dossier: Dossier, question: Question) -> Iterator[Block]:
    """The question with its answer, or with what stands in place of one."""
    node, label = question.node, dossier.pick(question.node.label)
    if isinstance(node, Info):
        yield Note("\n".join(filter(None, (label, dossier.pick(node.help)))), at=question.at)
    elif isinstance(node, Total):
        yield total(dossier, question, node)
    elif question.answer is None:
        yield unanswered(dossier, question)
    elif isinstance(node, Essay):
        text = dossier.said(node, question.answer)
        yield Prose(label, paragraphs(text), question.at, foreign(dossier, node))
    elif isinstance(node, Several | Attachment):
        yield listing(dossier, question, node)
        if isinstance(node, Attachment):
            yield from images(dossier, question)
    else:
        text = dossier.said(node, question.answer)
        yield Entry(label, text, question.at, foreign(dossier, node))


def unanswered(dossier: Dossier, question: Question) -> Entry | Prose:
    """A question without an answer."""
    label, text = dossier.pick(question.node.label), dossier.not_answered(question.needed)
    if isinstance(question.node, Essay):
        return Prose(label, (text,), question.at, answered=False)
    return Entry(label, text, question.at, answered=False)


def listing(dossier: Dossier, question: Question, node: Several | Attachment) -> Entry | Listing:
    """Several choices or files; a single one is an entry."""
    found = items(dossier.form.call, node, question.answer, dossier.names.of)
    label, texts = dossier.pick(node.label), tuple(dossier.say(each) or NOTHING for each in found)
    if len(texts) == 1:
        return Entry(label, texts[0], question.at)
    return Listing(label, texts, question.at)


def paragraphs(text: str) -> tuple[str, ...]:
    """A long answer in the parts that empty lines set apart; single line breaks stay, so that a list stays one."""
    lines = groupby(text.split("\n"), key=lambda line: bool(line.strip()))
    return tuple("\n".join(group) for filled, group in lines if filled) or (text,)


def foreign(dossier: Dossier, node: AnyNode) -> str:
    """The language that an answer is asked in, if it is not the outline's."""
    language = node.language if isinstance(node, Text | Essay) else ""
    return "" if language == dossier.language.code else language


def total(dossier: Dossier, question: Question, node: Total) -> Entry:
    """A figure that is worked out, and whether it is settled."""
    label = dossier.pick(node.label)
    figure = figures(dossier, question, node).amounts.get(node.figure)
    if figure is None:
        return Entry(label, dossier.not_answered(False), question.at, answered=False)
    return Entry(label, amount(dossier, figure), question.at)


def figures(dossier: Dossier, question: Question, node: Total) -> Figures:
    """Whose figures a total is of."""
    return dossier.report.figures if node.of == "project" else question.part.figures


def amount(dossier: Dossier, figure: Figure) -> str:
    """A figure in full: "12 400 €", or "12 400 € so far"."""
    said = Cents(figure.cents)
    return dossier.say(said if figure.settled else phrase("{amount} so far", amount=said))
