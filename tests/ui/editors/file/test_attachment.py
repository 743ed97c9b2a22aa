"""The laws of the editor of files: each is a card, every gesture is one step, and what is refused is told."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Person
from grantdesk.call.terms.node import Attachment
from grantdesk.files.container.content import held
from grantdesk.session import attaching
from grantdesk.session.attaching import Taken
from grantdesk.session.session import Session
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.file.attachment import AttachmentEditor
from grantdesk.ui.piece.menu import bare
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import phrase

PDF = b"%PDF-1.7\nsmall\n%%EOF\n"
PATH = ("files",)
COPY, NONE, LEFT = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def edited(qtbot: QtBot, desk: Desk, name: str = "files") -> AttachmentEditor:
    node = desk.session.form.node((name,))
    assert isinstance(node, Attachment)
    editor = AttachmentEditor(desk, node, (name,))
    desk.session.changed.connect(editor.refresh)
    host = Scroll(desk)
    host.column.addWidget(editor)
    editor.host = host  # the bot forgets what nobody else holds
    qtbot.addWidget(host)
    host.resize(700, 500)
    host.show()
    return editor


@pytest.fixture
def editor(qtbot: QtBot, desk: Callable[..., Desk]) -> AttachmentEditor:
    return edited(qtbot, desk("kinds"))


@pytest.fixture
def full(qtbot: QtBot, desk: Callable[..., Desk]) -> AttachmentEditor:
    made = desk("kinds")
    files = [Taken(name, held(name.encode())) for name in ("a.txt", "b.txt")]
    made.session.edit(attaching.added(made.session, PATH, files), phrase("Undo"))
    return edited(qtbot, made)


def person(editor: AttachmentEditor) -> Person:
    assert isinstance(editor.desk.ask, Person)
    return editor.desk.ask


def names(editor: AttachmentEditor) -> list[str]:
    assert [card.name.text() for card in editor.cards.values()] == [
        entry.name for entry in attaching.entries(editor.desk.session, editor.path)
    ]
    return [card.name.text() for card in editor.cards.values()]


def drop(editor: AttachmentEditor, *files: Path) -> bool:
    """Drops files on the editor; was that welcome?"""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(editor, enter)
    if enter.isAccepted():
        assert editor.zone.property("role") == "drop"
        QApplication.sendEvent(editor, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))
        assert editor.zone.property("role") == "card"
        editor.desk.work.finish()
    return enter.isAccepted()


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_added_by_the_button_as_one_step(editor: AttachmentEditor, tmp_path: Path) -> None:
    person(editor).files = [written(tmp_path, "plan.pdf", PDF)]
    busy = Event()
    editor.desk.work.start(busy.wait, bool, str)  # so that the file has to wait
    editor.zone.button.click()
    assert editor.reading.isVisible()
    busy.set()
    editor.desk.work.finish()
    assert not editor.reading.isVisible()
    assert names(editor) == ["plan.pdf"]
    assert editor.zone.button.text() == "Add another file"
    editor.desk.session.stack.undo()
    assert names(editor) == []


def test_choosing_no_file_changes_nothing(editor: AttachmentEditor) -> None:
    person(editor).files = [None]
    editor.zone.button.click()
    assert not editor.desk.work.busy
    assert not editor.desk.session.stack.count()


def test_many_files_are_dropped_as_one_step_and_refusals_are_told(
    editor: AttachmentEditor, tmp_path: Path
) -> None:
    good, other = written(tmp_path, "a.pdf", PDF), written(tmp_path, "b.txt", b"hello")
    bad = written(tmp_path, "c.exe", b"MZ")
    assert drop(editor, good, other, bad)
    assert names(editor) == ["a.pdf", "b.txt"]
    assert editor.notice.isVisible()
    assert "c.exe" in editor.notice.text.text()
    assert editor.desk.session.stack.count() == 1


def test_the_same_file_is_not_taken_twice(editor: AttachmentEditor, tmp_path: Path) -> None:
    file = written(tmp_path, "a.pdf", PDF)
    drop(editor, file, file)
    drop(editor, file)
    assert names(editor) == ["a.pdf"]
    assert "already" in editor.notice.text.text()


def test_only_files_of_this_computer_can_be_dropped(editor: AttachmentEditor) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://a.example/b.pdf")])
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(editor, enter)
    assert not enter.isAccepted()


def test_more_files_than_allowed_are_taken_and_the_finding_tells(
    full: AttachmentEditor, tmp_path: Path
) -> None:
    drop(full, written(tmp_path, "c.pdf", PDF))
    assert names(full) == ["a.txt", "b.txt", "c.pdf"]
    kinds = {finding.kind for finding in full.desk.session.report.findings if finding.path[:1] == PATH}
    assert "files_many" in kinds


def test_where_one_file_is_asked_another_takes_its_place(
    qtbot: QtBot, desk: Callable[..., Desk], tmp_path: Path
) -> None:
    editor = edited(qtbot, desk("hevi"), "dnsh_note")
    drop(editor, written(tmp_path, "a.pdf", PDF))
    assert editor.zone.button.text() == "Replace the file"
    drop(editor, written(tmp_path, "b.pdf", PDF + b"b"))
    assert names(editor) == ["b.pdf"]


def test_keys_remove_move_and_rename(qtbot: QtBot, full: AttachmentEditor) -> None:
    first, second = full.cards.values()
    QTest.keyClick(second.more, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(full) == ["b.txt", "a.txt"]
    QTest.keyClick(first.more, Qt.Key.Key_F2)
    assert first.naming.text() == "a"
    QTest.keyClicks(first.naming, "Muistio")
    QTest.keyClick(first.naming, Qt.Key.Key_Return)
    assert names(full) == ["b.txt", "Muistio.txt"]
    QTest.keyClick(second.more, Qt.Key.Key_Delete)
    assert names(full) == ["Muistio.txt"]
    full.desk.session.stack.undo()
    assert names(full) == ["b.txt", "Muistio.txt"]


def test_escape_leaves_the_name(full: AttachmentEditor) -> None:
    card = next(iter(full.cards.values()))
    card.start_naming()
    QTest.keyClicks(card.naming, "x")
    QTest.keyClick(card.naming, Qt.Key.Key_Escape)
    assert names(full) == ["a.txt", "b.txt"]
    assert card.name.isVisible()


def test_the_menu_has_every_deed_and_a_copy_is_saved(full: AttachmentEditor, tmp_path: Path) -> None:
    card = next(iter(full.cards.values()))
    menu = card.more.menu()
    menu.aboutToShow.emit()
    actions = {bare(action.text()): action for action in menu.actions()}
    assert list(actions) == ["Rename", "Replace", "Save a copy", "Move up", "Move down", "Remove"]
    person(full).files = [tmp_path / "copy.txt"]
    actions["Save a copy"].trigger()
    full.desk.work.finish()
    assert (tmp_path / "copy.txt").read_bytes() == b"a.txt"


def test_a_file_is_replaced_and_what_cannot_be_is_told(full: AttachmentEditor, tmp_path: Path) -> None:
    first = next(iter(full.cards))
    person(full).files = [written(tmp_path, "n.pdf", PDF), written(tmp_path, "n.exe", b"MZ")]
    full.cards[first].chosen.emit("replace", first)
    full.desk.work.finish()
    assert names(full) == ["n.pdf", "b.txt"]
    full.cards[first].chosen.emit("replace", first)
    full.desk.work.finish()
    assert names(full) == ["n.pdf", "b.txt"]
    assert full.notice.isVisible()


class Opener(QObject):
    """Stands for the programs of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_a_file_is_opened_as_a_copy_that_cannot_be_written_to(full: AttachmentEditor, opener: Opener) -> None:
    next(iter(full.cards.values())).open.click()
    full.desk.work.finish()
    (path,) = opener.opened
    assert path.read_bytes() == b"a.txt"
    assert not path.stat().st_mode & 0o222


