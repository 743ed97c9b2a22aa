"""What commands do grows as the application does: twice the rows are twice the work, for nobody waits for squares."""

import sys
from pathlib import Path
from types import FrameType

import pytest

from desks import grant_of
from grantdesk.files.writing import write
from grantdesk.model.order import spread

FEW, MANY = 150, 600
TABLES = {
    "work_packages": {"name": "Trial", "start": "2027-01-01", "end": "2027-06-30"},
    "milestones": {"name": "Begun", "work_package": "r0", "date": "2027-03-01"},
    "risks": {"risk": "Late", "owner": "nobody"},
}


def many(n: int, path: Path) -> Path:
    """An application whose tables have n rows, each with something wrong."""
    keys = [(f"r{i}", pos) for i, pos in enumerate(spread(n))]
    write(
        grant_of("hevi", {t: {k: {"pos": pos, **row} for k, pos in keys} for t, row in TABLES.items()}), path
    )
    return path


def calls(command, *arguments: object) -> int:
    """How many functions are called until a command is done."""
    n = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal n
        n += event == "call"

    sys.setprofile(count)
    try:
        assert command(*arguments).code in (0, 1)
    finally:
        sys.setprofile(None)
    return n


@pytest.mark.parametrize("doing", [("check",), ("check", "--json"), ("show",), ("export", "-o", "OUT")])
def test_more_rows_are_as_much_more_work(command, tmp_path: Path, doing: tuple[str, ...]):
    files = [many(n, tmp_path / f"{n}.grant") for n in (1, FEW, MANY)]
    first, few, more = (
        calls(command, *(str(tmp_path / f"{n}.pdf") if word == "OUT" else word for word in doing), file)
        for n, file in enumerate(files)
    )
    assert more - first < 1.15 * MANY / FEW * (few - first)
