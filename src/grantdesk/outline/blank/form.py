"""A call as a form on paper, section by section, with a partner's pages once, and places to sign."""

from collections.abc import Iterator
from dataclasses import replace

from grantdesk.call.form import Asked, Entity, Form
from grantdesk.call.terms.node import Partners, Section, TableNode
from grantdesk.outline.blank.hand import Hand
from grantdesk.outline.blank.question import question
from grantdesk.outline.blank.table import columns, is_narrow
from grantdesk.outline.block import Block, Heading, Note, Outline, Signature
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

TOP = 2
PARTNER = phrase("Details of each partner")


def blank(form: Form, language: Language) -> Outline:
    """The form on paper. It is dated by the day on which the call was compared with its notice."""
    hand, call = Hand(form, language), form.call
    title = hand.pick(call.title)
    blocks = (Heading(1, title), *_counted(_body(hand)))
    identity, day = f"{call.id} {call.version}", str(call.notice.checked)
    return Outline(title, "", hand.pick(call.programme), language.code, identity, day, blocks)


def _body(hand: Hand) -> Iterator[Block]:
    call, told = hand.form.call, False
    if call.closes:
        yield Note(hand.say(phrase("Closes {closes}.", closes=call.closes.when())))
    if needs := hand.pick(call.needs):
        yield Note(f"{hand.say(phrase('What you need at hand'))}\n{needs}")
    for section in call.sections:
        if section.owner == "common":
            yield from _section(hand, section, hand.form.project, TOP)
        elif hand.form.partners and not told:
            told = True
            yield from _partner(hand, hand.form.partners)
    yield from _signatures(hand)


def _partner(hand: Hand, node: Partners) -> Iterator[Block]:
    """What is asked of each partner, once."""
    yield Heading(TOP, hand.say(PARTNER), "1")
    yield Note(hand.say(phrase("Copy these pages and fill them in for each partner.")))
    entity = hand.form.project.tables[node.id]
    for each in columns(entity):
        yield from question(hand, each)
    for section in hand.form.call.sections:
        if section.owner == "partner":
            yield from _section(hand, section, entity, TOP + 1)


def _section(hand: Hand, section: Section, entity: Entity, level: int) -> Iterator[Block]:
    yield Heading(level, hand.pick(section.title), "1")
    if help_ := hand.pick(section.help):
        yield Note(help_)
    for each in entity.asked:
        if each.section == section.id:
            yield from _asked(hand, each, entity, level)


def _asked(hand: Hand, asked: Asked, entity: Entity, level: int) -> Iterator[Block]:
    """A question; the partners are asked on pages of their own, and wide rows one by one."""
    node = asked.node
    if isinstance(node, Partners):
        yield Note(hand.say(phrase("Each partner fills in the part “{part}”.", part=hand.say(PARTNER))))
        return
    if isinstance(node, TableNode) and not is_narrow(node, columns(entity.tables[node.id])):
        yield Heading(level + 1, hand.pick(node.label), "1")
        yield Note(hand.say(phrase("Copy this part and fill it in for each row.")))
        for each in columns(entity.tables[node.id]):
            yield from question(hand, each)
    else:
        yield from question(hand, asked, entity.tables.get(node.id))


def _signatures(hand: Hand) -> Iterator[Block]:
    if not hand.form.call.signatures:
        return
    yield Heading(TOP, hand.say(phrase("Signatures")), "1")
    for signing in hand.form.call.signatures:
        each = hand.say(phrase("Each partner") if signing.owner == "partner" else phrase("Applicant"))
        yield Signature(each, hand.pick(signing.role), "", hand.pick(signing.promise))


def _counted(blocks: Iterator[Block]) -> Iterator[Block]:
    """The headings with their numbers: 1, 1.1."""
    counts: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            depth = block.level - TOP + 1
            counts = [*counts, *[0] * depth][:depth]
            counts[-1] += 1
            block = replace(block, number=".".join(map(str, counts)))
        yield block
