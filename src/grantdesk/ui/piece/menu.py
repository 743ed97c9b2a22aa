"""Menus for the keyboard: every entry has a letter of its own, underlined, that chooses it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu


def underline(menu: QMenu) -> None:
    """Gives each entry a letter of its own: the first of a word if it is free, else any; none where all are taken."""
    taken: set[str] = set()
    for action in menu.actions():
        if action.isVisible() and not action.isSeparator():
            said, tab, keys = action.text().partition("\t")
            action.setText(_underlined(bare(said), taken) + tab + keys)


def bare(text: str) -> str:
    """The text of an entry without what underlines a letter."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def _underlined(text: str, taken: set[str]) -> str:
    for at in _choices(text):
        letter = text[at].casefold()
        if letter not in taken:
            taken.add(letter)
            return f"{_whole(text[:at])}&{_whole(text[at:])}"
    return _whole(text)


def _choices(text: str) -> Iterator[int]:
    """The places of letters: those that begin a word first."""
    letters = [at for at, letter in enumerate(text) if letter.isalnum()]
    begins = [at for at in letters if not at or not text[at - 1].isalnum()]
    yield from begins
    yield from (at for at in letters if at not in begins)


def _whole(text: str) -> str:
    return text.replace("&", "&&")
