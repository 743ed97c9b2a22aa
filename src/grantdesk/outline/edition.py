"""For whom an outline is made: what stands in it and what is left out."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Edition:
    """`identity` (application and revision) and `saved` (ISO text in UTC) go into the outline as they are.

    `empty` False leaves out optional questions, tables and sections without an answer; what is required always stays.
    `findings` "front" lists the findings before the first section. `partner` is the row id of the partner whose part
    alone is laid out; None: the whole application. `guidance` lists in front what to check in the call notice.

    `only` "public" lays out what the call publishes, and nothing that was worked out, promised or found; "findings"
    nothing but the findings. `draft` marks every page, which is done anyway while there are errors.
    `held` are the digests of files that are at hand: the pictures among them stand where they were attached.
    """

    identity: str = ""
    saved: str = ""
    empty: bool = True
    findings: Literal["none", "front"] = "none"
    partner: str | None = None
    guidance: bool = False
    only: Literal["all", "public", "findings"] = "all"
    draft: bool = False
    held: frozenset[str] = frozenset()
