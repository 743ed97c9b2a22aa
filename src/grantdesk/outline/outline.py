"""An application put in order for a reader: title, what it is in brief, section by section, signatures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from grantdesk.call.form import Form
from grantdesk.model.tree import Answers
from grantdesk.outline.block import Block, Heading, Outline
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.edition import Edition
from grantdesk.outline.front.brief import brief
from grantdesk.outline.front.finding import findings
from grantdesk.outline.front.guide import guide
from grantdesk.outline.front.title import titled
from grantdesk.outline.member import member, members, rest
from grantdesk.outline.section import chapter, laid
from grantdesk.outline.signature import signatures
from grantdesk.rules.check import Report
from grantdesk.words.language import Language
from grantdesk.words.phrase import Fact, phrase

TOP = 2  # the level of sections; the title has the first


def outlined(form: Form, answers: Answers, report: Report, language: Language, edition: Edition) -> Outline:
    """The outline of an application. `report` is the report on the same answers; hidden answers are left out.

    Any tree of answers gives one: what has a form that does not belong is shown as it was given. KeyError if the
    edition names a partner who is not there.
    """
    dossier = Dossier(form, answers, report, language, edition)
    title, lang = titled(dossier)
    blocks = [Heading(1, title), *_numbered(list(_body(dossier)))]
    return Outline(
        title,
        dossier.applicant if edition.partner is None else dossier.say(dossier.partner(edition.partner).full),
        dossier.pick(form.call.title),
        language.code,
        edition.identity,
        edition.saved,
        tuple(blocks),
        language.say(phrase("DRAFT")) if _is_draft(report, edition) else "",
        lang,
        " · ".join(map(dossier.say, _about(dossier))),
    )


def _about(dossier: Dossier) -> Iterator[Fact]:
    """What of the application this is, where it is not all of it."""
    edition = dossier.edition
    if edition.partner is not None:
        yield dossier.partner(edition.partner).headed
    if edition.only == "public":
        yield phrase("What is published of the application")
    elif edition.only == "all" and not edition.empty:
        yield phrase("Without optional parts that have no answer")


def _is_draft(report: Report, edition: Edition) -> bool:
    """What is published or lists findings is as it is; the rest is a draft while there are errors."""
    return edition.draft or (edition.only == "all" and bool(report.count("error")))


def _body(dossier: Dossier) -> Iterator[Block]:
    """What stands below the title, as the edition wants it."""
    if dossier.edition.only == "findings":
        yield from brief(dossier, TOP)
        yield from findings(dossier, TOP)
        return
    if dossier.edition.only == "all":
        yield from _front(dossier)
    yield from _whole(dossier)
    if dossier.edition.only == "all":
        yield from signatures(dossier, TOP)


def _front(dossier: Dossier) -> Iterator[Block]:
    yield from brief(dossier, TOP)
    if dossier.edition.findings == "front":
        yield from findings(dossier, TOP)
    if dossier.edition.guidance:
        yield from guide(dossier, TOP)


def _whole(dossier: Dossier) -> Iterator[Block]:
    """The sections in the call's order; the partners' parts stand where the call has its partner sections."""
    if dossier.edition.partner is not None:
        yield from member(dossier, dossier.edition.partner, TOP)
        return
    project = chapter(dossier, dossier.project, TOP)
    told = False
    for section in dossier.form.call.sections:
        if section.owner == "common":
            yield from laid(project, [section])
        elif not told:
            told = True
            yield from members(dossier, TOP)
    if dossier.edition.only == "all":
        yield from rest(project)


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the numbers of the headings that count: 1, 1.1, 1.1.1."""
    counts = {TOP: 0}
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            counts = {level: n for level, n in counts.items() if level <= block.level}
            counts[block.level] = counts.get(block.level, 0) + 1
            block = replace(
                block, number=".".join(str(counts.get(level, 0)) for level in range(TOP, block.level + 1))
            )
        yield block
