"""Menus by keyboard: a letter for every entry."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from grantdesk.ui.piece.menu import bare, underline


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    return made


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_every_entry_has_a_letter_of_its_own_at_the_start_of_a_word_if_one_is_free(menu: QMenu) -> None:
    for said in ("Tallenna", "Tallenna nimellä …", "Tulosta", "Ä"):
        menu.addAction(said)
    underline(menu)
    assert texts(menu) == ["&Tallenna", "Tallenna &nimellä …", "T&ulosta", "&Ä"]


def test_an_entry_whose_letters_are_all_taken_has_none(menu: QMenu) -> None:
    for said in ("A", "a", "…"):
        menu.addAction(said)
    underline(menu)
    assert texts(menu) == ["&A", "a", "…"]


def test_letters_are_given_again_when_the_words_are_others_and_an_ampersand_stays_one(menu: QMenu) -> None:
    menu.addAction("Raita && Viiva Oy")
    menu.addSeparator()
    menu.addAction("Remove\tDel")
    underline(menu)
    underline(menu)
    assert texts(menu) == ["&Raita && Viiva Oy", "", "R&emove\tDel"]
    assert bare(texts(menu)[0]) == "Raita & Viiva Oy"


def test_what_is_not_shown_takes_no_letter(menu: QMenu) -> None:
    menu.addAction("Save").setVisible(False)
    menu.addAction("Show")
    underline(menu)
    assert texts(menu)[1] == "&Show"
