"""One application while somebody works on it: the answers, what follows from them, and every step that led there."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path as File

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from grantdesk.call.form import Form
from grantdesk.files.container.content import Content, taken
from grantdesk.files.grant import Grant
from grantdesk.model.path import ROOT, Path
from grantdesk.model.tree import Answers, Patch, apply, diff
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.edition import Edition
from grantdesk.rules.check import Checker, Report
from grantdesk.rules.length import Length, with_length
from grantdesk.session.application import form_of
from grantdesk.session.edit import Edit, Step
from grantdesk.session.named import digests
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase


class Session(QObject):
    """One open application. `answers` and `report` always belong together; `checked` is the report without what is too
    long on paper, which is as it was measured last.

    Signals: `changed(frozenset of paths)` after every edit, undo and redo, when the report is fresh: the places that
    hold another answer; `returned(path)` after an undo or redo: the place to bring the eye to.
    """

    changed = Signal(object)
    returned = Signal(object)

    def __init__(self, grant: Grant, read_only: bool = False, parent: QObject | None = None) -> None:
        """CallFault if the call in it is not sound."""
        super().__init__(parent)
        self.read_only = read_only
        self.stack = QUndoStack(self)
        self._grant = grant
        self._checker = Checker(form_of(grant.call))
        self._attachments: dict[str, Content] = dict(grant.attachments)
        self._dossier: Dossier | None = None
        self.answers: Answers = grant.answers
        self._length: Length | None = None
        self.checked: Report = self._checker.report(self.answers)
        self.report: Report = self.checked

    @property
    def form(self) -> Form:
        """The call, ready."""
        return self._checker.form

    @property
    def attachments(self) -> Mapping[str, Content]:
        """Every content that an answer names or named since the file was opened, by SHA-256."""
        return self._attachments

    @property
    def grant(self) -> Grant:
        """The application as it would be saved now, with the contents that its answers name; revision and moment are
        still those of the last save."""
        named = {*digests(self.answers)}
        contents = {key: content for key, content in self._attachments.items() if key in named}
        return replace(self._grant, answers=self.answers, attachments=contents)

    @property
    def base(self) -> Grant:
        """The revision that the session stands on: the one last read or written."""
        return self._grant

    def may_load(self, grant: Grant) -> bool:
        """Is it a revision of this application, for the same call?"""
        return (grant.id, grant.call) == (self._grant.id, self._grant.call)

    def load(self, grant: Grant, said: Phrase) -> None:
        """Goes to another revision of this application, as one undoable step called `said`."""
        self._grant = grant
        if self.read_only:
            self._hold_all(grant)
            self._show(grant.answers, None)
        else:
            self.answer_as(grant, said)

    def answer_as(self, grant: Grant, said: Phrase) -> None:
        """Takes the answers of another version over, with what is attached there, as one undoable step called `said`.

        ValueError if the application is only to be read.
        """
        self._hold_all(grant)
        self.edit(diff(self.answers, grant.answers), said, ROOT)

    def rebase(self, saved: Grant) -> None:
        """Stands on a revision that has just been written; nothing of the answers changes."""
        self._grant, self._dossier = saved, None

    def dossier(self, language: Language) -> Dossier:
        """Call, answers and report as an outline reads them: names of rows, what is asked where."""
        if self._dossier is None or self._dossier.language != language:
            edition = Edition(saved=self._grant.saved)
            self._dossier = Dossier(self.form, self.answers, self.report, language, edition)
        return self._dossier

    def edit(self, patch: Patch, said: Phrase, at: Path | None = None, typing: Path | None = None) -> None:
        """Makes one undoable step called `said`; a patch that changes nothing is none.

        `at` is where undoing it brings the eye (the first path of the patch, if not given). Steps that type in the same
        place become one until `rest` is called. ValueError if the application is only to be read.
        """
        if self.read_only:
            raise ValueError("the application is open to be read")
        after = apply(self.answers, patch)
        if not diff(self.answers, after):
            return
        step = Step(said, at if at is not None else next(iter(patch), ROOT), typing)
        self.stack.push(Edit(self.answers, after, step, self._show))

    def measure(self, length: Length) -> None:
        """The application is as long as this on paper."""
        self._length = length
        before, self.report = self.report, with_length(self.checked, self.form, length)
        if self.report != before:
            self._dossier = None
            self.changed.emit(frozenset())

    def rest(self) -> None:
        """The person pauses or leaves the field: what is typed next is a step of its own."""
        last = self.stack.command(self.stack.index() - 1)
        if isinstance(last, Edit):
            last.is_open = lambda: False

    def attach(self, file: File) -> Content:
        """Takes the content of a file in, to be named by an answer. Missing, NotAllowed, NotDone, Foreign."""
        return self.hold(taken(file))

    def hold(self, content: Content) -> Content:
        """Keeps a content that an answer will name."""
        return self._attachments.setdefault(content.sha256, content)

    def _hold_all(self, grant: Grant) -> None:
        for content in grant.attachments.values():
            self.hold(content)

    def _show(self, answers: Answers, back: Path | None) -> None:
        paths = frozenset(diff(self.answers, answers))
        self.answers, self._dossier = answers, None
        self.checked = self.report = self._checker.report(answers)
        if self._length is not None:
            self.report = with_length(self.checked, self.form, self._length)
        self.changed.emit(paths)
        if back is not None:
            self.returned.emit(back)
