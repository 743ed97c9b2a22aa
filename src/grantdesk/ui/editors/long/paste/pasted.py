"""What somebody pastes, as text in paragraphs: what a word processor leaves behind is gone, its lists are lists."""

import re

from grantdesk.ui.editors.long.paste.markup import paragraphs
from grantdesk.ui.editors.long.paste.unwrapped import unwrapped
from grantdesk.words.typed import breaks, clean

LONGEST = 1_000_000
"""Characters that are taken; no limit of a call is higher."""

_FIELD = re.compile(
    "\x13[^\x13-\x15]*[\x14\x15]|" r'\bHYPERLINK "[^"\n]{0,2000}"(?: \\\w(?: "[^"\n]{0,500}")?){0,4} ?'
)
_DIVIDED = re.compile("\xad[ \t]*\n[ \t]*")
_BULLET = re.compile(
    "^([ \t\xa0]*)(?:[•‣◦▪▫●○■□◆◇➢➤✓✔∙·⁃\ue000-\uf8ff][ \t\xa0]*|[o§–—*-][ ]*\t[ \t]*|- {2,})", re.MULTILINE
)
_NUMBER = re.compile(
    r"^([ \t\xa0]*)(\(?[0-9a-zA-Z]{1,5}(?:\.[0-9]{1,3})*[.)])[ \xa0]*\t[ \t\xa0]*", re.MULTILINE
)
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffc]")
_FIXED = re.compile("[\xa0\u2007\u202f]")
_BOUND = re.compile(r"(?<=\d)[\xa0\u2007\u202f](?=[\d%€°])")
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}|(?<=\S)\t")
_BLANKS = re.compile(r"\n{3,}")
_KEPT = "\ufdd0"  # no character: `clean` has taken it out of what was pasted


def pasted(html: str, text: str) -> str:
    """The text to put in, from what the clipboard holds as HTML and as plain text; either may be empty."""
    lines = paragraphs(html)
    if any(lines):
        return _tidied(_fielded("\n".join(lines)))
    return _tidied(unwrapped(_listed(_fielded(text[:LONGEST]))))


def plain(text: str) -> str:
    """The text as it is, without what nobody can see."""
    return clean(text[:LONGEST])


def _fielded(text: str) -> str:
    """Without the codes of fields, with one kind of line break, with words whole that a soft hyphen divides."""
    return clean(_DIVIDED.sub("", breaks().sub("\n", _FIELD.sub("", text))))


def _listed(text: str) -> str:
    """With the signs of lists as everybody can type them."""
    text = _BULLET.sub(lambda sign: f"{_level(sign[1])}- ", text)
    return _NUMBER.sub(lambda sign: f"{_level(sign[1])}{sign[2]} ", text)


def _level(space: str) -> str:
    """The space before an item: a tab is a level, and so are two spaces."""
    return "  " * min(space.count("\t") + len(space.replace("\t", "")) // 2, 8)


def _tidied(text: str) -> str:
    """Without private signs, repeated blanks, and spaces that hold together what may be parted."""
    text = _PRIVATE.sub("", _listed(text))
    text = _FIXED.sub(" ", _BOUND.sub(_KEPT, text)).replace(_KEPT, "\xa0")
    text = "\n".join(line.rstrip() for line in _SPACES.sub(" ", text).split("\n"))
    return clean(_BLANKS.sub("\n\n", text)).strip("\n")[:LONGEST]
