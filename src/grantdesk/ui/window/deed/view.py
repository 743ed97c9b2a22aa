"""How the window speaks and looks, as commands change it."""

from grantdesk.ui.desk.desk import Desk

SIZES = (100, 110, 125, 150, 175, 200)
"""Percent of the usual text."""


class View:
    """Changes the language, the look and the size of text; all of it is remembered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def speak(self, code: str) -> None:
        """Speaks another language from now on."""
        self._desk.preferences.change(language=code)
        self._desk.speech.use(code)

    def speaks(self, code: str) -> bool:
        """Is it the language of the moment?"""
        return self._desk.speech.language.code == code

    def look(self, name: str) -> None:
        """Another look: "system", "light", "dark" or "contrast"."""
        self._desk.preferences.change(look=name)

    def looks(self, name: str) -> bool:
        """Is it the look that was chosen?"""
        return self._desk.preferences.value.look == name

    def enlarge(self) -> None:
        """Text one size larger."""
        now = self._desk.preferences.value.text
        self._resize(next((size for size in SIZES if size > now), SIZES[-1]))

    def reduce(self) -> None:
        """Text one size smaller."""
        now = self._desk.preferences.value.text
        self._resize(next((size for size in reversed(SIZES) if size < now), SIZES[0]))

    def reset(self) -> None:
        """Text as it usually is."""
        self._resize(SIZES[0])

    def _resize(self, size: int) -> None:
        self._desk.preferences.change(text=size)
