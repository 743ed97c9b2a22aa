"""The work packages over the months of the project, with what they show in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from grantdesk.call.terms.call import Parts
from grantdesk.outline.block import Bar, Chart, Column, Gantt, Grid
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.fact.name import Name
from grantdesk.rules.date import is_day
from grantdesk.words.phrase import Phrase, counted, phrase

MOST = 240  # months; a longer span is a slip of the pen, which a drawing would not make plainer
TICKS = 8
STEPS = (1, 2, 3, 6, 12, 24, 36)


@dataclass(frozen=True, slots=True)
class Span:
    """From a first day to a last one, under a name."""

    name: str
    first: date
    last: date

    @property
    def months(self) -> int:
        """How many months of the calendar it touches."""
        return _month(self.last) - _month(self.first) + 1


def gantt(dossier: Dossier, rows: Mapping[str, Part], names: Mapping[str, Name]) -> Iterator[Chart]:
    """The chart of the call's work packages. Nothing while none has its dates, or where they lie too far apart."""
    parts = dossier.form.call.parts
    spans = [span for key, row in rows.items() if (span := _span(dossier.say(names[key].full), row, parts))]
    if not spans:
        return
    whole = _whole(dossier, parts, spans)
    if whole.months <= MOST:
        start = _month(whole.first)
        bars = tuple(Bar(s.name, _month(s.first) - start, _month(s.last) - start + 1) for s in spans)
        alt = " ".join(map(dossier.say, _told(dossier, whole, spans, len(rows) - len(spans))))
        drawing = Gantt(bars, whole.months, _ticks(whole))
        yield Chart(dossier.say(phrase("Schedule")), alt, drawing, _table(dossier, spans))


def _span(name: str, row: Part, parts: Parts) -> Span | None:
    """A work package with both of its dates, in order."""
    first, last = (is_day(row.view.get(column or "")) for column in (parts.package_start, parts.package_end))
    return Span(name, first, last) if first and last and first <= last else None


def _whole(dossier: Dossier, parts: Parts, spans: Sequence[Span]) -> Span:
    """The project's time, and that of packages which lie outside it."""
    asked = dossier.report.asked
    days = [is_day(asked.get(name or "")) for name in (parts.start, parts.end)]
    known = [day for day in (*days, *(s.first for s in spans), *(s.last for s in spans)) if day]
    return Span("", min(known), max(known))


def _ticks(whole: Span) -> tuple[tuple[int, str], ...]:
    """Some months of the axis by name, not so many that they stand on each other."""
    step = next(step for step in STEPS if whole.months <= step * TICKS)
    months = [(n, divmod(_month(whole.first) + n, 12)) for n in range(0, whole.months, step)]
    return tuple((n, f"{month + 1}/{year}") for n, (year, month) in months)


def _told(dossier: Dossier, whole: Span, spans: Sequence[Span], left_out: int) -> Iterator[Phrase]:
    """What the bars show."""
    month = dossier.language.month
    yield counted(
        "{first} – {last}: {n} work package.",
        "{first} – {last}: {n} work packages.",
        n=len(spans),
        first=month(whole.first),
        last=month(whole.last),
    )
    longest = max(spans, key=lambda span: span.months)
    yield counted(
        "The longest is {name}: {n} month, {first} – {last}.",
        "The longest is {name}: {n} months, {first} – {last}.",
        n=longest.months,
        name=longest.name,
        first=month(longest.first),
        last=month(longest.last),
    )
    if left_out:
        yield counted(
            "{n} work package has no dates yet and is not drawn.",
            "{n} work packages have no dates yet and are not drawn.",
            n=left_out,
        )


def _table(dossier: Dossier, spans: Sequence[Span]) -> Grid:
    """The same in rows."""
    language = dossier.language
    heads = (phrase("Work package"), phrase("Starts"), phrase("Ends"), phrase("Months"))
    name, first, last, months = map(dossier.say, heads)
    columns = (Column(name, 3.0), Column(first), Column(last), Column(months, numeric=True))
    rows = tuple((s.name, language.date(s.first), language.date(s.last), str(s.months)) for s in spans)
    return Grid(dossier.say(phrase("Schedule")), columns, rows, row_heads=1)


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1
