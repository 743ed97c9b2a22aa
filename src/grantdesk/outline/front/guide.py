"""What to compare with the call notice before anything is handed in: section by section, once for all partners."""

from collections.abc import Iterator

from grantdesk.call.terms.node import AnyNode, Section
from grantdesk.outline.block import Block, Heading, Listing
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.fact.answer import plain
from grantdesk.outline.fact.label import listed
from grantdesk.words.phrase import Fact, phrase

MANY = 3  # so many times the confirmed questions are told by what they are not


def guide(dossier: Dossier, level: int) -> Iterator[Block]:
    """The questions that no public page confirms, under a heading of the level; nothing where all is confirmed."""
    items = tuple(item for section in dossier.form.call.sections for item in _unsure(dossier, section))
    if items:
        yield Heading(level, dossier.say(phrase("Check the call notice")))
        yield Listing(dossier.say(phrase("No public page confirms these questions or their limits")), items)


def _unsure(dossier: Dossier, section: Section) -> Iterator[str]:
    """A section with its unconfirmed questions, or with those that are not among them if they are fewer."""
    nodes, title = _nodes(dossier, section), dossier.pick(section.title)
    unsure = [dossier.label(node) for node in nodes if not node.confirmed]
    sure = [dossier.label(node) for node in nodes if node.confirmed]
    if unsure == [title]:
        yield title
    elif unsure:
        said: Fact = listed(unsure)
        if len(unsure) > 1 and not sure:
            said = phrase("everything that is asked")
        elif sure and len(unsure) > MANY * len(sure):
            said = phrase("everything that is asked, except: {labels}", labels=listed(sure))
        yield dossier.say(plain("{section}: {said}", section=title, said=said))


def _nodes(dossier: Dossier, section: Section) -> list[AnyNode]:
    """What is asked in a section, once however many partners are asked it."""
    found = {
        question.node.id: question.node
        for part, home in _parts(dossier, section)
        for question in dossier.printed(part, [each for each in part.entity.asked if each.section == home])
    }
    return list(found.values())


def _parts(dossier: Dossier, section: Section) -> Iterator[tuple[Part, str]]:
    """Whoever is asked a section; in that of the partners also each of them what is asked in their table."""
    partners, only = dossier.form.partners, dossier.edition.partner
    members = [part for key, part in dossier.members.items() if only in (None, key)]
    if section.owner == "partner":
        yield from ((part, section.id) for part in members)
    elif only is None:
        yield dossier.project, section.id
    if partners and dossier.form.home(partners.id) == section.id:
        yield from ((part, "") for part in members)
