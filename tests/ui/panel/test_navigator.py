"""The navigator tells of each page how it stands, from the findings that are shown and the progress alone."""

from itertools import product

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from grantdesk.model.order import ordered
from grantdesk.ui.desk.spot import CHECK, Spot, spots
from grantdesk.ui.panel.contents import ITEM, Contents
from grantdesk.ui.panel.mark import Mark
from grantdesk.ui.panel.navigator import Navigator
from grantdesk.words.phrase import phrase

NOWHERE = QModelIndex()


def rows(model: Contents, parent: QModelIndex = NOWHERE) -> list[QModelIndex]:
    """Every row, depth first."""
    found = []
    for n in range(model.rowCount(parent)):
        index = model.index(n, 0, parent)
        found += [index, *rows(model, index)]
    return found


def told(model: Contents, page: Spot) -> str:
    return str(model.find(page).data(Qt.ItemDataRole.AccessibleTextRole))


def test_every_page_that_is_asked_is_there_once_and_in_its_order(desk):
    one = desk("hevi", "complete")
    model = Contents(one)
    QAbstractItemModelTester(model)
    pages = [index.data(ITEM).spot for index in rows(model)]
    assert [page for page in pages if page is not None] == spots(one.session)


def test_the_part_of_each_partner_has_its_name_and_stands_beneath_the_partners(desk):
    one = desk("hevi", "complete")
    model = Contents(one)
    dossier = one.session.dossier(one.speech.language)
    for key, _ in ordered(one.session.answers["partners"]):
        part = model.part(key)
        assert part.data() == dossier.say(dossier.partner(key).full)
        assert part.parent().data(ITEM).spot == Spot(one.session.form.home("partners"))
        assert model.rowCount(part) > 0


def test_nothing_is_to_be_fixed_before_it_is_shown(desk):
    one = desk("hevi", "unfinished")
    model = Contents(one)
    assert not any(index.data(ITEM).mark.fixes for index in rows(model))
    one.attention.check()
    errors = sum(finding.severity == "error" for finding in one.attention.shown)
    pages = [index.data(ITEM) for index in rows(model)]
    assert sum(item.mark.fixes for item in pages if item.spot is not None) == errors > 0


def test_a_page_where_nothing_is_required_is_not_done_before_somebody_has_been_there(desk):
    one = desk("hevi")
    model, codes = Contents(one), Spot("codes")
    assert model.find(codes).data(ITEM).mark == Mark("not_started")
    assert told(model, codes).endswith("Classification, nothing required")
    one.session.edit({("form_of_support",): 1}, phrase("Answer"), ("form_of_support",))
    assert told(model, codes).endswith("Classification, done")


def test_only_rows_that_say_something_else_are_told_to_have_changed(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    model = Contents(one)
    QAbstractItemModelTester(model)
    changed: list[str] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.data()))
    one.session.edit({("name_fi",): None}, phrase("Change"))
    before = list(changed)
    one.session.edit({("name_fi",): "Uusi"}, phrase("Change"))
    assert len(before) <= 2
    assert len(changed) <= 4


def test_it_speaks_the_language_of_the_window_at_once(desk):
    one = desk("hevi", "complete")
    model = Contents(one)
    assert told(model, CHECK).endswith(" Check and export")
    one.speech.use("fi")
    section = one.session.form.call.sections[0]
    assert section.title.fi in told(model, Spot(section.id))


def test_only_the_part_of_the_partner_that_is_open_is_unfolded(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    navigator = Navigator(one)
    qtbot.addWidget(navigator)
    partners = list(one.session.report.progress.partners)
    pages = [page for page in spots(one.session) if page.partner]
    for page in (pages[0], pages[-1]):
        navigator.turn(page)
        unfolded = [key for key in partners if navigator.tree.isExpanded(navigator.contents.part(key))]
        assert unfolded == [page.partner]


def test_the_page_that_is_open_is_seen_whole_though_its_name_takes_more_lines_in_bold(desk, qtbot: QtBot):
    one = desk("hevi", "complete", "sv")
    shown = Navigator(one)
    qtbot.addWidget(shown)
    shown.show()
    for height, page in product(range(480, 640, 20), spots(one.session)):
        shown.resize(260, height)
        shown.turn(page)
        row = shown.tree.visualRect(shown.contents.find(page))
        assert row.top() >= 0, page
        assert row.bottom() <= shown.tree.viewport().height(), page


def test_enter_goes_to_the_page_under_the_cursor(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    navigator = Navigator(one)
    qtbot.addWidget(navigator)
    navigator.turn(spots(one.session)[0])
    went: list[Spot] = []
    navigator.chosen.connect(went.append)
    qtbot.keyClick(navigator.tree, Qt.Key.Key_Down)
    qtbot.keyClick(navigator.tree, Qt.Key.Key_Return)
    assert went == [spots(one.session)[1]]


def test_the_page_stays_marked_when_a_partner_is_removed(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    navigator = Navigator(one)
    qtbot.addWidget(navigator)
    page = spots(one.session)[0]
    navigator.turn(page)
    last = list(one.session.report.progress.partners)[-1]
    one.session.edit({("partners", last): None}, phrase("Remove"))
    assert not navigator.contents.part(last).isValid()
    assert navigator.tree.currentIndex().data(ITEM).spot == page


def test_the_page_that_is_open_stays_in_sight_whole_when_it_gets_a_second_line(desk, qtbot: QtBot):
    one = desk("hevi")
    navigator = Navigator(one)
    qtbot.addWidget(navigator)
    navigator.resize(260, 420)
    navigator.show()
    page = Spot("declarations")
    navigator.turn(page)
    tree, index = navigator.tree, navigator.contents.find(page)
    bar = tree.verticalScrollBar()
    bar.setValue(bar.value() + tree.visualRect(index).bottom() - tree.viewport().height() + 1)
    one.session.edit({("not_started",): True}, phrase("Answer"), ("not_started",))
    tree.executeDelayedItemsLayout()
    assert index.data(ITEM).mark.answered == 1
    assert tree.visualRect(index).bottom() <= tree.viewport().height()
