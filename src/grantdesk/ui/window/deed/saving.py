"""How the work in a window reaches its file, and what a person is told and asked on the way."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from grantdesk.outline.fact.answer import plain
from grantdesk.session.handing.attached import free
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.ask import Option, Question
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.home import from_home
from grantdesk.ui.window.part.strip import Strip, Way
from grantdesk.ui.window.part.title import documents
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

TROUBLE, OUTSIDE, NOTICE = "trouble", "outside", "notice"
_COPY = phrase("Save a copy …")
_UNSAVED = phrase(
    "What you have done is not in a file yet. Kept for later, it stays on this computer and is offered when you start "
    "grantdesk again."
)
_GONE = phrase(
    "Its file is not in its place any more: it was moved, renamed or deleted. Kept for later, the application stays on "
    "this computer and is offered when you start grantdesk again."
)

Job = Callable[[], object]


class Saving(QObject):
    """Saves by asking the keeper, and shows what became of it.

    Signals: `looked(path)` when the person wants to see the version that somebody else wrote.
    """

    looked = Signal(object)

    def __init__(self, desk: Desk, keeper: Keeper, banner: Strip, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.keeper, self._banner = desk, keeper, banner
        self._last: Job = keeper.save
        keeper.saved.connect(self._settle)
        keeper.troubled.connect(self._tell)
        keeper.changed_outside.connect(self._tell_outside)
        keeper.noticed.connect(self.notice)

    def save(self) -> bool:
        """Saves to the file; asks where, the first time; False if the person would rather not."""
        if self.keeper.path is None or self._desk.session.read_only:
            return self.save_as()
        self._do(self.keeper.save)
        return True

    def save_as(self) -> bool:
        """Saves where the person says, and works on there; False if they would rather not."""
        path = self._desk.ask.file_to_save("application", self._suggested())
        if path is not None:
            self._do(partial(self.keeper.save_as, path))
        return path is not None

    def may_close(self) -> bool:
        """Saves what is unsaved before the window closes; asks where that cannot be done without the person."""
        keeper = self.keeper
        if keeper.is_closed or not keeper.would_lose:
            return True
        if keeper.may_save_quietly and keeper.save_and_wait():
            return True
        return self._ask_to_close()

    def may_go_on(self) -> bool:
        """Saves before another page is opened; False if there is no file and the person wants none."""
        return not self.keeper.would_lose or self.save()

    def notice(self, said: tuple[Phrase, ...]) -> None:
        """Tells what is worth knowing, though nothing is wrong."""
        if said and self._banner.about in ("", NOTICE):
            self._banner.show_about(NOTICE, "info", said[0] if len(said) == 1 else _together(said))

    def state(self) -> tuple[Phrase, str, str]:
        """How it stands, for the foot of the window: words, an icon, and the role of its colour."""
        keeper = self.keeper
        if self._desk.session.read_only:
            return keeper.state, "eye", "mute"
        if keeper.is_foreign:
            return keeper.state, "triangle-alert", "warning"
        if keeper.trouble is not None:
            return keeper.state, "circle-alert", "error"
        return keeper.state, *(("check", "ok") if keeper.is_saved else ("circle-dashed", "mute"))

    def place(self) -> str:
        """The path of the file, from the home folder on; empty if there is none."""
        path = self.keeper.path
        return "" if path is None else from_home(path)

    def _do(self, job: Job) -> None:
        """Saves in one way or another, and remembers how, should it have to be tried again."""
        self._last = job
        job()

    def _ask_to_close(self) -> bool:
        """Asks what shall become of the unsaved work; False if the window is to stay."""
        match self._desk.ask.choose(self._question()):
            case "save":
                return self.save_as() and self.keeper.finish()
            case "later":
                return True
            case "discard":
                self.keeper.discard()
                return True
            case _:
                return False

    def _question(self) -> Question:
        return Question(
            phrase("Where shall this application be saved?"),
            (
                Option("save", phrase("Save …"), "main"),
                Option("later", phrase("Keep for later")),
                Option("discard", phrase("Discard the changes"), "danger"),
            ),
            _GONE if self.keeper.is_gone else _UNSAVED,
        )

    def _suggested(self) -> Path:
        if self.keeper.path is not None and self.keeper.is_gone:
            return free(self.keeper.path)
        if self.keeper.path is not None:
            copy = self._desk.say(phrase("copy"))
            return free(self.keeper.path.with_stem(f"{self.keeper.path.stem} {copy}"))
        return free(documents() / self.keeper.suggested)

    def _settle(self) -> None:
        self._last = self.keeper.save
        self._banner.put_away(TROUBLE)
        self._banner.put_away(OUTSIDE)

    def _tell(self, trouble: Trouble) -> None:
        """What went wrong, and other ways."""
        if self.keeper.was_overtaken:
            self._tell_outside()
            return
        ways = [Way(_COPY, self.save_as)]
        if self.keeper.path is not None or self._last != self.keeper.save:
            ways.append(Way(phrase("Try again"), self._last))
        self._banner.show_about(TROUBLE, "error", trouble.phrase, ways)

    def _tell_outside(self) -> None:
        said = phrase(
            "Somebody else has changed the file on the disk. Nothing was overwritten, and nothing is saved there "
            "until you decide."
        )
        ways = (
            Way(phrase("Look at the other version"), self._look),
            Way(phrase("Load the other version"), self._load),
            Way(phrase("Save mine as a copy …"), self.save_as),
        )
        self._banner.show_about(OUTSIDE, "warning", said, ways)

    def _look(self) -> None:
        self.looked.emit(self.keeper.path)

    def _load(self) -> None:
        """Takes the other version over; undo brings this one back."""
        self._banner.put_away(OUTSIDE)
        self.keeper.reload()


def _together(said: tuple[Phrase, ...]) -> Phrase:
    """Several sentences after one another."""
    facts = {f"s{n}": each for n, each in enumerate(said)}
    return plain(" ".join(f"{{{name}}}" for name in facts), **facts)
