"""The partners' parts: each under a heading of its own, with the sections that are asked of every partner."""

from collections.abc import Iterator

from grantdesk.outline.block import Block, Heading
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.kind.table import is_wide
from grantdesk.outline.money.cost import costs
from grantdesk.outline.money.plan import plan
from grantdesk.outline.section import COUNTS, Chapter, body, chapter, laid
from grantdesk.words.phrase import phrase


def members(dossier: Dossier, level: int) -> Iterator[Block]:
    """The parts of all partners, in the order of the rows, under a heading of the level; nothing without partners."""
    found = [block for key in dossier.members for block in _headed(dossier, key, level + 1)]
    if found:
        yield Heading(level, dossier.say(phrase("Details of each partner")), COUNTS)
        yield from found


def _headed(dossier: Dossier, key: str, level: int) -> Iterator[Block]:
    """One partner's part under a heading; where only what is public is laid out, none without anything public."""
    blocks = list(member(dossier, key, level + 1))
    if blocks or dossier.edition.only == "all":
        said = dossier.say(dossier.partner(key).headed)
        yield Heading(level, said, COUNTS, dossier.members[key].path)
        yield from blocks


def member(dossier: Dossier, key: str, level: int) -> Iterator[Block]:
    """One partner's part, with section headings of the level."""
    opened = chapter(dossier, dossier.members[key], level)
    if dossier.form.partners and is_wide(dossier, dossier.form.partners):
        yield from body(opened, "")
    yield from laid(opened, [s for s in dossier.form.call.sections if s.owner == "partner"])
    if dossier.edition.only == "all":
        yield from rest(opened)


def rest(chapter: Chapter) -> Iterator[Block]:
    """The tables of amounts that no total of the part has a place for, under a heading of their own."""
    dossier, anchors = chapter.dossier, chapter.anchors
    if anchors.costs_left or anchors.plan_left:
        yield Heading(chapter.level, dossier.say(phrase("Costs and financing")), COUNTS)
    if anchors.costs_left:
        yield from costs(dossier, chapter.part)
    if anchors.plan_left:
        yield from plan(dossier, chapter.part)
