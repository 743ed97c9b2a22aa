"""grantdesk check: findings, figures and progress of one file or many, for people and for programs."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from grantdesk.session.application import Application, opened
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, Rate, counted, phrase
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
@click.option("--json", "as_json", is_flag=True, help="One JSON object for a file, an array for several.")
def check(files: tuple[Path, ...], lang: str | None, as_json: bool) -> int:
    """Check applications: what is missing, wrong, or wants attention."""
    code = language(lang).code
    outcomes = list(_checked(files, code))
    if as_json:
        data = [outcome.data for outcome in outcomes]
        click.echo(json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2))
    for outcome in outcomes:
        refused = "error" in outcome.data
        if refused or not as_json:
            click.echo(outcome.text, err=refused)
    return max(outcome.code for outcome in outcomes)


def _checked(files: tuple[Path, ...], code: str) -> Iterator[Outcome]:
    """One outcome a file, in order; many files are spread over the cores, with a bar where somebody watches."""
    if len(files) == 1:
        yield outcome(files[0], code)
        return
    from concurrent.futures import ProcessPoolExecutor  # for start-up: one file needs none of it
    from multiprocessing import get_context

    workers = min(len(files), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        results = pool.map(outcome, files, [code] * len(files), chunksize=max(1, len(files) // (8 * workers)))
        with click.progressbar(results, length=len(files), file=sys.stderr) as bar:
            yield from bar


def outcome(path: Path, code: str) -> Outcome:
    """What checking a file gives; a file that cannot be read is an outcome too."""
    lang = Language(code)
    try:
        file, application = opened(path)
        report = application.report
    except Trouble as trouble:
        said = lang.say(trouble.phrase)
        return Outcome({"file": str(path), "error": said}, said, code_of(trouble))
    notices = [lang.say(notice) for notice in file.notices]
    return Outcome(
        as_data(path, application, lang),
        "\n".join([*notices, *as_text(path, application, lang)]),
        FINDINGS if report.count("error") else DONE,
    )


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

    return lang.say(place(application.form, application.answers, finding.path))


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
