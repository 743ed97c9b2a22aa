"""What was found about a paper, a PDF and an application: whether they belong together, in words."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from grantdesk.session.earlier.difference import Difference
from grantdesk.words.phrase import Phrase

Fit: TypeAlias = Literal["alone", "same", "changed", "other", "differs", "unread"]
"""How the paper and the application go together: there is no application beside it; it is of it as it is; of it as it
was; of another one; of one of these two (a code cannot tell); or what was typed is no code."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`holds`: nothing speaks against it. `said` is what was found, `open` what was not and cannot be checked here, and
    `differences` what has another answer in the application than in the PDF. `sound`: the paper by itself is as it was
    made and, if it was signed, as it was signed; of a code that cannot be told."""

    holds: bool
    said: tuple[Phrase, ...]
    open: tuple[Phrase, ...] = ()
    differences: tuple[Difference, ...] = ()
    fit: Fit = "alone"
    sound: bool = True
