"""What was found about a paper, a PDF and an application: whether they belong together, in words."""

from dataclasses import dataclass

from grantdesk.session.earlier.difference import Difference
from grantdesk.words.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Verdict:
    """`holds`: nothing speaks against it. `said` is what was found, `open` what was not and cannot be checked here, and
    `differences` what has another answer in the application than in the PDF."""

    holds: bool
    said: tuple[Phrase, ...]
    open: tuple[Phrase, ...] = ()
    differences: tuple[Difference, ...] = ()
