"""Typed and pasted text: cleaned of what nobody can see, and counted by a named rule."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from unicodedata import normalize

UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls but \t and \n
    "\xad"  # soft hyphen
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks of direction: text that reads otherwise than it is stored
    "\u200b\u2060\ufeff"  # no width at all; the joiners U+200C and U+200D stay, they shape letters and emoji
    "\ufff9-\ufffb"  # marks of interlinear annotation
    "\U000e0000-\U000e007f"  # tags: a text hidden in the text
    "\ud800-\udfff"  # halves of a surrogate pair
)
NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
SEEN = re.compile(r"[^\W_]")


# The two patterns are made when they are needed: every command imports this, and most that is typed is printable.
@cache
def breaks() -> re.Pattern[str]:
    """Every kind of line break. A vertical tab is what a word processor puts for a break within a paragraph."""
    return re.compile("\r\n?|[\v\f\x85\u2028\u2029]")


@cache
def dropped() -> re.Pattern[str]:
    """What is taken out of a text."""
    return re.compile(f"[{UNSEEN}{NO_CHARACTERS}]")


def clean(text: str) -> str:
    """The text as it is kept: NFC, lines that end in \\n, nothing invisible that could deceive."""
    if not text.replace("\n", "").isprintable():  # all that is dropped is not printable
        text = dropped().sub("", breaks().sub("\n", text))
    return normalize("NFC", text)


def line(text: str) -> str:
    """The text as one line: cleaned, every run of white space one plain space, none at the ends."""
    return " ".join(clean(text).split())


def characters(text: str) -> int:
    """Unicode characters; a line break is one."""
    return len(text)


def characters_without_spaces(text: str) -> int:
    """Unicode characters that are no white space; line breaks are white space."""
    return sum(map(len, text.split()))


def characters_crlf(text: str) -> int:
    """Unicode characters; a line break is two, as in web forms that send CR LF."""
    return len(text) + text.count("\n")


def utf16(text: str) -> int:
    """Units of UTF-16, as browsers count: what lies beyond U+FFFF, such as most emoji, is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def words(text: str) -> int:
    """Runs between white space that have a letter or a digit in them: "tutkimus- ja" is two, "–" is none."""
    return sum(1 for run in text.split() if run.isalnum() or SEEN.search(run))


COUNTING: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "characters": characters,
        "characters_without_spaces": characters_without_spaces,
        "characters_crlf": characters_crlf,
        "utf16": utf16,
        "words": words,
    }
)


def count(text: str, rule: str) -> int:
    """How long the text is by a rule of COUNTING. KeyError if there is no such rule."""
    return COUNTING[rule](text)
