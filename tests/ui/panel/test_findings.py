"""The panel of findings shows what is shown of them, here and elsewhere, and leads to each."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from grantdesk.model.path import Path
from grantdesk.ui.desk.spot import Spot, spot
from grantdesk.ui.panel.findings import FindingsPanel, summed
from grantdesk.ui.panel.list import LINE, Findings
from grantdesk.words.phrase import phrase


def lines(model: Findings):
    return [model.index(row).data(LINE) for row in range(model.rowCount())]


def test_what_is_on_the_page_comes_before_what_is_elsewhere(desk):
    one = desk("hevi", "unfinished")
    model = Findings(one)
    QAbstractItemModelTester(model)
    one.attention.check()
    page = spot(one.session, one.attention.shown[-1].path)
    model.turn(page)
    found = lines(model)
    cut = [n for n, line in enumerate(found) if line.finding is None]
    assert [found[n].text for n in cut] == ["On this page", "Elsewhere"]
    assert all(spot(one.session, line.finding.path) == page for line in found[1 : cut[1]])
    assert not any(spot(one.session, line.finding.path) == page for line in found[cut[1] + 1 :])
    assert len(found) - 2 == len(one.attention.shown)


def test_the_words_are_those_of_the_finding_in_each_language(desk):
    one = desk("hevi", "unfinished")
    model = Findings(one)
    one.attention.check()
    for code in ("fi", "sv", "en"):
        one.speech.use(code)
        said = {line.text for line in lines(model) if line.finding}
        assert said == {one.say(finding.phrase) for finding in one.attention.shown}


def test_a_finding_that_is_mended_leaves_and_the_others_stay_where_they_are(desk):
    one = desk("hevi", "complete")
    model = Findings(one)
    QAbstractItemModelTester(model)
    one.attention.check()
    before = lines(model)
    one.session.edit({("name_fi",): None}, phrase("Change"))
    during = lines(model)
    assert any(line.finding and line.finding.path == ("name_fi",) for line in during)
    one.session.edit({("name_fi",): "UUSI"}, phrase("Change"))
    after = lines(model)
    assert [line.finding for line in after] == [line.finding for line in before]


def test_stepping_goes_through_every_finding_once_and_around(desk, qtbot: QtBot):
    one = desk("hevi", "unfinished")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    went: list[Path] = []
    panel.chosen.connect(went.append)
    assert panel.step(1) is None
    one.attention.check()
    listed = [finding.path for finding in panel.findings.listed]
    for _ in listed:
        panel.step(1)
    assert went == listed
    assert panel.step(1) == listed[0]
    assert panel.step(-1) == listed[-1]


def test_stepping_comes_to_every_finding_though_each_step_opens_its_page(desk, qtbot: QtBot):
    one = desk("hevi", "unfinished")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    one.attention.check()
    panel.chosen.connect(lambda path: panel.turn(spot(one.session, path)))
    panel.turn(spot(one.session, one.attention.shown[-1].path))
    went = [panel.step(1) for _ in one.attention.shown]
    assert sorted(went) == sorted(finding.path for finding in one.attention.shown)


def test_a_finding_that_was_mended_on_the_way_is_passed_by(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    one.attention.check()
    one.session.edit({("name_fi",): None, ("name_en",): None}, phrase("Change"))
    way = panel.findings.listed
    assert panel.step(1) == way[0].path
    one.session.edit({way[0].path: "Valo"}, phrase("Change"))
    assert way[0] not in panel.findings.listed
    assert panel.step(1) == way[1].path


def test_who_opened_another_page_goes_on_from_what_is_listed_there_first(desk, qtbot: QtBot):
    one = desk("hevi", "unfinished")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    one.attention.check()
    first = panel.step(1)
    assert first is not None
    elsewhere = next(
        f.path for f in one.attention.shown if spot(one.session, f.path) != spot(one.session, first)
    )
    panel.turn(spot(one.session, elsewhere))
    assert panel.step(1) == panel.findings.listed[0].path


def test_errors_come_before_warnings_and_advice_here_and_elsewhere(desk):
    one = desk("hevi", "unfinished")
    model = Findings(one)
    one.attention.check()
    worst = ["error", "warning", "advice"]
    for page in {spot(one.session, finding.path) for finding in one.attention.shown}:
        model.turn(page)
        found = [line.finding and worst.index(line.finding.severity) for line in lines(model)]
        cut = found.index(None, 1) if None in found[1:] else len(found)
        for part in (found[1:cut], found[cut + 1 :]):
            assert part == sorted(part)
    assert len({finding.severity for finding in one.attention.shown}) > 1


def test_stepping_begins_on_the_page_that_is_open(desk, qtbot: QtBot):
    one = desk("hevi", "unfinished")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    one.attention.check()
    page = spot(one.session, one.attention.shown[-1].path)
    panel.turn(page)
    path = panel.step(1)
    assert path is not None
    assert spot(one.session, path) == page


def test_enter_on_a_card_leads_to_the_field(desk, qtbot: QtBot):
    one = desk("hevi", "unfinished")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    one.attention.check()
    row = panel.findings.row_of(one.attention.shown[0])
    panel.list.setCurrentIndex(panel.findings.index(row))
    with qtbot.waitSignal(panel.chosen) as heard:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert heard.args == [one.attention.shown[0].path]


def test_the_sum_counts_what_is_shown(desk, qtbot: QtBot):
    one = desk("hevi", "unfinished")
    one.attention.check()
    errors = sum(finding.severity == "error" for finding in one.attention.shown)
    assert one.say(summed(one.attention.shown)[0]) == f"{errors} must fix"
    assert summed(()) == []


def test_a_page_without_findings_says_so_kindly(desk, qtbot: QtBot):
    one = desk("kinds")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    panel.turn(Spot("nowhere"))
    assert "Check answers" in panel._empty.text()


def test_the_sum_ends_where_the_cards_do(desk, qtbot: QtBot):
    one = desk("hevi", "unfinished")
    panel = FindingsPanel(one)
    qtbot.addWidget(panel)
    panel.resize(420, 300)
    panel.show()
    one.attention.check()
    for text in (100, 200):
        one.look.use("light", text)
        qtbot.wait(20)
        cards = panel.list.viewport()
        assert panel.list.verticalScrollBar().isVisible()
        ends = [each.mapTo(panel, each.rect().topRight()).x() for each in (panel._sum, cards)]
        assert abs(ends[0] - ends[1]) <= 2
