"""The words of a text that a dictionary can judge: no numbers, addresses, abbreviations or names of the trade."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"\S*(?:@|://|\bwww\.|\\)\S*"  # an address, a path
    rf"|\w*[\d_]\w*(?:[-:.]\w+)*"  # a number, a code: "1.1", "2027:n", "RCO01"
    rf"|(?P<word>{_LETTER}+(?:['’:\-‐]{_LETTER}+)*)"
)
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it begins in the text, in characters."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def words(text: str) -> Iterator[Word]:
    """The words of a text that can be judged, in order."""
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word is not None and is_judged(word):
            yield Word(match.start(), word)


def is_judged(word: str) -> bool:
    """Has it capitals only where a word begins? "TKI", "ERDFn" and "EU:n" are no dictionary's business."""
    return 1 < len(word) <= LONGEST and ":" not in word and any(map(is_plain, parts(word)))


def parts(word: str) -> list[str]:
    """What hyphens set apart in it."""
    return re.split("[-‐]", word)


def is_plain(part: str) -> bool:
    """Is it a word with small letters, but for the first?"""
    return len(part) > 1 and part[1:].islower()
