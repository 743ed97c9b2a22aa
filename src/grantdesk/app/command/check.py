"""grantdesk check: findings, figures and progress of one file or many, for people and for programs."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, FINDINGS, code_of
from grantdesk.app.speech import language
from grantdesk.call.pack import digest
from grantdesk.model.path import dotted
from grantdesk.rules.check import Report
from grantdesk.rules.figure import Figures
from grantdesk.rules.finding import Finding
from grantdesk.rules.length import Length, is_limited, with_length
from grantdesk.session.application import Application, opened
from grantdesk.words.language import Language
from grantdesk.words.phrase import Fact, Phrase, Rate, counted, phrase
from grantdesk.words.trouble import Trouble

WORDS: Mapping[str, Phrase] = {
    "error": phrase("error"),
    "warning": phrase("warning"),
    "advice": phrase("advice"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking one file gave: data for programs, text for people, and the exit code."""

    data: Mapping[str, Any]
    text: str
    code: int


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@LANG
@click.option("--pages", is_flag=True, help="How many pages it takes when printed, section by section.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for a file, an array for several.")
def check(files: tuple[Path, ...], lang: str | None, pages: bool, as_json: bool) -> int:
    """Check applications: what is missing, wrong, or wants attention."""
    code = language(lang).code
    outcomes = list(_checked(files, code, pages))
    if as_json:
        data = [outcome.data for outcome in outcomes]
        click.echo(json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2))
    for outcome in outcomes:
        refused = "error" in outcome.data
        if refused or not as_json:
            click.echo(outcome.text, err=refused)
    return max(outcome.code for outcome in outcomes)


