"""Where the paper stands: beside the page where the window is wide enough, else in its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from grantdesk.model.path import ROOT, Path
from grantdesk.session.handing.exporting import Wish
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot, spot
from grantdesk.ui.window.deed.handing import Handing
from grantdesk.ui.window.deed.moving import Moving
from grantdesk.ui.window.part.body import PAPER_NEED, Body
from grantdesk.ui.window.part.cover import Cover

if TYPE_CHECKING:  # for start-up: the paper is made when it is first wanted
    from grantdesk.ui.paper.paper import Paper

PLACE, BESIDE = "paper", "beside"
SETTLED = 600  # ms after which a window that has just come up has time for it


class Easel(QObject):
    """Puts the paper up and away, and lets it follow the field that somebody works in, and the page that is open."""

    def __init__(self, desk: Desk, cover: Cover, body: Body, handing: Handing, moving: Moving) -> None:
        super().__init__(cover)
        self._desk, self._cover, self._body = desk, cover, body
        self._handing, self._moving = handing, moving
        self._here, self._section = ROOT, ROOT
        self.paper: Paper | None = None
        cover.installEventFilter(self)
        desk.attention.entered.connect(self._enter)
        moving.turned.connect(self._turn)
        desk.look.changed.connect(self._settle)
        if desk.preferences.value.places.get(PLACE) == BESIDE:
            QTimer.singleShot(SETTLED, self, self._resume)

    @property
    def is_up(self) -> bool:
        """Is the paper there to be seen?"""
        return self.paper is not None and self.paper in (self._body.paper, self._cover.over)

    def turn(self) -> None:
        """Puts it up; once more puts it away."""
        if self.is_up and self._made().isVisible():
            self._put_away()
        else:
            self._put_up()

    def go(self) -> None:
        """Puts it up if it is not, and the focus in it."""
        self._put_up()
        self._made().pages.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window may be wide enough now, or not any more."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _made(self) -> "Paper":
        if self.paper is None:
            from grantdesk.ui.paper.paper import Paper  # for start-up

            paper = self.paper = Paper(self._desk)
            paper.exporting.connect(self._export)
            paper.printing.connect(self._handing.put_on_paper)
            paper.wanted.connect(self._moving.go)
            paper.left.connect(self._leave)
            paper.closed.connect(self._put_away)
        return self.paper

    def _put_up(self) -> None:
        if self._is_wide():
            self._cover.uncover()
            self._lay_beside()
            self._remember(BESIDE)
        else:
            self._cover_page()

    def _put_away(self) -> None:
        held_focus = self._made().isAncestorOf(self._cover.window().focusWidget() or self._cover)
        if self._body.paper is not None:
            self._body.take_away()
            self._remember("")
        if self._cover.over is self.paper:
            self._cover.uncover()
        elif held_focus:
            self._moving.focus_page()

    def _settle(self) -> None:
        if not self.is_up:
            return
        if self._is_wide() and self._cover.over is self.paper:
            self._cover.uncover()
            self._lay_beside()
        elif not self._is_wide() and self._body.paper is not None and self._cover.over is None:
            self._cover_page()

    def _is_wide(self) -> bool:
        return self._cover.width() >= self._desk.look.px(PAPER_NEED)

    def _lay_beside(self) -> None:
        paper = self._made()
        paper.stand(beside=True)
        if self._body.paper is not paper:
            self._body.lay_beside(paper)
        self._follow()

    def _cover_page(self) -> None:
        paper = self._made()
        self._body.take_away()
        paper.stand(beside=False)
        self._cover.cover_with(paper)
        self._follow()

    def _leave(self) -> None:
        if self._body.paper is not None:
            self._moving.focus_page()
        else:
            self._cover.uncover()

    def _enter(self, path: Path) -> None:
        self._here = path
        self._follow()

    def _turn(self, page: Spot) -> None:
        """Another page is open: until somebody works in one of its fields, its section is what is looked at."""
        if self._here and spot(self._desk.session, self._here) != page:
            self._here = ROOT
        self._section = tuple(each for each in (page.section, page.partner) if each)
        self._follow()

    def _follow(self) -> None:
        if self.paper is not None:
            self.paper.follow(self._here, self._section)

    def _export(self, wish: Wish) -> None:
        """A part is put where the person says; about the whole there is more to ask."""
        if wish.partner is not None:
            self._handing.save(wish)
        else:
            self._handing.export(wish.language)

    def _resume(self) -> None:
        if self._is_wide() and not self.is_up:
            self._lay_beside()

    def _remember(self, how: str) -> None:
        self._desk.preferences.change(places={**self._desk.preferences.value.places, PLACE: how})
