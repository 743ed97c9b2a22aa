"""Breaks text into lines, and loses nothing: a word that is wider than a line is cut where the line ends.

A line that is not the last one ends in a space, so that words stay apart when text is copied or read aloud.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import combining

from grantdesk.pdf.letters.face import Face, face_of
from grantdesk.pdf.letters.plain import JOINERS
from grantdesk.pdf.letters.style import Style

SHORT = 40
HALVINGS, FEW = 5, 4  # how often a width between is tried, for so many lines at most
# A compound may be broken after its hyphen, unless little stands before that ("pk-yritys"); an address or a path may be
# after its stroke.
_JOINTS = re.compile(r"(?<=[^\W\d]{4}[-–])(?=[^\W\d])|(?<=\w/)(?=\w)")


def broken(text: str, style: Style, width: float) -> list[str]:
    """The lines of a clean text at a width in points; one empty line for an empty text."""
    limit = 1000 * width / style.size
    face = face_of(style.face)
    if len(text) < SHORT and "\n" not in text and face.words[text] <= limit:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if lines:
            lines[-1] += " "
        lines.extend(_filled(paragraph, face, limit))
    return lines


def evened(text: str, style: Style, width: float) -> list[str]:
    """As few lines, but about as long as each other if the last would be short: for titles, and the heads of tables."""
    lines = broken(text, style, width)
    if not 1 < len(lines) <= FEW or style.width(lines[-1]) > width / 2:
        return lines
    low, high = min(extent(text, style)[0], width), width
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        narrower = broken(text, style, middle)
        if len(narrower) > len(lines):
            low = middle
        else:
            lines, high = narrower, middle
    return lines


def extent(text: str, style: Style) -> tuple[float, float]:
    """How wide a clean text is in points: its widest word, and its widest paragraph as long as it is not broken."""
    words = face_of(style.face).words
    space = words[" "]
    word = whole = 0.0
    for paragraph in text.split("\n"):
        widths = list(map(words.__getitem__, paragraph.split(" ")))
        word = max(word, *widths)
        whole = max(whole, sum(widths) + space * (len(widths) - 1))
    return word * style.size / 1000, whole * style.size / 1000


def _filled(paragraph: str, face: Face, limit: float) -> Iterator[str]:
    words, space = paragraph.split(" "), face.words[" "]
    ends = list(accumulate(face.words[word] + space for word in words))
    first, base, at = 0, 0.0, 0  # the line's first word, and where it begins among the ends
    while (at := bisect(ends, base + limit + space, at)) < len(words):
        used = ends[at - 1] - base if at > first else 0.0
        head, *full, last = _cut(words[at], face, limit - used, limit)
        if head:
            yield " ".join([*words[first:at], head])
        elif at > first:
            yield " ".join(words[first:at]) + " "
        yield from full
        words[at] = last
        first, base = at, ends[at] - space - face.words[last]
        at += 1
    yield " ".join(words[first:])


def _cut(word: str, face: Face, first: float, limit: float) -> list[str]:
    """A word that does not fit: what still goes on the line it came to (maybe nothing), and on the lines after it."""
    joints = {joint.end() for joint in _JOINTS.finditer(word)}
    if not joints and face.words[word] <= limit:
        return ["", word]
    pieces: list[str] = []
    start = joint = 0
    used, room = 0.0, first
    for at, letter in enumerate(word):
        if at in joints:
            joint = at
        wide = face.widths[letter]
        while used + wide > room and (at > start or not pieces):
            cut = joint if joint > start else _between(word, start, at) if pieces else start
            pieces.append(word[start:cut])
            start, room = cut, limit
            used = sum(face.widths[passed] for passed in word[start:at])
        used += wide
    return [*pieces, word[start:]] if pieces else ["", word]


def _between(word: str, start: int, at: int) -> int:
    """The last place up to `at` where no mark is torn from its letter; a line holds one letter at least."""
    cut = at
    while cut > start + 1 and (combining(word[cut]) or word[cut] in JOINERS or word[cut - 1] in JOINERS):
        cut -= 1
    return max(cut, start + 1)
