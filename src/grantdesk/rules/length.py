"""How long an application is as printed, beside what its call allows. Nothing is printed here: whoever prints tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from grantdesk.call.form import Entity, Form
from grantdesk.model.path import ROOT, Path
from grantdesk.rules.check import Report
from grantdesk.rules.finding import Finding
from grantdesk.rules.progress import Progress, with_found
from grantdesk.words.phrase import Fact, Texts

KIND = "pages"


@dataclass(frozen=True, slots=True)
class Length:
    """The pages of the whole, and those that each section reaches: by its id and, in a partner's part, the row id of
    the partner."""

    pages: int
    sections: Mapping[Path, int] = field(default_factory=dict)


def is_limited(form: Form) -> bool:
    """Does the call limit the pages of anything?"""
    return form.call.pages is not None or any(section.pages for section in form.call.sections)


def with_length(report: Report, form: Form, length: Length) -> Report:
    """The report with what is too long as printed."""
    found = tuple(overlong(form, length))
    if not found:
        return report
    placed = [(*form.located(finding.path), finding) for finding in found]
    progress = report.progress
    own = [(section, finding) for partner, section, finding in placed if not partner]
    partners = {
        key: with_found(tallies, [(section, each) for partner, section, each in placed if partner == key])
        for key, tallies in progress.partners.items()
    }
    return replace(
        report,
        findings=(*report.findings, *found),
        progress=Progress(with_found(progress.sections, own), partners),
    )


def overlong(form: Form, length: Length) -> Iterator[Finding]:
    """What is longer than the call allows: the whole, then section by section in the order of the pages."""
    call = form.call
    if call.pages is not None and length.pages > call.pages:
        yield _finding(ROOT, call.title, length.pages, call.pages)
    for at, pages in length.sections.items():
        section = form.sections.get(at[0])
        if section is not None and section.pages is not None and pages > section.pages:
            found = _finding(_first(form, at), section.title, pages, section.pages)
            yield replace(found, source=section.source)


def _finding(path: Path, label: Texts, pages: int, most: int) -> Finding:
    facts: dict[str, Fact] = {"label": label, "count": pages, "most": most, "over": pages - most}
    return Finding(KIND, path, "error", facts, kind="pages_many")


def _first(form: Form, at: Path) -> Path:
    """The place of the first question of a section."""
    section, *partner = at
    if not partner or form.partners is None:
        return (_question(form.project, section),)
    table = form.partners.id
    return (table, partner[0], _question(form.project.tables[table], section))


def _question(entity: Entity, section: str) -> str:
    return next(asked.id for asked in entity.asked if asked.section == section)
