"""How else the application can be looked at than page by page: read as a whole, on paper, and with other choices."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from grantdesk.rules.length import is_limited
from grantdesk.session.handing.exporting import Wish
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.window.deed.easel import Easel
from grantdesk.ui.window.deed.handing import Handing
from grantdesk.ui.window.deed.moving import Moving
from grantdesk.ui.window.part.body import Body
from grantdesk.ui.window.part.cover import Cover
from grantdesk.words.phrase import phrase

if TYPE_CHECKING:  # for start-up
    from grantdesk.session.handing.making import Making
    from grantdesk.ui.window.part.sheet import Sheet

TRIAL_WIDE = 720


class Viewing(QObject):
    """Makes the other views when they are first wanted; each stays up to date while it is seen."""

    def __init__(self, desk: Desk, cover: Cover, body: Body, handing: Handing, moving: Moving) -> None:
        super().__init__(cover)
        self._desk, self._cover, self._body = desk, cover, body
        self._handing, self._moving = handing, moving
        self._reader: QWidget | None = None
        self.easel = Easel(desk, cover, body, handing, moving)
        self._trial: Sheet | None = None
        cover.covered.connect(moving.rest)
        cover.uncovered.connect(moving.resume)
        moving.moved.connect(cover.uncover)
        self._measuring: Making | None = None
        if is_limited(desk.session.form):
            self._measure()

    def last_page(self) -> QWidget:
        """The page where everything is read, checked and exported, with its buttons at work."""
        from grantdesk.ui.reader.check import CheckPage  # for start-up: it is the last page that anybody sees

        page = CheckPage(self._desk, self._handing.keeper)
        page.wanted.connect(self._moving.go)
        page.exporting.connect(self._handing.export)
        page.printing.connect(self._handing.print)
        page.previewing.connect(self.preview)
        page.signing.connect(self._handing.sign)
        page.listing.connect(self._body.show_issues)
        return page

    def _measure(self) -> None:
        """Has the application measured on paper, in the language of the window, as long as the window is there."""
        from grantdesk.session.handing.making import limited  # for start-up: few calls limit pages

        self._measuring = limited(self._desk.session, self._desk.work, self._desk.speech.language.code, self)
        self._desk.speech.changed.connect(self._measure_in)

    def _measure_in(self) -> None:
        if self._measuring is not None:
            self._measuring.want(Wish(self._desk.speech.language.code))

    def read(self) -> None:
        """Shows the application as it will be read; once more goes back."""
        if self._reader is None:
            from grantdesk.ui.reader.reader import Reader  # for start-up

            reader = Reader(self._desk)
            reader.comparing.connect(self._handing.compare)
            reader.proving.connect(self._handing.prove)
            reader.page.wanted.connect(self._moving.go)
            self._reader = reader
        self._turn(self._reader)

    def preview(self) -> None:
        """Shows it as it will be printed; once more goes back. It is not hidden by what is tried out over it."""
        is_covered = self._uncover()
        if not (is_covered and self.easel.is_up):
            self.easel.turn()

    def is_previewing(self) -> bool:
        """Is it shown as it will be printed?"""
        return self.easel.is_up

    def show_paper(self) -> None:
        """Goes to what is shown as it will be printed, with the focus in it."""
        self._uncover()
        self.easel.go()

    def try_out(self) -> None:
        """Opens a sheet in which other choices are tried on a copy."""
        from grantdesk.ui.trial.sheet import TrialSheet  # for start-up
        from grantdesk.ui.window.part.sheet import Sheet

        self._cover.uncover()
        if self._trial is None:
            sheet = Sheet(self._desk, self._body, phrase("What if?"), TRIAL_WIDE)
            trial = TrialSheet(self._desk)
            sheet.body.addWidget(trial)
            trial.applied.connect(sheet.put_away)
            trial.ended.connect(sheet.put_away)
            self._trial = sheet
        self._trial.bring_up()

    def _uncover(self) -> bool:
        """Puts the sheet away in which something is tried out. Was it there?"""
        is_there = self._trial is not None and not self._trial.isHidden()
        if self._trial is not None:
            self._trial.put_away()
        return is_there

    def _turn(self, widget: QWidget) -> None:
        if self._cover.over is widget:
            self._cover.uncover()
        else:
            self._cover.cover_with(widget)
