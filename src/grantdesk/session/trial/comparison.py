"""Today beside a trial: amounts, partners' grants, and what the checks find."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grantdesk.call.form import Form
from grantdesk.call.terms.cost import SumLine
from grantdesk.outline.fact.name import Names
from grantdesk.rules.check import Report
from grantdesk.rules.figure import NOTHING, UNSETTLED, Figure, Figures
from grantdesk.rules.finding import Finding
from grantdesk.words.phrase import Fact


@dataclass(frozen=True, slots=True)
class Row:
    """An amount today and in the trial. `main`: it is what one wants to know first, the grant or the own share."""

    label: Fact
    before: Figure
    after: Figure
    main: bool = False

    @property
    def difference(self) -> int:
        """In cents."""
        return self.after.cents - self.before.cents

    @property
    def settled(self) -> bool:
        """Do both rest on answers that are all there?"""
        return self.before.settled and self.after.settled


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rows` are the project's amounts, `partners` what is applied for by each partner; `came` and `went` are the
    findings that appear and disappear in the trial, what is only missing last."""

    rows: tuple[Row, ...]
    partners: tuple[Row, ...]
    came: tuple[Finding, ...]
    went: tuple[Finding, ...]

    @property
    def differs(self) -> bool:
        """Does the trial change anything that is shown?"""
        both = (*self.rows, *self.partners)
        return bool(self.came or self.went) or any(row.before != row.after for row in both)


def compared(form: Form, today: Report, trial: Report, names: tuple[Names, Names]) -> Comparison:
    """Today beside a trial of the same call. `names` are the rows' names today and in the trial."""
    return Comparison(
        tuple(_project(form, today, trial)),
        tuple(_partners(form, today, trial, names)),
        _without(trial.findings, today.findings),
        _without(today.findings, trial.findings),
    )


def _project(form: Form, today: Report, trial: Report) -> Iterator[Row]:
    financing = form.call.financing
    if financing:
        for source in sorted(financing.sources, key=lambda s: (not s.applied, s.kind != "rest")):
            main = source.applied or source.kind == "rest"
            yield _row(source.label, source.id, today.figures, trial.figures, main)
    models = form.call.costs.models.values() if form.call.costs else ()
    known = {**today.figures.amounts, **trial.figures.amounts}
    told: set[str] = set()
    for line in (line for model in models for line in model.lines):
        if isinstance(line, SumLine) and line.shown and line.id in known and line.id not in told:
            told.add(line.id)
            yield _row(line.label, line.id, today.figures, trial.figures)


def _partners(form: Form, today: Report, trial: Report, names: tuple[Names, Names]) -> Iterator[Row]:
    applied = (
        [source.id for source in form.call.financing.sources if source.applied] if form.call.financing else []
    )
    now, then = (each.of(form.partners.id) if form.partners else {} for each in names)
    rows = {**now, **{key: name for key, name in then.items() if key not in now}}
    if len(rows) < 2:
        return
    for key, name in rows.items():
        before, after = today.partners.get(key), trial.partners.get(key)
        for source in applied:
            one, other = (NOTHING if there is None else _amount(there, source) for there in (before, after))
            yield Row(name.full, one, other)


def _row(label: Fact, name: str, before: Figures, after: Figures, main: bool = False) -> Row:
    return Row(label, _amount(before, name), _amount(after, name), main)


def _amount(figures: Figures, name: str) -> Figure:
    return figures.amounts.get(name, NOTHING if figures.amounts else UNSETTLED)


def _without(some: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that are not among the others: of the same rule at the same place."""
    known = Counter((finding.rule, finding.path, finding.kind) for finding in others)
    found = (f for f in some if not known[f.rule, f.path, f.kind])
    return tuple(sorted(found, key=lambda finding: finding.missing))
