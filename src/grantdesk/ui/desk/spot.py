"""A page of the window: a section of the call, common or in a partner's part; and where on it an answer is asked."""

from dataclasses import dataclass

from grantdesk.model.path import Path
from grantdesk.session.session import Session


@dataclass(frozen=True, slots=True)
class Spot:
    """`partner` is the row id of the partner whose part the page is in; empty for what is common."""

    section: str
    partner: str = ""


CHECK = Spot("")
"""The last page: everything as it will be read, and what is still to be done."""


def spots(session: Session) -> list[Spot]:
    """The pages that are asked now, in their order: the common sections, each partner's part right after the section
    with the partners, and CHECK at the end."""
    form, progress = session.form, session.report.progress
    home = form.home(form.partners.id) if form.partners else ""
    found: list[Spot] = []
    for section in form.call.sections:
        if section.owner == "common" and section.id in progress.sections:
            found.append(Spot(section.id))
            if section.id == home:
                found += _parts(session)
    return [*found, CHECK]


def _parts(session: Session) -> list[Spot]:
    own = [section.id for section in session.form.call.sections if section.owner == "partner"]
    return [
        Spot(section, partner)
        for partner, tallies in session.report.progress.partners.items()
        for section in own
        if section in tallies
    ]


def numbered(session: Session, page: Spot) -> tuple[int, int]:
    """The number of a page among those of its part, and how many they are: (3, 13), or (2, 8) in a partner's part.

    (0, n) for a page that is not asked now.
    """
    own = [each for each in spots(session) if each.partner == page.partner and each != CHECK]
    return own.index(page) + 1 if page in own else 0, len(own)


def spot(session: Session, path: Path) -> Spot:
    """The page on which a place in the answers is asked; CHECK for what is asked on none."""
    partner, section = session.form.located(path)
    home = session.form.home(path[0]) if path else ""
    return Spot(section, "" if section == home else partner) if section else CHECK


def start_of_part(session: Session, partner: str) -> Path:
    """The place where one begins in a partner's part: its first question; the partner itself, if nothing is asked."""
    node = session.form.partners
    place = (node.id, partner) if node else ()
    first = next((page for page in spots(session) if page.partner == partner and partner), None)
    if node is None or first is None:
        return place
    asked = session.form.project.tables[node.id].asked
    return next(((*place, each.id) for each in asked if each.section == first.section), place)


def field(session: Session, path: Path) -> Path:
    """The place of the question on a page that a place in the answers belongs to: of a cell, that of its table."""
    return path[:3] if spot(session, path).partner else path[:1]
