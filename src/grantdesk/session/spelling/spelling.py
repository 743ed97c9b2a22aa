"""Which words are spelt right: what a dictionary says, remembered, and what the person has added to it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from grantdesk.session.preferences import Preferences
from grantdesk.session.spelling import vocabulary
from grantdesk.session.spelling.dictionary import Dictionary, dictionary
from grantdesk.session.spelling.word import is_plain, parts
from grantdesk.session.work import Work

Load: TypeAlias = Callable[[str], Dictionary | None]
PROPOSED = 6
REMEMBERED = 50_000
"""Words a language; a long application has some 5 000 different ones."""


@dataclass(slots=True)
class _Shelf:
    """What is known of one language. `book` is None until the dictionary is open, and where there is none."""

    own: set[str]
    book: Dictionary | None = None
    verdicts: dict[str, bool] = field(default_factory=dict)


class Spelling(QObject):
    """Judges words of the languages that were asked for with `want`.

    Signals: `changed` when words may be judged otherwise than before: a dictionary was opened, a word was added, or
    the person switched spelling on or off.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, load: Load = dictionary) -> None:
        super().__init__(preferences)
        self._preferences, self._load = preferences, load
        self._shelves: dict[str, _Shelf] = {}
        self._was_on = preferences.value.spelling
        preferences.changed.connect(self._chosen)

    def want(self, language: str, work: Work) -> None:
        """Opens the dictionary of a language in the background, by the work of the window that asks, unless that was
        asked for before or nobody wants it."""
        if not self._preferences.value.spelling or language in self._shelves:
            return
        shelf = _Shelf(vocabulary.read(language))

        def opened(book: Dictionary | None) -> None:
            shelf.book = book
            if book is not None:
                self.changed.emit()

        with suppress(RuntimeError):  # that window is closing; another one will ask again
            work.start(lambda: self._load(language), opened, lambda _: None)
            self._shelves[language] = shelf

    def is_on(self, language: str) -> bool:
        """Is there a dictionary, open, and does the person want it?"""
        shelf = self._shelves.get(language)
        return self._preferences.value.spelling and shelf is not None and shelf.book is not None

    def verdict(self, word: str, language: str) -> bool | None:
        """Is it spelt right, as far as was found out? None if nobody asked yet; takes no time."""
        return self._shelves[language].verdicts.get(word)

    def judge(self, word: str, language: str) -> bool:
        """Is it spelt right? Asks the dictionary, some 10 to 130 µs, and remembers."""
        shelf = self._shelves[language]
        if word not in shelf.verdicts:
            if len(shelf.verdicts) >= REMEMBERED:
                shelf.verdicts.clear()
            shelf.verdicts[word] = _is_right(word, shelf)
        return shelf.verdicts[word]

    def proposals(self, word: str, language: str) -> list[str]:
        """What may have been meant; up to some 100 ms."""
        book = self._shelves[language].book
        return book.suggest(word.replace("’", "'"))[:PROPOSED] if book is not None else []

    def learn(self, word: str, language: str) -> None:
        """Adds a word to the person's own, for good."""
        shelf = self._shelves[language]
        shelf.own.add(word)
        shelf.verdicts.clear()
        vocabulary.write(language, shelf.own | vocabulary.read(language))
        self.changed.emit()

    def _chosen(self) -> None:
        if self._preferences.value.spelling != self._was_on:
            self._was_on = self._preferences.value.spelling
            self.changed.emit()


def _is_right(word: str, shelf: _Shelf) -> bool:
    """A compound with hyphens is right if each of its parts is; abbreviations in it are."""
    if shelf.book is None or _is_known(word, shelf):
        return True
    several = parts(word)
    return len(several) > 1 and all(_is_known(part, shelf) for part in several if is_plain(part))


def _is_known(word: str, shelf: _Shelf) -> bool:
    forms = {word, word[0].lower() + word[1:]}
    return bool(forms & shelf.own) or (shelf.book is not None and shelf.book.check(word.replace("’", "'")))


def spelling_of(preferences: Preferences) -> Spelling:
    """The one that belongs to these preferences; it is made when it is first asked for."""
    found = preferences.findChild(Spelling, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Spelling(preferences)
