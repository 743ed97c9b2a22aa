"""A call proved on samples: answers that its author wrote, and exactly what the rules must find in them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from grantdesk.call.entry import Misfit, entered
from grantdesk.call.expr import UNKNOWN, Program
from grantdesk.call.fault import Fault
from grantdesk.call.form import Entity, Form
from grantdesk.call.ready import Ready
from grantdesk.call.terms.rule import Required, RequiresAttachment
from grantdesk.model.path import dotted
from grantdesk.rules.check import Checker, Report
from grantdesk.rules.finding import Finding
from grantdesk.words.phrase import Phrase, phrase

Tree = Mapping[str, Any]
PROJECT = "–"
"""How the place of the whole project is told."""


class Expected(NamedTuple):
    """A finding that a sample expects: the id of the rule, the dotted place, the severity or "" for any."""

    rule: str
    path: str
    severity: str = ""


def samples_proved(form: Form, samples: Mapping[str, Any]) -> list[Fault]:
    """What is otherwise than the samples say: {name: {"answers": …, "expect": [{"rule", "path", "severity"}]}}.

    The answers are as `entered` reads them. The findings are compared exactly: none may be missing, none more.
    """
    return [fault for name, sample in samples.items() for fault in _proved(form, f"samples.{name}", sample)]


def unproved(form: Form, samples: Mapping[str, Any]) -> list[Fault]:
    """Remarks: the rules that no sample shows failing, and those that no sample shows holding."""
    failed, held = set[str](), set[str]()
    for sample in samples.values():
        if (report := _report(form, sample)) is not None:
            failed |= {finding.rule for finding in report.findings}
            held |= set(_held(form, report))
    found: list[Fault] = []
    for rule in form.call.rules:
        if rule.id not in failed:
            found.append(Fault(f"rules.{rule.id}", phrase("No sample shows the rule failing.")))
        if rule.id not in held:
            found.append(Fault(f"rules.{rule.id}", phrase("No sample shows the rule holding.")))
    return found


def _proved(form: Form, place: str, sample: Any) -> Iterator[Fault]:
    expected = _expected(sample)
    if expected is None:
        said = phrase("A sample has “answers” and “expect”: a list of findings, each with “rule” and “path”.")
        yield Fault(place, said)
        return
    try:
        answers = entered(form, sample["answers"]).answers
    except Misfit as misfit:
        yield from (Fault(f"{place}.answers.{fault.place}", fault.phrase) for fault in misfit.faults)
        return
    yield from _compared(place, expected, Checker(form).report(answers).findings)


def _expected(sample: Any) -> list[Expected] | None:
    """The findings that a sample expects; None if it is not written as a sample is."""
    if not isinstance(sample, dict) or sample.keys() != {"answers", "expect"}:
        return None
    if not isinstance(sample["answers"], dict) or not isinstance(sample["expect"], list):
        return None
    fields = set(Expected._fields)
    for entry in sample["expect"]:
        if not isinstance(entry, dict) or not {"rule", "path"} <= entry.keys() <= fields:
            return None
        if not all(isinstance(value, str) for value in entry.values()):
            return None
    return [Expected(**entry) for entry in sample["expect"]]


def _compared(place: str, expected: list[Expected], findings: tuple[Finding, ...]) -> Iterator[Fault]:
    left = list(findings)
    for wanted in expected:
        found = next((finding for finding in left if _is(finding, wanted)), None)
        if found is None:
            said = phrase(
                "“{rule}” is expected at {path} and was not found.",
                rule=wanted.rule,
                path=wanted.path or PROJECT,
            )
            yield Fault(place, said)
        else:
            left.remove(found)
    for finding in left:
        yield Fault(place, _more(finding))


def _is(finding: Finding, wanted: Expected) -> bool:
    here = (finding.rule, dotted(finding.path)) == (wanted.rule, wanted.path)
    return here and wanted.severity in ("", finding.severity)


def _more(finding: Finding) -> Phrase:
    return phrase(
        "“{rule}” was found at {path} and is not expected: {finding}",
        rule=finding.rule,
        path=dotted(finding.path) or PROJECT,
        finding=finding.phrase,
    )


def _report(form: Form, sample: Any) -> Report | None:
    """What follows from a sample; None if it is none."""
    try:
        return (
            Checker(form).report(entered(form, sample["answers"]).answers)
            if _expected(sample) is not None
            else None
        )
    except Misfit:
        return None


def _held(form: Form, report: Report) -> Iterator[str]:
    """The rules that hold somewhere in a report, where they are asked and everything they need is answered."""
    failed = Counter((finding.rule, finding.path) for finding in report.findings)
    for entity in form.scopes().values():
        for path, this in _entities(report.asked, entity.scope):
            for ready in entity.rules:
                here = (*path, ready.at) if ready.at else path
                if not failed[ready.rule.id, here] and _is_judged(entity, ready, report.asked, this):
                    yield ready.rule.id


def _entities(project: Tree, scope: str) -> list[tuple[tuple[str, ...], Tree | None]]:
    """The rows or parts of a scope with their places; for the project itself, one without a row."""
    if not scope:
        return [((), None)]
    found: list[tuple[tuple[str, ...], Tree]] = [((), project)]
    for name in scope.split("."):
        found = [((*path, name, key), row) for path, tree in found for key, row in tree.get(name, {}).items()]
    return [(path, row) for path, row in found]


def _is_judged(entity: Entity, ready: Ready, project: Tree, this: Tree | None) -> bool:
    """Is the rule asked here, and is everything there that it reads?"""
    conditions = [program for asked in entity.asked if asked.id == ready.at for program in asked.visible]
    conditions += [ready.when] if ready.when else []
    if not all(program(project, this) is True for program in conditions):
        return False
    if isinstance(ready.rule, Required | RequiresAttachment):
        return True
    return all(program(project, this) is not UNKNOWN for program in _flat(ready))


def _flat(ready: Ready) -> Iterator[Program]:
    for value in ready.operands.values():
        yield from value if isinstance(value, tuple) else (value,)