def test_what_is_not_what_it_says_is_not_opened(
    qtbot: QtBot, desk: Callable[..., Desk], opener: Opener
) -> None:
    made = desk("kinds")
    made.session.edit(attaching.added(made.session, PATH, [Taken("a.pdf", held(b"MZ"))]), phrase("Undo"))
    editor = edited(qtbot, made)
    next(iter(editor.cards.values())).open.click()
    made.work.finish()
    assert not opener.opened
    assert "to protect your computer" in editor.notice.text.text()


def test_a_file_that_is_not_held_is_told_on_its_card(qtbot: QtBot, desk: Callable[..., Desk]) -> None:
    file = {"pos": "V", "name": "a.pdf", "size": 3, "sha256": "0" * 64}
    editor = edited(qtbot, desk("kinds", {"files": {"x": file}}))
    card = editor.cards["x"]
    assert "missing" in card.facts.text()
    assert not card.open.isEnabled()
    assert card.property("role") == "card-error"


def test_findings_mark_the_file_that_they_are_about(full: AttachmentEditor) -> None:
    first, second = full.cards
    findings = [f for f in full.desk.session.report.findings if f.path[:1] == PATH]
    assert not findings
    full.desk.session.edit({(*PATH, second, "name"): "b.doc"}, phrase("Undo"))
    full.mark([f for f in full.desk.session.report.findings if f.path[:1] == PATH])
    assert full.cards[second].property("role") == "card-error"
    assert full.cards[first].property("role") == "card"
    full.reveal((*PATH, second))
    assert full.cards[second].more.hasFocus() or full.focusWidget() is full.cards[second].more


def test_everything_is_said_in_the_language_of_the_moment_and_has_a_name(full: AttachmentEditor) -> None:
    full.desk.speech.use("fi")
    full.speak()
    card = next(iter(full.cards.values()))
    for control in (card.open, card.remove, card.more):
        assert "a.txt" in control.accessibleName()
    assert full.zone.button.accessibleName() == full.zone.button.text()
    assert full.main() is full.zone.button


def test_what_is_only_read_can_be_opened_but_not_changed(qtbot: QtBot, full: AttachmentEditor) -> None:
    desk = full.desk
    reader = Desk(
        Session(desk.session.grant, read_only=True),
        desk.attention,
        desk.speech,
        desk.look,
        desk.ask,
        desk.preferences,
        desk.work,
    )
    editor = edited(qtbot, reader)
    card = next(iter(editor.cards.values()))
    assert not editor.zone.isVisible()
    assert not card.remove.isVisible()
    assert not editor.acceptDrops()
    QTest.keyClick(card.more, Qt.Key.Key_Delete)
    assert names(editor) == ["a.txt", "b.txt"]
    assert editor.main() is card.open
