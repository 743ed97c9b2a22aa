"""How far an application is: what is asked and what is answered, by section and by partner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from grantdesk.rules.finding import TALLIED, Finding

Tallies: TypeAlias = "Mapping[str, Tally]"
"""By the id of the section."""
State: TypeAlias = Literal["not_started", "in_work", "to_fix", "done"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Required answers that are asked for and that are there; any answers at all; errors besides missing answers."""

    asked: int = 0
    answered: int = 0
    touched: int = 0
    errors: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return total((self, other))

    @property
    def state(self) -> State:
        """Where this stands, as a person would say it. Where nothing is required, nothing is done before somebody has
        answered something."""
        if self.errors:
            return "to_fix"
        if not self.touched:
            return "not_started"
        return "done" if self.answered == self.asked else "in_work"

    @property
    def share(self) -> int:
        """How much of what is asked is answered, in basis points; where nothing is required, all once anything is."""
        if not self.asked:
            return 10_000 if self.touched else 0
        return self.answered * 10_000 // self.asked


NONE = Tally()


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum."""
    asked = answered = touched = errors = 0
    for tally in tallies:
        asked += tally.asked
        answered += tally.answered
        touched += tally.touched
        errors += tally.errors
    return Tally(asked, answered, touched, errors)


@dataclass(frozen=True, slots=True)
class Progress:
    """`sections` are the common ones; `partners` gives each partner's sections, by the partner's row id."""

    sections: Tallies = field(default_factory=dict)
    partners: Mapping[str, Tallies] = field(default_factory=dict)

    @property
    def whole(self) -> Tally:
        """The whole application."""
        return total(
            [*self.sections.values(), *(t for tallies in self.partners.values() for t in tallies.values())]
        )


def with_found(tallies: Tallies, found: Iterable[tuple[str, Finding]]) -> dict[str, Tally]:
    """The tallies with the errors of each section counted in; "" for what stands on no page.

    What a rule finds missing is one more answer that is asked for: it is no error, and nothing is done without it.
    """
    result = dict(tallies)
    for section, finding in found:
        if finding.severity == "error" and finding.kind not in TALLIED:
            more = Tally(asked=1) if finding.missing else Tally(errors=1)
            result[section] = result.get(section, NONE) + more
    return result