def _checked(files: tuple[Path, ...], code: str, pages: bool) -> Iterator[Outcome]:
    """One outcome a file, in order; many files are spread over the cores, with a bar where somebody watches."""
    if len(files) == 1:
        yield outcome(files[0], code, pages)
        return
    from concurrent.futures import ProcessPoolExecutor  # for start-up: one file needs none of it
    from multiprocessing import get_context

    workers = min(len(files), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        each = partial(outcome, code=code, pages=pages)
        results = pool.map(each, files, chunksize=max(1, len(files) // (8 * workers)))
        with click.progressbar(results, length=len(files), file=sys.stderr) as bar:
            yield from bar


def outcome(path: Path, code: str, pages: bool = False) -> Outcome:
    """What checking a file gives; a file that cannot be read is an outcome too. The application is measured on paper if
    its pages are asked for, or limited by the call."""
    lang = Language(code)
    try:
        file, application = opened(path)
        length = _length(application, lang) if pages or is_limited(application.form) else None
        if length is not None:
            lengthened = with_length(application.report, application.form, length)
            application = Application(application.grant, lengthened)
        report = application.report
    except Trouble as trouble:
        said = lang.say(trouble.phrase)
        return Outcome({"file": str(path), "error": said}, said, code_of(trouble))
    notices = [lang.say(notice) for notice in file.notices]
    return Outcome(
        {**as_data(path, application, lang), **(_pages(length) if length else {})},
        "\n".join([*notices, *as_text(path, application, lang), *_told(application, length, lang)]),
        FINDINGS if report.count("error") else DONE,
    )


def _length(application: Application, lang: Language) -> Length:
    from grantdesk.session.paper.printing import length  # for start-up: most calls limit no pages

    return length(application, lang)


def _pages(length: Length) -> dict[str, Any]:
    sections = [{"section": at[0], "partner": (*at, "")[1], "pages": n} for at, n in length.sections.items()]
    return {"pages": {"whole": length.pages, "sections": sections}}


def _told(application: Application, length: Length | None, lang: Language) -> Iterator[str]:
    """The pages for people: of the whole, then of each section; nothing if it was not measured."""
    if length is None:
        return
    form = application.form
    yield "  " + lang.say(counted("{n} page on paper", "{n} pages on paper", n=length.pages))
    from grantdesk.outline.fact.answer import plain  # for start-up
    from grantdesk.outline.fact.name import Names

    names = Names(form, application.report.asked)
    for at, n in length.sections.items():
        where: Fact = form.sections[at[0]].title
        if len(at) > 1 and form.partners:
            where = plain(
                "{partner}: {section}", partner=names.of(form.partners.id)[at[1]].full, section=where
            )
        yield "    " + lang.say(counted("{where}: {n} page", "{where}: {n} pages", n=n, where=where))


def as_data(path: Path, application: Application, lang: Language) -> dict[str, Any]:
    """The report for programs; amounts are integer cents."""
    report, call = application.report, application.form.call
    return {
        "file": str(path),
        "call": {"id": call.id, "version": call.version, "digest": digest(application.grant.call)},
        "application": application.grant.id,
        "revision": application.grant.revision,
        "summary": summary(report),
        "findings": [_finding(finding, application, lang) for finding in report.findings],
        "figures": {
            "project": figures(report.figures),
            "partners": {key: figures(partner) for key, partner in report.partners.items()},
        },
    }


def summary(report: Report) -> dict[str, int]:
    """Counts, and the progress in per cent of the answers that are asked for."""
    whole = report.progress.whole
    return {
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "advice": report.count("advice"),
        "progress": whole.share // 100,
        "answered": whole.answered,
        "asked": whole.asked,
    }


def _finding(finding: Finding, application: Application, lang: Language) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "path": dotted(finding.path),
        "place": _place(finding, application, lang),
        "message": lang.say(finding.phrase),
        "missing": finding.missing,
        "confirmed": is_confirmed(finding, application),
        "source": finding.source,
    }


def is_confirmed(finding: Finding, application: Application) -> bool:
    """Does the call rest on its notice here? If not, a person shall look into the notice first."""
    form = application.form
    if finding.kind == "pages_many":
        return True  # it rests on the section, or the call, not on the question it stands beside
    rule = next((rule for rule in form.call.rules if rule.id == finding.rule), None)
    if rule is not None:
        return rule.confirmed
    node = form.node(finding.path)
    return node is None or node.confirmed


def figures(figures: Figures) -> dict[str, Any]:
    """Figures by id in cents, the same by year, and whether they are settled."""
    names = figures.amounts
    return {
        **{name: figure.cents for name, figure in names.items()},
        "settled": bool(names) and figures.settled,
        "years": {y: {name: f.years.get(y, 0) for name, f in names.items()} for y in figures.years},
    }


def _place(finding: Finding, application: Application, lang: Language) -> str:
    from grantdesk.outline.place import place  # for start-up: a clean application needs none

    return lang.say(place(application.names, finding.path))


def as_text(path: Path, application: Application, lang: Language) -> Iterable[str]:
    """The report for people: what to do, by place, then the sums."""
    report = application.report
    yield f"{path}"
    here = None
    for finding in report.findings:
        place = _place(finding, application, lang)
        if place != here:
            yield f"  {place}"
            here = place
        yield f"    {lang.say(WORDS[finding.severity])}: {lang.say(finding.phrase)}"
        if not is_confirmed(finding, application):
            yield f"      {lang.say(phrase('Not confirmed in a public source: check the call notice.'))}"
        if finding.source:
            yield f"      {lang.say(phrase('Source: {source}', source=finding.source))}"
    yield "  " + lang.say(closing(report))


def closing(report: Report) -> Phrase:
    """The counts in a sentence."""
    return phrase(
        "{errors}, {warnings}, {advice}. {progress} of the required answers are there.",
        errors=counted("{n} error", "{n} errors", n=report.count("error")),
        warnings=counted("{n} warning", "{n} warnings", n=report.count("warning")),
        advice=counted("{n} piece of advice", "{n} pieces of advice", n=report.count("advice")),
        progress=Rate(report.progress.whole.share // 100 * 100),
    )
