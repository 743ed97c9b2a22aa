"""The laws of a keeper, whatever is done in whatever order: what it says of the disk is so."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import QCoreApplication

from desks import NOW
from grantdesk.files import reading, writing
from grantdesk.files.grant import revised
from grantdesk.model.tree import same
from grantdesk.session.earlier.left import left_behind
from grantdesk.session.opening import Opening, opened, restored
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble
from session.conftest import written

SAID = phrase("Undo")


class Keeping(RuleBasedStateMachine):
    """One person at a window, somebody else at the file, and now and then a crash."""

    def __init__(self) -> None:
        super().__init__()
        self._room = tempfile.TemporaryDirectory()
        self.patch = pytest.MonkeyPatch()
        self.patch.setenv("GRANTDESK_HOME", str(Path(self._room.name, "home")))
        self.path = written(Path(self._room.name, "x.grant"), answers={"title": "0"})
        self.theirs: list[object] = []
        self.told: list[Trouble] = []
        self.open(opened(self.path))

    def open(self, opening: Opening) -> None:
        self.opening, self.session, self.keeper = opening, opening.session, opening.keeper
        self.keeper.troubled.connect(self.told.append)

    def settle(self) -> None:
        self.keeper._file.finish()
        QCoreApplication.processEvents()

    @rule(
        key=st.sampled_from(["title", "story"]),
        text=st.sampled_from(["", "a", "ab", "abc"]),
        typing=st.booleans(),
    )
    def edit(self, key: str, text: str, typing: bool) -> None:
        self.session.edit({(key,): text or None}, SAID, typing=(key,) if typing else None)

    @rule()
    def undo(self) -> None:
        self.session.stack.undo()

    @rule()
    def redo(self) -> None:
        self.session.stack.redo()

    @rule(wait=st.booleans())
    @precondition(lambda self: self.keeper.path)
    def save(self, wait: bool) -> None:
        self.keeper.save()
        if wait:
            self.settle()

    @rule()
    @precondition(lambda self: self.keeper.path)
    def reload(self) -> None:
        self.settle()
        self.keeper.reload()
        self.settle()
        assert self.keeper.is_saved

    @rule(text=st.sampled_from(["x", "y", "z"]))
    def somebody_else_writes(self, text: str) -> None:
        self.settle()
        there = reading.read(self.path).grant
        writing.write(revised(there, {"title": text}, "Aino", NOW), self.path)
        self.theirs.append(reading.read(self.path).grant.answers)

    @rule()
    def look(self) -> None:
        self.keeper.look()
        self.settle()

    @rule()
    def move(self) -> None:
        self.settle()
        self.path = self.path.with_name("y.grant" if self.path.name == "x.grant" else "x.grant")
        self.keeper.save_as(self.path)
        self.settle()
        assert self.keeper.path == self.path
        self.theirs.clear()

    @rule()
    def crash(self) -> None:
        """What was in the window a second ago is in the window after the next start."""
        self.settle()
        before, lost = self.session.answers, self.keeper.would_lose
        self.keeper.close()
        found = left_behind()
        assert len(found) == (1 if lost and not same(before, reading.read(self.path).grant.answers) else 0)
        self.open(restored(found[0]) if found else opened(self.path))
        assert same(self.session.answers, before) or not lost
        if self.keeper.path is None:
            self.keeper.save_as(self.path)  # the person agrees to replace what lies there
            self.settle()
            self.theirs.clear()

    @invariant()
    def what_is_called_saved_is_on_the_disk(self) -> None:
        if self.keeper.is_saved and not self.keeper.is_saving:
            self.keeper.look()
            self.settle()
            if not self.keeper.is_foreign:
                assert same(reading.read(self.path).grant.answers, self.session.answers)

    @invariant()
    def what_somebody_else_wrote_is_never_lost(self) -> None:
        self.settle()
        if self.theirs and self.keeper.is_foreign:
            assert reading.read(self.path).grant.answers == self.theirs[-1]

    @invariant()
    def a_clean_stack_is_saved(self) -> None:
        if self.session.stack.isClean() and not self.keeper.is_foreign and not self.keeper.is_saving:
            assert self.keeper.is_saved or not self.session.stack.count()

    def teardown(self) -> None:
        self.keeper.discard()
        self.keeper.close()
        self.patch.undo()
        self._room.cleanup()


@pytest.mark.usefixtures("qapp")
class TestKeeping(Keeping.TestCase):  # type: ignore[name-defined,misc]
    settings = settings(
        max_examples=25,
        stateful_step_count=25,
        suppress_health_check=[HealthCheck.too_slow],
        deadline=None,
    )
