"""How each page stands, as the navigator shows it: not started, in work, to fix, done, and how much of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from grantdesk.rules.finding import Finding
from grantdesk.rules.progress import NONE, State, Tally, total
from grantdesk.session.session import Session
from grantdesk.ui.desk.attention import Attention
from grantdesk.ui.desk.spot import CHECK, Spot, spot, spots
from grantdesk.ui.piece.mark import SAID
from grantdesk.words.phrase import Phrase, counted, phrase


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page stands: `fixes` errors are being shown, `answered` of `asked` answers are there."""

    state: State
    fixes: int = 0
    answered: int = 0
    asked: int = 0

    @property
    def said(self) -> Phrase:
        """The state in words: "3 to fix", "6 of 9"."""
        if self.fixes:
            return counted("{n} to fix", "{n} to fix", n=self.fixes)
        if self.is_free:
            return phrase("nothing required")
        if self.state == "in_work" and self.answered >= self.asked:
            return phrase("to be checked")
        if self.state == "in_work":
            return phrase("{answered} of {asked}", answered=self.answered, asked=self.asked)
        return SAID[self.state]

    @property
    def is_free(self) -> bool:
        """Has nobody answered anything, and does nobody have to?"""
        return self.state == "not_started" and not self.asked


def mark(tally: Tally, fixes: int) -> Mark:
    """The mark of a tally. What is wrong but must not be shown yet is in work."""
    if fixes:
        return Mark("to_fix", fixes, tally.answered, tally.asked)
    state = tally.state
    return Mark("in_work" if state == "to_fix" else state, 0, tally.answered, tally.asked)


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything stands at one moment: each page, each partner's part, and the whole in basis points."""

    pages: dict[Spot, Mark]
    parts: dict[str, Mark]
    share: int


def standing(session: Session, attention: Attention) -> Standing:
    """How everything stands, from one list of findings: those that are shown."""
    fixes, home = _fixes(session, attention.shown), _home(session)
    whole = session.report.progress.whole
    pages = {page: mark(_tally(session, page, home, whole), fixes[page]) for page in spots(session)}
    return Standing(pages, _parts(session, fixes, home), whole.share)


def _home(session: Session) -> str:
    """The section with the partners; empty where the call has none."""
    return session.form.home(session.form.partners.id) if session.form.partners else ""


def _fixes(session: Session, shown: Iterable[Finding]) -> Counter[Spot]:
    return Counter(spot(session, finding.path) for finding in shown if finding.severity == "error")


def _tally(session: Session, page: Spot, home: str, whole: Tally) -> Tally:
    """What is asked on a page; the page with the partners asks for what identifies each of them too."""
    progress = session.report.progress
    if page == CHECK:
        return whole
    if page.partner:
        return progress.partners[page.partner].get(page.section, NONE)
    tally = progress.sections.get(page.section, NONE)
    if page.section != home:
        return tally
    return total([tally, *(parts.get(home, NONE) for parts in progress.partners.values())])


def _parts(session: Session, fixes: Counter[Spot], home: str) -> dict[str, Mark]:
    """Each partner's part: its own pages together."""
    wrong: Counter[str] = Counter()
    for page, n in fixes.items():
        wrong[page.partner] += n
    return {
        partner: mark(total(t for section, t in tallies.items() if section != home), wrong[partner])
        for partner, tallies in session.report.progress.partners.items()
    }
