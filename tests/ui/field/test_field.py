"""A question: its words are those of the list of findings, and who cannot see them hears them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from desks import session_of
from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.kinds import editor
from grantdesk.ui.field.fact import NAMES
from grantdesk.ui.field.field import Field
from grantdesk.ui.field.help import LONG, opening
from grantdesk.ui.field.measure import Measure
from grantdesk.ui.field.message import Message
from grantdesk.words.phrase import phrase
from worlds import samples

SAID = phrase("Change it")
Desks = Callable[..., Desk]
Fields = Callable[[Desk, str], Field]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[Fields]:
    """Makes the field of a question of the project, that looks again when attention turns."""
    kept: list[Field] = []

    def make(desk: Desk, name: str) -> Field:
        node = desk.session.form.project.node(name)
        assert node is not None
        made = Field(desk, editor(desk, node, (name,)), node.required)
        kept.append(made)
        qtbot.addWidget(made)
        desk.attention.turned.connect(made.show_findings)
        desk.session.changed.connect(made.refresh)
        return made

    yield make
    for each in kept:
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # before Python collects them


def words(field: Field) -> list[str]:
    return [message.text.text() for message in field.findChildren(Message) if not message.isHidden()]


def test_a_finding_is_said_in_the_words_of_the_list_of_findings(desk: Desks, field: Fields) -> None:
    here = desk("rules", "failing", "en")
    here.attention.check()
    said = {finding.path: here.say(finding.phrase) for finding in here.session.report.findings}
    for path in [("months",), ("part",), ("code",), ("title",)]:
        assert said[path] in words(field(here, path[0]))


def test_a_field_in_error_says_so_to_the_eye_and_to_the_ear(desk: Desks, field: Fields) -> None:
    here = desk("kinds")
    one = field(here, "title")
    assert one.label.text() == "Title *"
    assert not one.property("invalid")
    here.attention.check()
    assert one.property("invalid")
    assert one.editor.main().property("invalid")
    told = one.editor.main().accessibleDescription()
    assert told.startswith("Error: “Title” has not been answered yet.")
    assert "Must be answered." in told
    here.session.edit({("title",): "Harbour"}, SAID)
    assert words(one) == []
    assert not one.property("invalid")


def test_new_errors_are_announced_where_somebody_is(
    desk: Desks, field: Fields, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    here = desk("kinds", {"email": "nobody"})
    one = field(here, "email")
    one.editor.entered.emit()
    one.editor.left.emit()
    assert len(heard) == 1
    assert heard[0].startswith("Error: “E-mail”: “nobody” is not an e-mail address.")


def test_why_tells_the_values_and_where_the_call_says_so(desk: Desks, field: Fields) -> None:
    here = desk("rules", "failing-too")
    one = field(here, "part")
    here.attention.check()
    assert one.why.text() == "Why?"
    one.why.setChecked(True)
    assert one.why.panel is not None
    told = one.why.panel.words()
    assert "Limit: €1,500" in told
    assert "Too much by: €100" in told


def test_what_nobody_confirmed_is_to_be_checked_in_the_call_notice(desk: Desks, field: Fields) -> None:
    one = field(desk("kinds"), "agreed")
    assert one.measure is not None
    assert one.measure.remark.text() == "Check this in the call notice"


def test_a_counter_says_that_a_limit_is_passed_before_the_field_is_left(desk: Desks, field: Fields) -> None:
    here = desk("kinds", {"title": "Harbour"})
    one = field(here, "title")
    here.attention.enter(("title",))
    here.session.edit({("title",): "x" * 41}, SAID)
    assert one.measure is not None
    assert one.measure.counter.property("over")
    assert words(one) == []


def test_a_message_below_leads_to_its_place(desk: Desks, qtbot: QtBot) -> None:
    here = desk("hevi", "unfinished")
    here.attention.check()
    path: Path = ("partners", "city", "staff")
    finding = next(each for each in here.attention.of(path) if len(each.path) > 3)
    message = Message(here, finding, path)
    qtbot.addWidget(message)
    with qtbot.waitSignal(message.followed) as followed:
        message.place.click()
    assert followed.args == [finding.path]
    assert "row 4" in message.place.words.text()


def test_every_fact_of_every_finding_has_a_name() -> None:
    shown = {*NAMES, "label"}
    for name in samples("rules"):
        for finding in session_of("rules", name).report.findings:
            assert finding.facts.keys() <= shown


def test_a_long_help_is_folded_at_the_end_of_a_sentence() -> None:
    text = "A short sentence. " * 40
    first = opening(text.strip())
    assert len(first) <= LONG
    assert first.endswith("sentence.")
    assert opening("Short.") == "Short."


def test_a_message_of_a_partner_says_which_one(desk: Desks, qtbot: QtBot) -> None:
    at = desk("hevi", "complete")
    partner = next(iter(at.session.answers["partners"]))
    finding = Finding(
        "required", ("partners", partner, "org_type"), "error", {"label": "Type"}, kind="required"
    )
    message = Message(at, finding, ("partners",))
    qtbot.addWidget(message)
    assert message.place is not None
    assert "Vantaan kaupunki" in message.place.words.text()
    assert message.place.words.text().count("›") == 1


def test_a_long_way_to_a_place_wraps_and_makes_no_page_wider(desk: Desks, qtbot: QtBot) -> None:
    name = "Society of the friends of quiet cities " * 6
    at = desk("hevi", {"partners": {"p": {"pos": "1", "name": name.strip()}}})
    message = Message(
        at, Finding("required", ("partners", "p", "org_type"), "error", kind="shape"), ("partners",)
    )
    qtbot.addWidget(message)
    message.resize(300, 400)
    message.show()
    assert message.minimumSizeHint().width() < 300
    words = message.place.words
    assert words.height() >= words.heightForWidth(words.width()) > 2 * words.fontMetrics().height()


def test_a_counter_and_a_remark_stand_on_one_line_where_both_have_room(qtbot: QtBot) -> None:
    measure = Measure()
    qtbot.addWidget(measure)
    measure.tell("Check this in the call notice", "1 389 of 2 000 characters, 216 words", False)
    heights = []
    for width in (600, 150):
        measure.resize(width, measure.heightForWidth(width))
        measure.show()
        heights.append(measure.counter.heightForWidth(measure.counter.width()))
    assert measure.minimumSizeHint().width() == 0
    assert not measure.counter.visibleRegion().isEmpty()
    assert heights[1] > heights[0]
