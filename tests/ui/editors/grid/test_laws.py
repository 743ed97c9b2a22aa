"""Laws of blocks: what was copied and pasted is the same, nothing pasted is lost, undo brings everything back."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desks import desk_of, session_of
from grantdesk.model.path import starts
from grantdesk.model.tree import same
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid import gesture
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.sheet.cell import read
from grantdesk.ui.editors.grid.sheet.clipboard import cells, tsv
from grantdesk.ui.editors.grid.sheet.paste import Area, copied, pasted
from grantdesk.ui.editors.rows.deed.deeds import Deeds
from grantdesk.ui.editors.rows.listing import Listing
from grantdesk.words.phrase import phrase

STAFF = ("partners", "city", "staff")
TYPED = (
    "",
    "5",
    "5000,50",
    "5 000 €",
    "abc",
    "1.9.2027",
    "2028",
    "12,5",
    "x\ty",
    "a\nb",
    '"',
    "WP1",
    "9" * 14,
)
ODD = st.sampled_from(TYPED)
BLOCK = st.integers(1, 7).flatmap(
    lambda width: st.lists(st.lists(ODD, min_size=width, max_size=width), min_size=1, max_size=5)
)


def staff(app: QApplication, language: str = "fi") -> tuple[Desk, Listing, GridModel]:
    session = session_of("hevi", "complete")
    path = (STAFF[0], next(iter(session.report.partners)), STAFF[2])
    desk = desk_of(app, session, language)
    sheet = Listing(desk, session.form.node(path), path)
    return desk, sheet, GridModel(sheet)


def put(sheet: Listing, block: list[list[str]], row: int, column: int) -> None:
    done = pasted(sheet, block, row, column)
    sheet.desk.session.edit(done.patch, phrase("Paste"))
    sheet.turn()


Qt = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@Qt
@given(st.data(), BLOCK, st.sampled_from(["fi", "sv", "en"]))
def test_pasting_what_was_copied_in_its_place_changes_nothing(
    qapp: QApplication, data: st.DataObject, block: list[list[str]], language: str
) -> None:
    desk, sheet, _ = staff(qapp, language)
    put(sheet, block, data.draw(st.integers(0, 5)), data.draw(st.integers(0, 5)))
    rows, columns = len(sheet.keys()), len(sheet.columns())
    row, column = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, columns - 1))
    area = Area(
        row, column, data.draw(st.integers(1, rows - row)), data.draw(st.integers(1, columns - column))
    )
    before = desk.session.answers
    put(sheet, cells(tsv(copied(sheet, area))), row, column)
    assert same(desk.session.answers, before)
    desk.work.close()


@Qt
@given(BLOCK, st.integers(0, 5), st.integers(0, 5))
def test_every_pasted_cell_is_read_as_if_it_was_typed_or_kept_and_reported(
    qapp: QApplication, block: list[list[str]], row: int, column: int
) -> None:
    desk, sheet, _ = staff(qapp)
    done = pasted(sheet, block, row, column)
    desk.session.edit(done.patch, phrase("Paste"))
    sheet.turn()
    refused = {each.at: each.text for each in done.refused}
    for place, texts in enumerate(block, row):
        for at, text in enumerate(texts, column):
            if at >= len(sheet.columns()) or (node := sheet.node("", at)) is None:
                continue
            where = sheet.place(sheet.keys()[place], at)
            value, said = sheet.value(sheet.keys()[place], at), read(sheet.dossier, node, text)
            assert value == said.value
            assert (where in refused) == (said.trouble is not None)
            if said.trouble is not None:
                assert value == text
                assert any(starts(finding.path, where) for finding in desk.session.report.findings)
    told = done.columns_lost == max(0, column + len(block[0]) - len(sheet.columns()))
    assert told
    desk.work.close()


def deeds(desk: Desk, sheet: Listing, model: GridModel) -> list[Callable[[Area], object]]:
    rows = Deeds(desk.session, sheet.path, sheet._node.label)
    return [
        lambda area: gesture.clear(model, [(key, area.column) for key in chosen(model, area)]),
        lambda area: gesture.cut(model, [(key, area.column) for key in chosen(model, area)], area),
        lambda area: gesture.paste(model, area),
        lambda area: gesture.copy(model, area),
        lambda area: gesture.fill_down(model, area),
        lambda area: rows.add(),
        lambda area: rows.duplicate(chosen(model, area)),
        lambda area: rows.shift(chosen(model, area), -1),
        lambda area: rows.shift(chosen(model, area), 1),
        lambda area: rows.remove(chosen(model, area)) if chosen(model, area) else None,
        lambda area: model.type(model.index(model.rowCount() - 1, area.column), "7", typing=True),
        lambda area: model.type(model.index(0, area.column), "abc"),
        lambda area: desk.session.stack.undo(),
    ]


def chosen(model: GridModel, area: Area) -> list[str]:
    return list(model.keys[area.row : area.row + area.rows])


@Qt
@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 4), st.integers(0, 5), st.integers(1, 3)), max_size=12
    )
)
def test_undoing_everything_brings_the_answers_back_and_the_model_keeps_its_promises(
    qapp: QApplication, steps: list[tuple[int, int, int, int]]
) -> None:
    desk, sheet, model = staff(qapp)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    before = desk.session.answers
    for which, row, column, size in steps:
        area = Area(min(row, model.rowCount() - 1), column, size, 1)
        deeds(desk, sheet, model)[which](area)
        assert list(model.keys) == list(sheet.keys())
    while desk.session.stack.canUndo():
        desk.session.stack.undo()
    assert same(desk.session.answers, before)
    assert list(model.keys) == list(sheet.keys())
    del tester
    desk.work.close()
