"""What a condition hides in a row is kept, and neither shown, read out nor summed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desks import NOW, desk_of
from grantdesk.call.author import assembled
from grantdesk.call.pack import packed
from grantdesk.files.grant import begun
from grantdesk.model.path import Path
from grantdesk.session.session import Session
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.grid import Grid
from grantdesk.ui.editors.grid.sheet.sheet import Sum
from grantdesk.ui.editors.rows.listing import Listing
from worlds import parts

Grids = Callable[[Desk, Path], Grid]


def test_a_hidden_cell_is_neither_seen_nor_heard(desk: Callable[..., Desk], grid: Grids) -> None:
    steps = {"a": {"pos": "1", "day": "2027-02-01"}, "b": {"pos": "2", "what": "Go", "day": "2027-02-01"}}
    made = grid(desk("hidden", {"has_output": True, "steps": steps}), ("steps",))
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert [made.model.index(row, 1).data(role) for row in (0, 1)] == ["", "1 February 2027"]


def test_a_hidden_amount_is_in_no_sum(qapp: QApplication) -> None:
    files = parts("kinds")
    files["30-part"]["tables"]["cost"]["columns"][0]["visible_when"] = "has(this.note)"
    rows = {"a": {"pos": "1", "euros": 150, "note": "Yes"}, "b": {"pos": "2", "euros": 50_010}}
    answers = {"parts": {"p": {"pos": "1", "spent_on": rows}}}
    session = Session(begun(packed(assembled(files)), "tests", NOW, answers))
    path = ("parts", "p", "spent_on")
    sheet = Listing(desk_of(qapp, session), session.form.node(path), path)
    assert sheet.foot()[0] == Sum("€1.50")
