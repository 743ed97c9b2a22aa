"""Where one begins: the files one worked on, the calls, a folder, and what a crash left behind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desks import Person, grant_of
from grantdesk.files.preferences import Recent
from grantdesk.files.recovery.left import Left as Kept
from grantdesk.files.recovery.record import Record
from grantdesk.files.writing import write
from grantdesk.session.earlier.left import Fate, Left
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.session.stock.calls import Offered
from grantdesk.session.stock.folder import applications, listed
from grantdesk.ui.dialog.about import About
from grantdesk.ui.dialog.preferences import PreferencesDialog
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.start.deadline import days_left, told
from grantdesk.ui.start.start import MOST, Start
from grantdesk.ui.start.tile import File, Tile
from grantdesk.ui.start.unsaved import Unsaved
from grantdesk.words.language import Language
from grantdesk.words.phrase import Texts
from lookout import lookout

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints"
)  # what windows without a screen say of their size

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
ENGLISH = Language("en")
CLOSES = "2026-11-29T16:15:00+02:00"


def call(name: str, closes: datetime | None = None) -> Offered:
    title = Texts(f"Haku {name}", f"Utlysning {name}", f"Call {name}")
    needs = Texts("Kynä", "Penna", "A pen")
    return Offered(name, title, Texts("Rahaa", "Pengar", "Money"), needs, Texts("A", "A", "A"), None, closes)


CALLS = (call("one", NOW + timedelta(days=40)), call("two"))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Two applications, a file that is none, and the path of one that is gone."""
    folder = tmp_path / "docs"
    folder.mkdir()
    paths = {name: folder / f"{name}.grant" for name in ("first", "second", "broken", "gone")}
    write(grant_of("hevi", "unfinished"), paths["first"])
    write(grant_of("hevi"), paths["second"])
    paths["broken"].write_bytes(b"no application")
    return paths


class Place:
    """A start window with its surroundings."""

    def __init__(self, app: QApplication) -> None:
        self.preferences, self.person = Preferences(), Person()
        self.look, self.speech = Look(app), Speech("en")
        self.stage = Stage(self.speech, self.look)
        self.look.follow(self.preferences)

    def open(self, calls: Sequence[Offered] = CALLS) -> Start:
        return Start(self.stage, self.preferences, self.person, calls, lambda: NOW)

    def remember(self, *paths: Path) -> None:
        for path in reversed(paths):
            said = {"name": path.stem.title(), "call": "HEVi", "closes": CLOSES, "share": 4630}
            self.preferences.remember(Recent(path=str(path), **said))


@pytest.fixture
def place(qapp: QApplication) -> Iterator[Place]:
    QApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # the windows of the test before: they cost time
    place = Place(qapp)
    yield place
    place.look.deleteLater()


@pytest.fixture
def start(place: Place, files: dict[str, Path], qtbot: QtBot) -> Start:
    """With three recent files, one of them gone."""
    place.remember(files["first"], files["second"], files["gone"])
    start = place.open()
    qtbot.addWidget(start)
    return start


def test_a_card_of_a_file_shows_its_deadline_only_where_it_is_put(place: Place, qtbot: QtBot) -> None:
    with lookout() as out:
        tile = Tile(place.stage, File(Path("docs/first.grant"), closes=NOW + timedelta(days=5)), NOW, ())
    qtbot.addWidget(tile)
    assert out.seen == []
    assert "closes in 5 days" in texts(tile)


