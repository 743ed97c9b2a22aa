"""Sessions and desks for tests: an application of a world, or a sample of HEVi, and a person who answers as told."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from grantdesk.app.office.office import Office
from grantdesk.call.entry import entered
from grantdesk.call.pack import packed
from grantdesk.files.container.content import held
from grantdesk.files.grant import Grant, begun
from grantdesk.model.tree import EMPTY, Answers
from grantdesk.session.preferences import Preferences
from grantdesk.session.session import Session
from grantdesk.session.speech import Speech
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Kind, Question
from grantdesk.ui.desk.attention import Attention
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.scene import Stage
from grantdesk.words.phrase import Phrase
from worlds import CALLS, form, sample, samples, world

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)


class Person:
    """Answers questions as told beforehand: `choices` and `files` are taken from the front. What was asked is kept."""

    def __init__(self) -> None:
        self.choices: list[str] = []
        self.files: list[Path | None] = []
        self.asked: list[Question] = []
        self.told: list[Phrase] = []

    def choose(self, question: Question) -> str:
        self.asked.append(question)
        return self.choices.pop(0)

    def tell(self, said: Phrase, detail: Phrase | None = None) -> None:
        self.told.append(said)

    def file_to_open(self, kind: Kind, formats: Sequence[str] = ()) -> Path | None:
        return self.files.pop(0)

    def file_to_save(self, kind: Kind, suggested: Path) -> Path | None:
        return self.files.pop(0)

    def folder(self) -> Path | None:
        return self.files.pop(0)


def grant_of(name: str, answers: Answers | str = EMPTY) -> Grant:
    """An application of a world: with answers, or with those of a sample by its name (HEVi: complete, unfinished)."""
    attachments = {}
    if isinstance(answers, str) and answers not in samples(name):
        raw = json.loads((CALLS.parent / f"samples/{name}-{answers}.json").read_text("utf-8"))
        given = entered(form(name), raw)
        answers = given.answers
        attachments = {key: held(data) for key, data in given.attachments.items()}
    elif isinstance(answers, str):
        answers = sample(name, answers)
    return replace(begun(packed(world(name)), "tests", NOW, answers), attachments=attachments)


def session_of(name: str, answers: Answers | str = EMPTY) -> Session:
    """A session with such an application."""
    return Session(grant_of(name, answers))


def desk_of(app: QApplication, session: Session, language: str = "en") -> Desk:
    """A desk with the session; its `ask` is a Person."""
    speech = Speech(language)
    return Desk(session, Attention(session), speech, Look(app), Person(), Preferences(), Work())


@contextmanager
def office_of(app: QApplication, person: Person, language: str = "en") -> Iterator[Office]:
    """An office whose every question goes to a person; what is open at the end is closed, and nothing is saved."""
    stage = Stage(Speech(language), Look(app))
    made = Office(app, stage, Preferences(), lambda _stage, _preferences: person)
    yield made
    for window in list(made.windows):
        window.keeper.discard()
        window.close()
    if made.start is not None:
        made.start.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.deleteLater()
