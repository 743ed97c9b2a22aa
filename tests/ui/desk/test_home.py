"""Paths as people say them."""

from pathlib import Path

from PySide6.QtCore import QDir

from grantdesk.ui.desk.home import from_home


def test_a_path_begins_at_the_home_folder_where_it_lies_in_it() -> None:
    home = Path(QDir.homePath())
    assert from_home(home / "Documents" / "a.grant") == str(Path("~/Documents/a.grant"))
    assert from_home(home) == "~"


def test_a_path_elsewhere_is_said_whole() -> None:
    beside = Path(QDir.homePath() + "-of-others") / "a.grant"
    assert from_home(beside) == str(beside)
