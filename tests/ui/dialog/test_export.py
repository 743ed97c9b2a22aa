"""The dialog of the export offers what there is, tells what becomes of it, and wishes for what was chosen."""

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.session.handing.exporting import Wish
from grantdesk.ui.dialog.export import ExportDialog
from grantdesk.ui.piece.button import Button

# Qt without a screen says of each dialog that it cannot tell its size to a window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def pressed(dialog: ExportDialog, name: str) -> None:
    next(each for each in dialog.findChildren(Button) if each.text() == name).click()


def test_without_another_choice_everything_goes_to_the_authority_in_the_language_of_the_window(
    desk, qtbot: QtBot
):
    for language in ("en", "sv", "fi"):
        dialog = ExportDialog(desk("hevi", "complete", language))
        qtbot.addWidget(dialog)
        next(each for each in dialog.findChildren(Button) if each.isDefault()).click()
        assert dialog.wish == Wish(language, True, "submission", None)


def test_the_part_of_a_partner_is_that_of_the_partner_who_was_chosen(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    dialog = ExportDialog(one)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.partner.isVisible()
    dialog.reader.show_value("partner")
    dialog.reader.picked.emit("partner")
    assert dialog.partner.isVisible()
    last = list(one.session.answers["partners"])[-1]
    dialog.partner.show_value(last)
    dialog.language.show_value("sv")
    dialog.short.setChecked(True)
    pressed(dialog, "Choose where to save it …")
    assert dialog.wish == Wish("sv", False, "partner", last)


def test_a_call_without_partners_offers_no_part_of_one(desk, qtbot: QtBot):
    dialog = ExportDialog(desk("cents"))
    qtbot.addWidget(dialog)
    offered = [dialog.reader.itemText(n) for n in range(dialog.reader.count())]
    assert any(said.startswith("The authority") for said in offered)
    has_partners = bool(desk("cents").session.form.partners)
    assert any(said.startswith("One partner") for said in offered) == (
        has_partners and bool(desk("cents").session.dossier(dialog._desk.speech.language).members)
    )


def test_an_unfinished_application_is_said_to_be_a_draft(desk, qtbot: QtBot):
    dialog = ExportDialog(desk("hevi", "unfinished"))
    qtbot.addWidget(dialog)
    assert "draft" in dialog._told.text()
    assert dialog._told.property("role") == "advice"


def test_who_would_rather_not_wishes_nothing(desk, qtbot: QtBot):
    dialog = ExportDialog(desk("hevi", "complete"))
    qtbot.addWidget(dialog)
    pressed(dialog, "Cancel")
    assert dialog.wish is None


def test_it_follows_the_language_of_the_window(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    dialog = ExportDialog(one)
    qtbot.addWidget(dialog)
    one.speech.use("fi")
    assert dialog.windowTitle() == "Vie PDF:ksi"
    assert dialog.short.accessibleName().startswith("Jätä pois")
