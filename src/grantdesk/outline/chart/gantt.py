"""The work packages and milestones over the months of the project, with what they show in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from grantdesk.call.terms.call import Parts
from grantdesk.outline.block import Bar, Chart, Column, Gantt, Grid
from grantdesk.outline.chart.milestone import Milestone, milestones, month
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.fact.name import Name
from grantdesk.rules.date import is_day
from grantdesk.words.phrase import Phrase, counted, phrase

MOST = 240  # months; a longer span is a slip of the pen, which a drawing would not make plainer
BARS = 1000  # a longer drawing would be looked at by nobody; the tables say the same
TICKS = 8
STEPS = (1, 2, 3, 6, 12, 24, 36)


@dataclass(frozen=True, slots=True)
class Span:
    """From a first day to a last one, under a name; and the milestones between them."""

    name: str
    first: date
    last: date
    milestones: tuple[Milestone, ...] = ()

    @property
    def months(self) -> int:
        """How many months of the calendar it touches."""
        return month(self.last) - month(self.first) + 1

    def bar(self, start: int) -> Bar:
        """Its bar in a chart that begins with the month `start`."""
        return Bar(self.name, month(self.first) - start, month(self.last) - start + 1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a chart shows: work packages, each with its milestones, and the milestones of none of them."""

    spans: tuple[Span, ...]
    loose: tuple[Milestone, ...]

    @property
    def milestones(self) -> list[Milestone]:
        """All of them, as they stand in the chart."""
        return [*(each for span in self.spans for each in span.milestones), *self.loose]

    @property
    def days(self) -> list[date]:
        """Every day that must have a place in the chart."""
        ends = [day for span in self.spans for day in (span.first, span.last)]
        return [*ends, *(each.day for each in self.milestones)]


def gantt(dossier: Dossier, rows: Mapping[str, Part], names: Mapping[str, Name]) -> Iterator[Chart]:
    """The chart of the call's work packages. Nothing while none has its dates, where they lie too far apart, or where
    they are too many to be drawn."""
    schedule = _schedule(dossier, rows, names)
    if not schedule.spans:
        return
    whole = _whole(dossier, schedule)
    if whole.months <= MOST and len(schedule.spans) + len(schedule.milestones) <= BARS:
        alt = " ".join(map(dossier.say, _told(dossier, schedule, len(rows) - len(schedule.spans))))
        drawing = Gantt(tuple(_bars(schedule, month(whole.first))), whole.months, _ticks(whole))
        yield Chart(dossier.say(phrase("Schedule")), alt, drawing, _table(dossier, schedule))


def _schedule(dossier: Dossier, rows: Mapping[str, Part], names: Mapping[str, Name]) -> Schedule:
    parts, all_of_them = dossier.form.call.parts, milestones(dossier)
    spans = {
        key: span for key, row in rows.items() if (span := _span(dossier.say(names[key].full), row, parts))
    }
    own: dict[str, list[Milestone]] = {key: [] for key in spans}
    loose: list[Milestone] = []
    for each in all_of_them:
        own.get(each.package, loose).append(each)
    packages = tuple(replace(span, milestones=tuple(own[key])) for key, span in spans.items())
    return Schedule(packages, tuple(loose))


def _bars(schedule: Schedule, start: int) -> Iterator[Bar]:
    """Every work package, its milestones under it."""
    for span in schedule.spans:
        yield span.bar(start)
        yield from (each.bar(start, 1) for each in span.milestones)
    yield from (each.bar(start, 0) for each in schedule.loose)


def _span(name: str, row: Part, parts: Parts) -> Span | None:
    """A work package with both of its dates, in order."""
    first, last = (is_day(row.view.get(column or "")) for column in (parts.package_start, parts.package_end))
    return Span(name, first, last) if first and last and first <= last else None


def _whole(dossier: Dossier, schedule: Schedule) -> Span:
    """The project's time, and that of what lies outside it."""
    asked, parts = dossier.report.asked, dossier.form.call.parts
    days = [is_day(asked.get(name or "")) for name in (parts.start, parts.end)]
    known = [day for day in (*days, *schedule.days) if day]
    return Span("", min(known), max(known))


def _ticks(whole: Span) -> tuple[tuple[int, str], ...]:
    """Some months of the axis by name, not so many that they stand on each other."""
    step = next(step for step in STEPS if whole.months <= step * TICKS)
    months = [(n, divmod(month(whole.first) + n, 12)) for n in range(0, whole.months, step)]
    return tuple((n, f"{rest + 1}/{year}") for n, (year, rest) in months)


def _told(dossier: Dossier, schedule: Schedule, left_out: int) -> Iterator[Phrase]:
    """What bars and diamonds show."""
    said = dossier.language.month
    yield counted(
        "{n} work package, {first} – {last}.",
        "{n} work packages, {first} – {last}.",
        n=len(schedule.spans),
        first=said(min(span.first for span in schedule.spans)),
        last=said(max(span.last for span in schedule.spans)),
    )
    longest = max(schedule.spans, key=lambda span: span.months)
    yield counted(
        "The longest is {name}: {n} month, {first} – {last}.",
        "The longest is {name}: {n} months, {first} – {last}.",
        n=longest.months,
        name=longest.name,
        first=said(longest.first),
        last=said(longest.last),
    )
    if days := [each.day for each in schedule.milestones]:
        first, last = said(min(days)), said(max(days))
        yield phrase("Milestones: {n}, {first} – {last}.", n=len(days), first=first, last=last)
    if left_out:
        yield counted(
            "{n} work package has no dates yet and is not drawn.",
            "{n} work packages have no dates yet and are not drawn.",
            n=left_out,
        )


def _table(dossier: Dossier, schedule: Schedule) -> Grid:
    """The same in rows. Where there are milestones, a column for their days."""
    heads = (phrase("Work package"), phrase("Starts"), phrase("Ends"), phrase("Months"))
    name, first, last, months = map(dossier.say, heads)
    columns: tuple[Column, ...] = (
        Column(name, 3.0),
        Column(first),
        Column(last),
        Column(months, numeric=True),
    )
    rows = tuple(_rows(dossier, schedule))
    if schedule.milestones:
        both = Column(dossier.say(phrase("Work package or milestone")), 3.0)
        columns = (both, *columns[1:], Column(dossier.say(phrase("To be reached"))))
    return Grid(dossier.say(phrase("Schedule")), columns, rows, row_heads=1)


def _rows(dossier: Dossier, schedule: Schedule) -> Iterator[tuple[str, ...]]:
    day, free = dossier.language.date, ("",) if schedule.milestones else ()
    for span in schedule.spans:
        yield (span.name, day(span.first), day(span.last), str(span.months), *free)
        yield from ((each.name, "", "", "", day(each.day)) for each in span.milestones)
    yield from ((each.name, "", "", "", day(each.day)) for each in schedule.loose)
