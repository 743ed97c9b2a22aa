"""The words that a person has added: a file a language in the folder of preferences, a word a line, never trusted."""

from pathlib import Path

from grantdesk.files import places
from grantdesk.files.result import put
from grantdesk.files.trouble import FileTrouble
from grantdesk.session.spelling.word import LONGEST

MOST = 256 * 1024
"""Bytes that are read; some 20 000 words."""


def path(language: str) -> Path:
    """Where the words of a language lie."""
    return places.config() / f"dictionary-{language}.txt"


def read(language: str) -> set[str]:
    """The words that were added; none if they cannot be read."""
    try:
        with path(language).open("rb") as file:
            lines = file.read(MOST).decode("utf-8", "ignore").splitlines()
    except OSError:
        return set()
    return {line.strip() for line in lines if 0 < len(line.strip()) <= LONGEST}


def write(language: str, words: set[str]) -> bool:
    """Keeps the words; False if there is no place for them, which is no reason to stop anybody."""
    try:
        path(language).parent.mkdir(parents=True, exist_ok=True)
        put(path(language), "".join(f"{word}\n" for word in sorted(words)).encode())
    except (OSError, FileTrouble):
        return False
    return True
