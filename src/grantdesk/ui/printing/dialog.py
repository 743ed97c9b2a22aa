"""What a person chooses before something is printed: the printer, what, which pages, and how."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from grantdesk.session.handing.exporting import Wish
from grantdesk.session.handing.spooling import Sides, Ticket, is_range
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label, bare
from grantdesk.ui.piece.pick import TONGUES, Pick
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import Phrase, phrase

UPS = ((1, phrase("One page on a side")), (2, phrase("Two pages on a side")))
SIDES: Sequence[tuple[Sides, Phrase]] = (
    ("one", phrase("On one side of the paper")),
    ("long", phrase("On both sides, turned like a book")),
    ("short", phrase("On both sides, turned like a pad")),
)
COLORS = ((False, phrase("In colours")), (True, phrase("In shades of grey")))
WIDE, MOST_COPIES = 540, 99


class PrintDialog(QDialog):
    """`ticket` and `wish` are what was chosen; the ticket is None if the person would rather not print, and `saves` if
    the person wants a PDF instead. `printers` are names, the usual one first."""

    def __init__(self, desk: Desk, wish: Wish, printers: Sequence[str], over: QWidget | None = None) -> None:
        super().__init__(over)
        self._desk, self.wish = desk, wish
        self.ticket: Ticket | None = None
        self.saves = False
        dossier = desk.session.dossier(desk.speech.language)
        parts = [(key, bare(dossier.partner(key).full)) for key in dossier.members]
        self.printer = Pick(desk, [(name, bare(name)) for name in printers] or [("", bare("–"))])
        self.part = Pick(desk, [("", phrase("Whole application")), *parts])
        self.language = Pick(desk, TONGUES)
        self.up, self.sides, self.color = Pick(desk, UPS), Pick(desk, SIDES), Pick(desk, COLORS)
        self.range, self.copies = QLineEdit(), QSpinBox(minimum=1, maximum=MOST_COPIES)
        self._wrong = Label(desk, "", "message")
        self.language.show_value(wish.language)
        if wish.partner in dossier.members:
            self.part.show_value(wish.partner)
        self._has_printers = bool(printers)
        self._arrange(bool(parts))
        self.range.textEdited.connect(self._check)
        self._check()

    def _arrange(self, has_parts: bool) -> None:
        desk, px = self._desk, self._desk.look.px
        self.setWindowTitle(desk.say(phrase("Print")))
        self.range.setPlaceholderText(desk.say(phrase("All, or for example 2–4, 7")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(1, 1)
        for n, (said, control) in enumerate(self._rows(has_parts)):
            label = Label(desk, said, "label")
            label.name(control)
            grid.addWidget(label, n, 0)
            grid.addWidget(control, n, 1)
        column, scroll = QVBoxLayout(self), Scroll(desk, WIDE, 0)
        column.setContentsMargins(px(24), px(20), px(24), px(18))
        column.setSpacing(px(12))
        column.addWidget(Label(desk, phrase("Print"), "section"))
        if not self._has_printers:
            said = phrase(
                "No printer is set up on this computer. Save a PDF and print it where there is one."
            )
            column.addWidget(Label(desk, said, "help"))
        scroll.column.addLayout(grid)
        scroll.column.addStretch(1)
        column.addWidget(scroll, 1)
        column.addWidget(self._wrong)
        column.addLayout(self._buttons())
        self.copies.setMaximumWidth(px(100))
        self.copies.lineEdit().setTextMargins(
            px(9), 0, 0, 0
        )  # Qt leaves out the padding of the style sheet here
        Fit(self, desk.look, WIDE, scroll=scroll)

    def _rows(self, has_parts: bool) -> list[tuple[Phrase, QWidget]]:
        """What there is to choose: without a printer only what a PDF depends on."""
        what: list[tuple[Phrase, QWidget]] = [(phrase("What"), self.part)] if has_parts else []
        what.append((phrase("Language"), self.language))
        if not self._has_printers:
            return what
        return [
            (phrase("Printer"), self.printer),
            *what,
            (phrase("Pages"), self.range),
            (phrase("Copies"), self.copies),
            (phrase("On the paper"), self.up),
            (phrase("Sides"), self.sides),
            (phrase("Colours"), self.color),
        ]

    def _buttons(self) -> QHBoxLayout:
        row, desk = QHBoxLayout(), self._desk
        stop = Button(desk, phrase("Cancel"))
        role = "plain" if self._has_printers else "primary"
        save = Button(desk, phrase("Save as PDF …"), "file-output", role=role)
        stop.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        row.addWidget(save)
        row.addStretch(1)
        row.addWidget(stop)
        if self._has_printers:
            self.go = Button(desk, phrase("Print"), "printer", role="primary")
            self.go.setDefault(True)
            self.go.clicked.connect(self._take)
            row.addWidget(self.go)
        return row

    def _check(self) -> None:
        """Tells at once whether the pages can be read."""
        is_wrong = not is_range(self.range.text())
        said = phrase("Write pages like this: 2–4, 7. Leave it empty for all pages.")
        self._wrong.show_said(said if is_wrong else "")
        self._wrong.setVisible(is_wrong)
        wear(self.range, "invalid", is_wrong)
        self.range.setAccessibleDescription(self._wrong.text() or self.range.placeholderText())

    def _chosen(self) -> Wish:
        code, part = str(self.language.value), str(self.part.value)
        return Wish(code, profile="partner", partner=part) if part else Wish(code)

    def _save(self) -> None:
        self.wish, self.saves = self._chosen(), True
        self.accept()

    def _take(self) -> None:
        if not is_range(self.range.text()):
            self.range.setFocus()
            return
        self.wish = self._chosen()
        sides = next(key for key, _ in SIDES if key == self.sides.value)
        self.ticket = Ticket(
            str(self.printer.value),
            self.copies.value(),
            self.range.text(),
            2 if self.up.value == 2 else 1,
            sides,
            self.color.value is True,
        )
        self.accept()
