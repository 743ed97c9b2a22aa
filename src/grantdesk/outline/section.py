"""The sections of the project or of a partner's part: a heading each, and its questions in the call's order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from grantdesk.call.terms.node import Indicators, Matrix, Partners, Section, TableNode, Total
from grantdesk.outline.block import Block, Grid, Heading, Note
from grantdesk.outline.chart.gantt import gantt
from grantdesk.outline.dossier import Dossier, Part, Question
from grantdesk.outline.kind.entry import entry
from grantdesk.outline.kind.indicator import indicators
from grantdesk.outline.kind.matrix import matrix
from grantdesk.outline.kind.table import as_grid, is_wide, named, row_by_row, table
from grantdesk.outline.money.anchor import Anchors, anchors, owner
from grantdesk.outline.money.cost import costs
from grantdesk.outline.money.plan import plan

TABULAR = (TableNode, Partners, Matrix, Indicators)
COUNTS = "1"  # the number of a heading that counts; which one it is follows when all headings are there


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part that is being laid out; its sections have headings of `level`."""

    dossier: Dossier
    part: Part
    level: int
    anchors: Anchors


def chapter(dossier: Dossier, part: Part, level: int) -> Chapter:
    """The project or a partner's part, to be laid out with section headings of the level."""
    return Chapter(dossier, part, level, anchors(dossier, part))


def laid(chapter: Chapter, sections: Iterable[Section]) -> Iterator[Block]:
    """Sections with their headings. One that has nothing to say is left out."""
    for section in sections:
        blocks = list(body(chapter, section.id))
        if blocks and (chapter.dossier.edition.empty or not all(isinstance(b, Note) for b in blocks)):
            title, begins = chapter.dossier.pick(section.title), (section.id, *chapter.part.path[1:])
            yield Heading(chapter.level, title, COUNTS, section=begins)
            yield from blocks


def body(chapter: Chapter, section: str) -> Iterator[Block]:
    """What is asked in a section; "" for the columns of the table of partners.

    Where a table is laid out row by row, each of its rows has a heading, and what comes after it would seem to belong
    to the last row. So in such a section short and long answers come first, and then every table has its heading.
    """
    dossier, part = chapter.dossier, chapter.part
    questions = dossier.printed(part, [each for each in part.entity.asked if each.section == section])
    if not any(_has_headings(dossier, question) for question in questions):
        for question in questions:
            yield from _blocks(chapter, question)
        return
    for question in questions:
        if not isinstance(question.node, TABULAR):
            yield from _blocks(chapter, question)
    for question in questions:
        if isinstance(question.node, TABULAR):
            yield from _under_heading(chapter, question)


def _has_headings(dossier: Dossier, question: Question) -> bool:
    """Will each row of the table have a heading?"""
    node = question.node
    return isinstance(node, TableNode) and is_wide(dossier, node) and bool(dossier.rows(question))


def _under_heading(chapter: Chapter, question: Question) -> Iterator[Block]:
    """A table under a heading of its own, which its caption need not repeat."""
    said = chapter.dossier.label(question.node)
    yield Heading(chapter.level + 1, said, COUNTS, question.at)
    for block in _blocks(chapter, question):
        yield replace(block, caption="") if isinstance(block, Grid) and block.caption == said else block


def _blocks(chapter: Chapter, question: Question) -> Iterator[Block]:
    """The blocks of a question."""
    dossier, node = chapter.dossier, question.node
    match node:
        case TableNode() | Partners():
            yield from _table(chapter, question, node)
        case Matrix():
            yield from matrix(dossier, question, node)
        case Indicators():
            yield from indicators(dossier, question, node)
        case Total():
            yield from _total(chapter, question, node)
        case _:
            yield from entry(dossier, question)


def _table(chapter: Chapter, question: Question, node: TableNode | Partners) -> Iterator[Block]:
    """A table, with its chart if it is that of the work packages."""
    dossier = chapter.dossier
    laid = table(dossier, question, node)
    wide = is_wide(dossier, node)
    if isinstance(node, Partners) or not wide:
        yield from as_grid(named(laid) if wide else laid)
    if question.at == (dossier.form.call.parts.packages,):
        yield from gantt(dossier, dossier.rows(question), laid.names)
    if isinstance(node, TableNode) and wide:
        yield from row_by_row(laid, chapter.level + 2)


def _total(chapter: Chapter, question: Question, node: Total) -> Iterator[Block]:
    """A total: the table that has it, the first time; nothing when a table has said it; otherwise an entry."""
    anchors, own = chapter.anchors, node.of == owner(chapter.dossier, chapter.part)
    if node.id == anchors.costs:
        yield from costs(chapter.dossier, chapter.part)
    elif node.id == anchors.plan:
        yield from plan(chapter.dossier, chapter.part)
    elif not own or node.figure not in anchors.told:
        yield from entry(chapter.dossier, question)
