"""A call: everything that is asked, offered, counted and judged, as data that travels in every application."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, field_validator

from grantdesk.call.terms.aid import Aid
from grantdesk.call.terms.cost import Costs, Financing
from grantdesk.call.terms.criterion import Criterion, Deadline, Indicator, Layer, Signature
from grantdesk.call.terms.node import Section, Table
from grantdesk.call.terms.rule import AnyRule
from grantdesk.call.terms.value import CodeList, DayText, Id, Moment, Source, Strict, distinct
from grantdesk.words.phrase import Texts

FORMAT = "grantdesk/call"
FORMAT_VERSION = 1


class Notice(Strict):
    """Where the call was announced, and when somebody last compared this file with it."""

    address: Source = ""
    checked: DayText
    remark: Texts | None = None
    """What a person should know before trusting this file: "check the call notice"."""


class Parts(Strict):
    """Which nodes name the things that the program itself speaks of. Each is a node of the call."""

    title: Id
    """The text node with the project's name."""
    start: Id | None = None
    end: Id | None = None
    """The date nodes of the project's first and last day."""
    partner_name: Id | None = None
    """The text node, in the partner's part, with the organisation's name."""
    packages: Id | None = None
    """The table of work packages, for the Gantt chart."""
    package_start: Id | None = None
    package_end: Id | None = None
    """Its date columns."""
    milestones: Id | None = None
    """The table of milestones, for the same chart."""
    milestone_date: Id | None = None
    """Its date column. A column that chooses a work package says under which one a milestone stands."""


class Call(Strict):
    """A whole call. Its canonical JSON (sorted keys, UTF-8) is what is packed, digested and carried along."""

    format: Literal["grantdesk/call"]
    format_version: Literal[1] = 1
    id: Id
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){0,2}$")]
    title: Texts
    summary: Texts
    """What the call funds, for the page where somebody chooses it."""
    needs: Texts | None = None
    """What one should have at hand before starting."""
    authority: Texts
    programme: Texts
    notice: Notice
    opens: Moment | None = None
    closes: Moment | None = None
    deadlines: tuple[Deadline, ...] = ()
    currency: Literal["EUR"] = "EUR"
    pages: Annotated[int, Field(ge=1, le=1000)] | None = None
    """The most pages that the application may have on paper."""
    parts: Parts
    sections: Annotated[tuple[Section, ...], Field(min_length=1, max_length=100)]
    tables: dict[Id, Table] = Field(default_factory=dict)
    lists: dict[Id, CodeList] = Field(default_factory=dict)
    costs: Costs | None = None
    financing: Financing | None = None
    aid: Aid | None = None
    indicators: tuple[Indicator, ...] = ()
    layers: dict[Id, Layer] = Field(default_factory=dict)
    criteria: tuple[Criterion, ...] = ()
    signatures: tuple[Signature, ...] = ()
    rules: Annotated[tuple[AnyRule, ...], Field(max_length=2000)] = ()
    requires: tuple[str, ...] = ()
    """The kinds the call uses, "rule:share_max", so that an older program can say what it lacks."""

    @field_validator("sections", "rules", "indicators", "criteria", "signatures", "deadlines")
    @classmethod
    def _ids_differ(cls, things: tuple[Any, ...]) -> tuple[Any, ...]:
        return distinct(things)
