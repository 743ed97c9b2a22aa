"""Lines that a mail or a PDF has broken, put together to the paragraphs that they were."""

import re
from itertools import pairwise

NARROWEST, WIDEST = 40, 130
"""Characters of the longest line of a text that was broken to a width."""
_ITEM = re.compile(r"\s*(?:[-–—•*]|\(?[0-9a-zA-Z]{1,3}[.)])\s")
_ENDS = re.compile(r"[.!?:…][”\"')]*$")
_HYPHEN = re.compile(r"([^\W\d_]+)[-‐]$")
_AND = re.compile(r"(?:ja|tai|sekä|eli|och|eller|samt|and|or)\b")
TAIL = 80
"""Characters at the end of a line that tell how it ends."""
_VOWELS = "aeiouyåäöAEIOUYÅÄÖ"


def unwrapped(text: str) -> str:
    """The text with its paragraphs in one line each, if it looks as if it had been broken to a width; a word that was
    divided at the end of a line is one again."""
    lines = _unquoted(text.split("\n"))
    width = max(map(len, lines), default=0)
    pairs = [_goes_on(a, b, width) for a, b in pairwise(lines)] if NARROWEST <= width <= WIDEST else []
    broken = sum(goes_on and _is_small(line) for goes_on, line in zip(pairs, lines[1:], strict=False))
    if not broken:
        pairs = [_is_divided(a, b) for a, b in pairwise(lines)]
    pieces = lines[:1]
    for goes_on, following in zip(pairs, lines[1:], strict=True):
        if goes_on and (broken != 1 or _is_small(following)):
            pieces[-1] = _opened(pieces[-1], following)
            pieces.append(following.lstrip())
        else:
            pieces += ["\n", following]
    return "".join(pieces)


def _is_small(line: str) -> bool:
    return line.lstrip()[:1].islower()


def _goes_on(line: str, following: str, width: int) -> bool:
    """Would the first word of the following line not have fit in this one?"""
    if not line.strip() or not following.strip() or _ITEM.match(following):
        return False
    if _is_divided(line, following) or (_HYPHEN.search(line[-TAIL:]) and len(line) >= width * 2 // 3):
        return True
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width * 9 // 10 and (
        not _ENDS.search(line[-TAIL:]) or len(line) >= width * 3 // 4
    )


def _is_divided(line: str, following: str) -> bool:
    """Does only a hyphen at the end tell that the line goes on?"""
    return (
        len(line) > 12
        and following[:1].islower()
        and _HYPHEN.search(line[-TAIL:]) is not None
        and not _AND.match(following)
    )


def _opened(line: str, following: str) -> str:
    """The end of a line, so that the following can be put to it. The hyphen of "EU-rahoitus", "linja-auto" and
    "tutkimus- ja" was there before the break."""
    line, following = line.rstrip(), following.lstrip()
    hyphen = _HYPHEN.search(line[-TAIL:])
    if hyphen is None or _AND.match(following):
        return f"{line} "
    word, first = hyphen[1], following[:1]
    if not first.islower() or word.isupper() or (word[-1] == first and first in _VOWELS):
        return line
    return line[:-1]


def _unquoted(lines: list[str]) -> list[str]:
    """Without the ">" before every line of an answered mail."""
    if any(lines) and all(line.startswith(">") for line in lines if line.strip()):
        return [line.lstrip("> ") for line in lines]
    return lines
