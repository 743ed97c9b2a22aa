"""How the application will be judged, what counts, who signs: criteria, indicators, signature blocks as data."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from grantdesk.call.terms.value import Id, Moment, OptionId, Source, Strict
from grantdesk.words.phrase import Texts


class Scale(Strict):
    """What a criterion is answered with: yes or no, or points from least to most by step."""

    kind: Literal["yes_no", "points"]
    least: int = 0
    most: int = 0
    step: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _has_room(self) -> "Scale":
        if self.kind == "points" and (self.most <= self.least or (self.most - self.least) % self.step):
            raise ValueError("points run from least to most in whole steps")
        return self


class Layer(Strict):
    """A layer of criteria with one scale. A knock-out layer decides by itself: one "no" and it cannot be funded."""

    label: Texts
    scale: Scale
    knock_out: bool = False
    source: Source = ""


class Criterion(Strict):
    """A selection criterion, also shown to the applicant."""

    id: Id
    layer: Id
    label: Texts
    help: Texts | None = None
    weight: Annotated[int, Field(ge=0, le=1000)] = 1
    threshold: int | None = None
    """Fewer points than this and the application cannot be funded."""
    nodes: tuple[Id, ...] = ()
    """The nodes on which a reviewer finds the answer."""
    source: Source = ""
    confirmed: bool = True


class Indicator(Strict):
    """An indicator of the programme: what is counted, in which unit."""

    id: OptionId
    label: Texts
    unit: Texts
    kind: Literal["output", "result"] = "output"
    decimals: Annotated[int, Field(ge=0, le=4)] = 0
    source: Source = ""
    confirmed: bool = True


class Signature(Strict):
    """A place to sign, once for the project or once for each partner."""

    id: Id
    owner: Literal["common", "partner"]
    role: Texts
    promise: Texts
    """What is declared by signing."""
    name: Id | None = None
    """The node that holds the signatory's name."""


class Deadline(Strict):
    """A date that matters besides opening and closing."""

    id: Id
    label: Texts
    at: Moment
