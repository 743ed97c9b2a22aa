"""Which key one signs with: in a file that a passphrase opens, or on a card that a PIN opens."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from grantdesk.session.handing.recalled import Tools
from grantdesk.session.handing.signing import FileKey, Key, TokenKey
from grantdesk.ui.desk.ask import Ask
from grantdesk.ui.handing.chosen import Chosen
from grantdesk.ui.handing.signing.entry import Entry, Secret
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.pick import Pick
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

FILE, CARD = "file", "card"
KINDS = (
    (FILE, phrase("A key in a file (.p12, .pfx)")),
    (CARD, phrase("A card or token")),
)


class KeyForm(QFrame):
    """`tools` is what is chosen by now, to be recalled the next time; secrets are not among it."""

    def __init__(self, scene: Scene, ask: Ask, recalled: Tools) -> None:
        super().__init__()
        self._scene, self._ask = scene, ask
        self._path, self._module = Path(recalled.path), Path(recalled.module)
        choose = phrase("Choose …")
        self.kind = Pick(scene, KINDS)
        self.file = Chosen(scene, phrase("File with the key"), phrase("None chosen yet"), choose)
        self.passphrase = Secret(scene, phrase("Passphrase"), phrase("It is kept nowhere."))
        self.module = Chosen(
            scene, phrase("Module of the card’s maker (PKCS#11)"), phrase("None chosen yet"), choose
        )
        self.token = Entry(scene, phrase("Name of the card"), phrase("Only where there are several."))
        self.label = Entry(scene, phrase("Name of the key on the card"))
        self.pin = Secret(scene, phrase("PIN for signing"), phrase("It is kept nowhere."))
        self._in_file, self._on_card = QWidget(), QWidget()
        self._columns = [QVBoxLayout(self), QVBoxLayout(self._in_file), QVBoxLayout(self._on_card)]
        self._arrange()
        self._recall(recalled)

    @property
    def tools(self) -> Tools:
        """What is chosen."""
        return Tools(
            kind=str(self.kind.value),
            path=_named(self._path),
            module=_named(self._module),
            token=self.token.text,
            label=self.label.text,
        )

    def missing(self) -> tuple[Phrase, QWidget] | None:
        """What must be given before one can sign, and where; None if nothing is missing."""
        if self.kind.value == FILE:
            if not _named(self._path):
                return phrase("Choose the file with your key."), self.file.button
        elif not _named(self._module):
            return phrase("Choose the module that the maker of your card gives."), self.module.button
        elif not self.label.text:
            return phrase("Type the name of the key on your card."), self.label.line
        elif not self.pin.line.text():
            return phrase("Type the PIN of your card."), self.pin.line
        return None

    def taken(self) -> Key:
        """The key, with its secret, which is gone from here then."""
        passphrase, pin = self.passphrase.taken(), self.pin.taken()
        if self.kind.value == FILE:
            return FileKey(self._path, passphrase)
        return TokenKey(self._module, self.token.text, self.label.text, pin)

    def _arrange(self) -> None:
        whole, in_file, on_card = self._columns
        label = Label(self._scene, phrase("Sign with"), "label")
        label.name(self.kind)
        for widget in (label, self.kind, self._in_file, self._on_card):
            whole.addWidget(widget)
        for widget in (self.file, self.passphrase):
            in_file.addWidget(widget)
        for widget in (self.module, self.token, self.label, self.pin):
            on_card.addWidget(widget)
        for column in self._columns:
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self._scene.look.px(10))
        self.kind.picked.connect(self._turn)
        self.file.wanted.connect(self._choose_file)
        self.file.cleared.connect(self._forget_file)
        self.module.wanted.connect(self._choose_module)
        self.module.cleared.connect(self._forget_module)

    def _recall(self, recalled: Tools) -> None:
        self.kind.show_value(CARD if recalled.kind == CARD else FILE)
        self.token.line.setText(recalled.token)
        self.label.line.setText(recalled.label)
        self._turn()

    def _turn(self) -> None:
        """Asks only what the kind of key needs."""
        self._in_file.setVisible(self.kind.value == FILE)
        self._on_card.setVisible(self.kind.value == CARD)
        self.file.show_files([self._path] if _named(self._path) else [])
        self.module.show_files([self._module] if _named(self._module) else [])

    def _choose_file(self) -> None:
        if path := self._ask.file_to_open("key"):
            self._path = path
            self._turn()

    def _choose_module(self) -> None:
        if path := self._ask.file_to_open("module"):
            self._module = path
            self._turn()

    def _forget_file(self) -> None:
        self._path = Path()
        self._turn()

    def _forget_module(self) -> None:
        self._module = Path()
        self._turn()


def _named(path: Path) -> str:
    """The path as text; empty for none."""
    return "" if path == Path() else str(path)
