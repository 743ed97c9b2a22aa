"""User text as it is drawn: composed, without what has no shape on paper, with line breaks of one kind."""

import re
from unicodedata import normalize

# What ends a line or a paragraph in one script or another.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, the soft hyphen, zero-width spaces, bidi controls, byte order marks, noncharacters of the basic plane, lone
# surrogates, tag characters. A joiner (U+200C, U+200D) stays: it is a part of words and of emoji.
_SHAPELESS = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
# Joiners and variation selectors: they belong to their neighbours and take no room.
JOINERS = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xFE00, 0xFE10)))


def clean(text: str) -> str:
    """Text with line breaks as "\\n" and nothing in it that cannot be drawn or written to the document's metadata."""
    shown = text.replace("\n", "").replace("\xa0", "")
    if shown.isprintable():  # as most texts are; but some marks without a shape pass for printable
        if text.isascii():
            return text
        if len(text.encode("utf-16-le")) == 2 * len(text):  # those are beyond the basic plane
            return normalize("NFC", text)
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return _SHAPELESS.sub("", normalize("NFC", text))


def line(text: str) -> str:
    """The same in one line, for titles, headings and metadata; "–" where nothing is left, so that it is never empty."""
    return " ".join(filter(None, clean(text).replace("\n", " ").split(" "))) or "–"


def shortened(text: str, most: int) -> str:
    """At most so many characters, with an ellipsis if any were left out: for places that only point elsewhere."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
