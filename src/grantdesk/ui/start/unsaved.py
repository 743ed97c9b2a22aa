"""Unsaved work that a crash left behind: what it is, what restoring it would change, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from grantdesk.session.earlier.difference import Difference
from grantdesk.session.earlier.left import Left, changes
from grantdesk.ui.piece.banner import Action, Banner
from grantdesk.ui.piece.label import Label, Said
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.clock import here
from grantdesk.words.phrase import Fact, Phrase, counted, phrase

MOST = 12
"""Changes that are shown."""
LONG = 160
"""Characters of an answer that are shown."""
SHOW, HIDE = phrase("Show what would be restored"), phrase("Hide what would be restored")


class Unsaved(Banner):
    """Signals: `answered(id, work)`: "restore" or "forget"."""

    answered = Signal(str, object)

    def __init__(self, scene: Scene, work: Left) -> None:
        super().__init__(scene, phrase("Work that was not saved"), told(work), "warning")
        self.work = work
        self._list: QWidget | None = None
        self.offer(
            [
                Action("restore", phrase("Restore"), "primary"),
                Action("show", SHOW),
                Action("forget", parting(work), "quiet"),
            ]
        )
        self.chosen.connect(self._answer)
        scene.speech.changed.connect(self._show_anew)

    @property
    def changes(self) -> QWidget | None:
        """The list of what would be restored, while it is shown."""
        return self._list

    def _answer(self, action: str) -> None:
        if action == "show":
            self._toggle()
        else:
            self.answered.emit(action, self.work)

    def _toggle(self) -> None:
        if self._list is None:
            self._list = _listed(self._scene, changes(self.work, self._scene.speech.language))
            self.add(self._list)
        else:
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        self.button("show").show_said(SHOW if self._list is None else HIDE)

    def _show_anew(self) -> None:
        """The names of places are those of the call, in the language of the moment."""
        if self._list is not None:
            self._toggle()
            self._toggle()


def parting(work: Left) -> Phrase:
    """How letting the work go is called: where there is a file, it is what stays."""
    return phrase("Keep the saved file") if has_file(work) else phrase("Throw it away")


def has_file(work: Left) -> bool:
    """Is there a file, of which this work is a later state?"""
    return work.fate in ("same", "changed")


def told(work: Left) -> Phrase:
    """What it is and from when, in the time of this computer."""
    moment, file = here(work.moment), work.path.name if work.path else ""
    name: Fact = work.name or (work.path.stem if work.path else phrase("An application without a name"))
    if work.path is None:
        return phrase(
            "“{name}” was never saved to a file. Last worked on: {moment}.", name=name, moment=moment
        )
    if work.fate == "gone":
        return phrase(
            "“{name}” was not saved, and its file {file} is gone. Last worked on: {moment}.",
            name=name,
            file=file,
            moment=moment,
        )
    return counted(
        "“{name}” has {n} change that is not in its file {file}. Last worked on: {moment}.",
        "“{name}” has {n} changes that are not in its file {file}. Last worked on: {moment}.",
        n=work.count,
        name=name,
        file=file,
        moment=moment,
    )


def _listed(scene: Scene, found: list[Difference]) -> QWidget:
    """Where something would be different, what stands there and what would stand there."""
    frame, px = QWidget(), scene.look.px
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, px(8), 0, 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(6))
    heads = (phrase("Place"), phrase("In the file"), phrase("Restored"))
    for column, head in enumerate(heads):
        grid.addWidget(Label(scene, head, "mute"), 0, column)
        grid.setColumnStretch(column, 1)
    for row, difference in enumerate(found[:MOST], 1):
        cells: tuple[Said, ...] = (difference.place, _short(difference.before), _short(difference.after))
        for column, said in enumerate(cells):
            label = Label(scene, said)
            label.let_select()
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
    if rest := len(found[MOST:]):
        more = counted("and {n} more place", "and {n} more places", n=rest)
        grid.addWidget(Label(scene, more, "mute"), MOST + 1, 0, 1, 3)
    return frame


def _short(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG].rstrip()} …"
