"""The cells of a grid that translate another text of their row, and whether that has changed since."""

from grantdesk.session.translation import holding, is_stale
from grantdesk.ui.editors.grid.sheet.sheet import Sheet
from grantdesk.ui.editors.long.translated import STALE
from grantdesk.words.phrase import Phrase, phrase


class Translations:
    """Reads a sheet, and the session at every question."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._session = sheet, sheet.desk.session

    def is_stale(self, row: str, column: int) -> bool:
        """Has the text that the cell translates changed since?"""
        if column not in self._sheet.translations or self._session.read_only:
            return False
        return is_stale(self._session.form, self._session.answers, self._sheet.place(row, column))

    def said(self, column: int) -> Phrase:
        """What is said of such a cell."""
        return STALE[self._sheet.translations[column]]

    def hold(self, row: str, column: int) -> None:
        """The translation is one of its source as it is now."""
        place = self._sheet.place(row, column)
        said = phrase("Keep “{field}” as it is", field=self._sheet.columns()[column].title)
        self._session.edit(holding(self._session.form, self._session.answers, place), said, place)