def texts(widget: QWidget) -> str:
    """All that can be read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


@pytest.mark.parametrize(
    ("days", "said", "tone"),
    [
        (40, "closes in 40 days", "info"),
        (7, "closes in 7 days", "warning"),
        (1, "closes in 1 day", "warning"),
        (0.1, "closes today", "error"),
        (-1, "closed 23 November 2026", ""),
    ],
)
def test_the_deadline_is_told_in_days(days: float, said: str, tone: str) -> None:
    phrase, found = told(NOW + timedelta(days=days), NOW)
    assert (ENGLISH.say(phrase), found) == (said, tone)


def test_days_are_those_of_the_calendar_where_the_call_closes() -> None:
    closes = datetime.fromisoformat("2026-11-25T00:30:00+02:00")
    assert days_left(closes, datetime.fromisoformat("2026-11-24T23:50:00+02:00")) == 1
    assert days_left(closes, datetime.fromisoformat("2026-11-24T22:10:00+00:00")) == 0


def test_recent_files_are_told_with_call_deadline_and_progress(start: Start) -> None:
    read = texts(start.home.shelf.tiles[0])
    for part in ("First", "HEVi", "closes in 5 days", "46%", "docs"):
        assert part in read


def test_pressing_a_file_opens_it(start: Start, files: dict[str, Path], qtbot: QtBot) -> None:
    with qtbot.waitSignal(start.chosen_file) as caught:
        qtbot.keyClick(start.home.shelf.tiles[1], Qt.Key.Key_Space)
    assert caught.args == [files["second"]]


def gone(start: Start) -> Tile:
    return start.home.shelf.tiles[2]


def test_a_file_that_is_gone_is_told_and_can_be_taken_off_the_list(
    start: Start, place: Place, files: dict[str, Path], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: gone(start).is_lost)
    assert "no longer there" in texts(gone(start))
    assert "46%" not in texts(gone(start))
    assert "no longer there" in gone(start).accessibleName()
    actions = gone(start).menu().actions()
    assert [action.text() for action in actions] == ["&Remove from this list"]
    actions[0].trigger()
    assert len(start.home.shelf.tiles) == 2
    assert all(each.path != str(files["gone"]) for each in place.preferences.value.recent)


def test_a_file_can_be_opened_to_read_and_shown_in_its_folder(
    start: Start, files: dict[str, Path], qtbot: QtBot
) -> None:
    seen: list[str] = []

    class Desktop(QObject):
        @Slot(QUrl)
        def look(self, url: QUrl) -> None:
            seen.append(url.toLocalFile())

    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "look")
    read, folder, _ = start.home.shelf.tiles[0].menu().actions()
    with qtbot.waitSignal(start.chosen_to_read) as caught:
        read.trigger()
    assert caught.args == [files["first"]]
    folder.trigger()
    QDesktopServices.unsetUrlHandler("file")
    assert seen == [files["first"].parent.as_posix()]


def test_one_call_is_open_at_a_time_and_begins_an_application(start: Start, qtbot: QtBot) -> None:
    one, two = start.home.offers
    one.head.click()
    two.head.click()
    assert (one.head.isChecked(), two.head.isChecked()) == (False, True)
    assert "Money" in texts(two)
    assert "A pen" in texts(two)
    assert "open until further notice" in texts(two)
    with qtbot.waitSignal(start.chosen_call) as caught:
        two.details.start.click()
    assert caught.args == ["two"]


def test_an_application_can_begin_from_an_earlier_one(
    start: Start, place: Place, files: dict[str, Path], qtbot: QtBot
) -> None:
    place.person.files += [None, files["second"]]
    with qtbot.assertNotEmitted(start.chosen_earlier):
        start.home.offers[0].details.earlier.click()
    with qtbot.waitSignal(start.chosen_earlier) as caught:
        start.home.offers[0].details.earlier.click()
    assert caught.args == [files["second"], "one"]


def test_a_call_that_is_not_open_yet_says_from_when(place: Place, qtbot: QtBot) -> None:
    start = place.open([replace(CALLS[0], opens=NOW + timedelta(days=2))])
    qtbot.addWidget(start)
    assert "opens 26 November 2026" in texts(start.home.offers[0])


def test_who_has_no_file_yet_is_welcomed_and_shown_the_first_call(place: Place, qtbot: QtBot) -> None:
    start = place.open()
    qtbot.addWidget(start)
    start.show()
    assert "Welcome to grantdesk" in texts(start)
    assert "Your applications" not in texts(start)
    assert start.home.offers[0].head.isChecked()
    assert start.focusWidget() is start.home.offers[0].details.start


def test_the_latest_file_has_the_focus(start: Start) -> None:
    start.show()
    assert start.focusWidget() is start.home.shelf.tiles[0]


def test_a_long_list_shows_its_rest_when_asked(place: Place, tmp_path: Path, qtbot: QtBot) -> None:
    place.remember(*(tmp_path / f"{n}.grant" for n in range(9)))
    start = place.open()
    qtbot.addWidget(start)
    shelf = start.home.shelf
    assert [tile.isHidden() for tile in shelf.tiles] == [False] * 6 + [True] * 3
    shelf.show_all()
    assert not any(tile.isHidden() for tile in shelf.tiles)


def test_open_asks_for_a_file(start: Start, place: Place, files: dict[str, Path], qtbot: QtBot) -> None:
    place.person.files += [files["first"], None]
    with qtbot.waitSignal(start.chosen_file) as caught:
        start.home.open.click()
    assert caught.args == [files["first"]]
    with qtbot.assertNotEmitted(start.chosen_file):
        start.home.open.click()


def test_a_folder_tells_its_applications_and_how_far_they_are(
    start: Start, place: Place, files: dict[str, Path], qtbot: QtBot
) -> None:
    place.person.files.append(files["first"].parent)
    start.home.folder.click()
    qtbot.waitUntil(lambda: len(start.folder.shelf.tiles) == 3)
    assert "3 applications" in texts(start.folder)
    broken, first, second = start.folder.shelf.tiles
    assert broken.is_lost
    assert "Hiljainen jakelu" in texts(first)
    assert "%" in texts(first)
    assert "second" in texts(second)
    with qtbot.waitSignal(start.chosen_file) as caught:
        first.click()
    assert caught.args == [files["first"]]
    start.folder.back.click()
    assert start.pages.currentIndex() == 0


def test_an_empty_folder_says_so(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    start.show_folder(tmp_path / "empty")
    qtbot.waitUntil(lambda: "no applications" in texts(start.folder))
    assert start.folder.shelf.tiles == []


def test_a_folder_that_is_gone_says_so(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    start.show_folder(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: "no permission to read" in texts(start.folder))
    assert start.folder.shelf.tiles == []


def test_what_is_listed_of_a_file_is_what_stands_in_it(files: dict[str, Path]) -> None:
    assert [path.stem for path in applications(files["first"].parent)] == ["broken", "first", "second"]
    found = listed(files["second"])
    assert (found.name, found.share) == ("", 0)
    assert found.closes is not None
    assert "HEVi" in found.call.fi


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_dropped_on_the_window_are_opened(start: Start, files: dict[str, Path], qtbot: QtBot) -> None:
    data = mime(files["first"], files["first"].with_suffix(".txt"), files["first"].with_suffix(".pdf"))
    at, buttons, keys = QPoint(50, 50), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(start, enter)
    assert enter.isAccepted()
    opened: list[list[Path]] = []
    start.chosen_files.connect(opened.append)
    QApplication.sendEvent(start, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, keys))
    assert opened == [[files["first"], files["first"].with_suffix(".pdf")]]


def test_other_files_are_not_taken(start: Start, tmp_path: Path) -> None:
    data = mime(tmp_path / "x.txt")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(start, enter)
    assert not enter.isAccepted()


Works = Callable[[Fate], Left]


@pytest.fixture
def work(files: dict[str, Path]) -> Works:
    """Unsaved work whose file is as said; it gives the project another name than the file has."""
    grant = grant_of("hevi", "unfinished")
    base = {**grant.answers, "name_fi": "Vanha nimi"}

    def make(fate: Fate) -> Left:
        path = None if fate == "unsaved" else files["first"]
        record = Record(grant, path, "2026-11-24T08:02:00Z", "Project")
        moment = datetime(2026, 11, 24, 8, 2, tzinfo=UTC)
        kept = Kept(files["first"].parent, record)
        return Left("Project", Texts("Haku", "", ""), path, moment, 1, fate, kept, base)

    return make


def banner(start: Start) -> Unsaved:
    found = start.findChild(Unsaved)
    assert isinstance(found, Unsaved)
    return found


def test_unsaved_work_is_offered_with_what_it_would_change(start: Start, work: Works) -> None:
    start.offer_unsaved([work("same")])
    assert "“Project” has 1 change that is not in its file first.grant" in texts(banner(start))
    banner(start).button("show").click()
    assert "Vanha nimi" in texts(banner(start))
    assert "Hiljainen jakelu" in texts(banner(start))
    banner(start).button("show").click()
    assert "Vanha nimi" not in texts(banner(start))


def test_unsaved_work_is_restored_or_let_go(start: Start, place: Place, work: Works, qtbot: QtBot) -> None:
    left = work("same")
    place.person.choices.append("throw")
    start.offer_unsaved([left])
    with qtbot.waitSignal(start.restored) as caught:
        banner(start).button("restore").click()
    assert caught.args == [left]
    with qtbot.waitSignal(start.forgotten) as caught:
        banner(start).button("forget").click()
    assert caught.args == [left]
    start.drop_unsaved(left)
    assert banner(start).isHidden()


def test_of_very_much_unsaved_work_the_rest_is_offered_as_the_first_is_settled(
    start: Start, work: Works
) -> None:
    left = [work("same") for _ in range(MOST + 2)]
    start.offer_unsaved(left)

    def offered() -> list[Left]:
        return [each.work for each in start.findChildren(Unsaved) if not each.isHidden()]

    assert offered() == left[:MOST]
    start.drop_unsaved(left[3])
    assert offered() == [*left[:3], *left[4 : MOST + 1]]


@pytest.mark.parametrize("fate", ["unsaved", "gone", "same", "changed"])
def test_the_only_copy_is_not_thrown_away_unasked(
    start: Start, place: Place, work: Works, fate: Fate, qtbot: QtBot
) -> None:
    start.offer_unsaved([work(fate)])
    place.person.choices += ["keep", "throw"]
    with qtbot.assertNotEmitted(start.forgotten):
        banner(start).button("forget").click()
    with qtbot.waitSignal(start.forgotten):
        banner(start).button("forget").click()
    assert len(place.person.asked) == 2
    detail = place.person.asked[0].detail
    assert detail is not None
    assert ("The file stays" in str(detail.said)) == (fate in ("same", "changed"))


def test_another_language_is_spoken_at_once_and_kept(
    start: Start, place: Place, work: Works, qtbot: QtBot
) -> None:
    start.offer_unsaved([work("same")])
    start.show()
    start.home.shelf.tiles[1].setFocus()
    picked = start.head.language
    picked.setCurrentIndex(0)
    picked.activated.emit(0)
    assert place.preferences.value.language == "fi"
    assert start.home.offers[0].head.said.text() == "Haku one"
    assert start.focusWidget() is start.home.shelf.tiles[1]
    place.speech.use("sv")
    assert start.home.offers[0].head.said.text() == "Utlysning one"
    assert picked.currentText() == "Svenska"


def test_another_look_is_seen_at_once(start: Start, place: Place) -> None:
    start.head.look.setCurrentIndex(2)
    start.head.look.activated.emit(2)
    assert (place.preferences.value.look, place.look.name) == ("dark", "dark")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("text", [100, 200])
def test_it_fits_a_small_screen_at_any_size_of_text(
    start: Start, place: Place, work: Works, language: str, text: int, qtbot: QtBot
) -> None:
    place.speech.use(language)
    place.preferences.change(text=text)
    start.offer_unsaved([work("same")])
    start.home.offers[0].open_up(True)
    start.resize(1024, 700)
    start.show()
    QApplication.processEvents()
    assert (start.width(), start.height()) == (1024, 700)
    for button in start.home.findChildren(QAbstractButton):
        if button.isVisible():
            right = button.mapTo(start, QPoint(button.width(), 0)).x()
            assert right <= 1024
            assert button.width() >= min(button.sizeHint().width(), 900)


def test_every_control_has_a_name(start: Start, work: Works) -> None:
    start.offer_unsaved([work("same")])
    for control in start.findChildren(QWidget):
        if isinstance(control, QAbstractButton | QComboBox):
            name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
            assert name or control.accessibleName(), control


def test_preferences_and_about_are_at_hand(start: Start, qtbot: QtBot) -> None:
    start.show()
    for tool, kind in ((start.head.settings, PreferencesDialog), (start.head.about, About)):
        tool.click()
        dialog = start.findChild(kind)
        assert isinstance(dialog, QDialog)
        assert dialog.isVisible()
        dialog.close()


def test_where_a_file_lies_is_said_from_the_home_folder_on(qtbot: QtBot, place: Place) -> None:
    file = File(Path(QDir.homePath()) / "Hakemukset" / "a.grant", "a")
    tile = Tile(place.stage, file, NOW, ())
    qtbot.addWidget(tile)
    assert str(Path("~/Hakemukset")) in texts(tile)
