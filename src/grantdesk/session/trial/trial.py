"""A copy of the answers to try on: nothing changes in the application until the trial is taken over."""

from collections.abc import Mapping

from grantdesk.call.form import Form
from grantdesk.call.terms.node import Matrix
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers, apply, diff, same
from grantdesk.model.tree import at as standing
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.edition import Edition
from grantdesk.outline.fact.name import Names
from grantdesk.rules.check import Checker, Report
from grantdesk.session.rows import referring
from grantdesk.session.session import Session
from grantdesk.session.trial.another import another
from grantdesk.session.trial.comparison import Comparison, compared
from grantdesk.session.trial.effort import Months, months, scaled
from grantdesk.session.trial.lever import Lever, levers
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

LEAST, MOST = -50, 50
"""By how many per cent effort may be tried smaller and larger."""


class Trial:
    """What is tried lies beside the answers of the session, so that edits made meanwhile count in both.

    `changes` are other answers by their place, `left_out` partners who do not take part, `added` those who come along,
    each with its answers, `scales` by how many per cent the effort of a partner is larger or smaller.
    """

    def __init__(self, session: Session) -> None:
        self._session, self._checker = session, Checker(session.form)
        self.changes: dict[Path, Answer | None] = {}
        self.left_out: set[str] = set()
        self.added: dict[str, Mapping[Path, Answer | None]] = {}
        self.scales: dict[str, int] = {}
        self._base: Answers | None = None
        self._answers: Answers = session.answers
        self._report: Report = session.report

    def change(self, path: Path, value: Answer | None) -> None:
        """Tries another answer; the one that stands there anyway takes the trial back."""
        self.changes.pop(path, None)
        now = standing(self._scaled(self._session.answers), path)
        if not (value is None and now is None) and not same(value, now):
            self.changes[path] = value
        self._base = None

    def leave_out(self, partner: str, left: bool = True) -> None:
        """Tries it without a partner, or with that partner again."""
        (self.left_out.add if left else self.left_out.discard)(partner)
        self._base = None

    def add(self, like: str) -> str:
        """Tries it with one partner more whose costs and effort are those of another; its row id, empty if there is no
        such partner."""
        key, patch = another(self._session.form, self.answers, like)
        if key:
            self.added[key] = patch
        self._base = None
        return key

    def take_back(self, partner: str) -> None:
        """Tries it without a partner that was added here."""
        self.added.pop(partner, None)
        self.scales.pop(partner, None)
        self.changes = {path: value for path, value in self.changes.items() if partner not in path}
        self._base = None

    def scale(self, partner: str, percent: int) -> None:
        """Tries a partner's effort by so many per cent larger or smaller."""
        self.scales.pop(partner, None)
        if percent:
            self.scales[partner] = min(max(percent, LEAST), MOST)
        self._base = None

    def forget(self) -> None:
        """Throws everything that is tried away."""
        self.changes, self.left_out, self.added, self.scales = {}, set(), {}, {}
        self._base = None

    @property
    def answers(self) -> Answers:
        """The answers as they would be."""
        self._renew()
        return self._answers

    @property
    def report(self) -> Report:
        """What would follow from them."""
        self._renew()
        return self._report

    @property
    def patch(self) -> Mapping[Path, Answer | None]:
        """What taking the trial over would change."""
        return diff(self._session.answers, self.answers)

    def levers(self, language: Language) -> list[Lever]:
        """What may be tried now: what the trial itself brings up is among it. Answers are those of the trial."""
        return levers(self.dossier(language))

    def months(self, partner: str, language: Language) -> list[Months]:
        """The person-months of a partner in the trial, one by one."""
        return months(self.dossier(language), partner, self._session.answers)

    def dossier(self, language: Language) -> Dossier:
        """The application as it would be."""
        return Dossier(self._session.form, self.answers, self.report, language, Edition())

    def compared(self) -> Comparison:
        """Today beside the trial."""
        form = self._session.form
        names = Names(form, self._session.answers), Names(form, self.answers)
        return compared(form, self._session.report, self.report, names)

    def apply(self) -> bool:
        """Takes the trial over, as one undoable step, and begins anew. Was there anything to take over?"""
        patch = self.patch
        self.forget()
        if not patch:
            return False
        self._session.edit(patch, phrase("Apply what-if"), next(iter(patch)))
        return True

    def _renew(self) -> None:
        if self._base is not self._session.answers:
            self._base = self._session.answers
            self._answers = self._tried(self._base)
            unchanged = self._answers is self._base
            self._report = self._session.report if unchanged else self._checker.report(self._answers)

    def _scaled(self, answers: Answers) -> Answers:
        """With the partners who come along and the effort of all, before single answers are tried."""
        for patch in self.added.values():
            answers = apply(answers, patch)
        for partner, percent in self.scales.items():
            answers = apply(answers, scaled(self._session.form, answers, partner, percent))
        return answers

    def _tried(self, answers: Answers) -> Answers:
        form = self._session.form
        answers = self._scaled(answers)
        there = {path: value for path, value in self.changes.items() if _has_row(form, answers, path)}
        answers = apply(answers, there)
        home = form.partners.id if form.partners else ""
        for partner in sorted(self.left_out):
            if standing(answers, (home, partner)) is not None:
                cells = [path for path in referring(form, answers, home, [partner]) if _is_matrix(form, path)]
                answers = apply(answers, dict.fromkeys(((home, partner), *cells)))
        return answers


def _has_row(form: Form, answers: Answers, path: Path) -> bool:
    """Are the rows there that a place in the answers lies in? Somebody may have removed one meanwhile."""
    around = (path[:n] for n in range(2, len(path), 2))
    return all(standing(answers, row) is not None for row in around if form.is_row(row))


def _is_matrix(form: Form, path: Path) -> bool:
    """Is it a row or a cell of a matrix of the project? It goes with the partner; other references stay to be seen."""
    return isinstance(form.project.node(path[0]), Matrix)
