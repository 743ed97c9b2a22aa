"""The paragraphs and lists of HTML that a word processor, a mail or a web page has put on the clipboard.

Strangers write it: it is read once from front to back, never nested, never drawn, and nothing in it is followed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal, TypeAlias

MOST, MOST_TAGS = 2_000_000, 100_000
"""Characters and tags that are read; of what has more, the plain text is taken."""

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]{0,40})((?:[^'">]|"[^"]*"|'[^']*')*+)>""")
_LOOSE = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})([^>]*)>")
_LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)")
_START = re.compile(r"\bstart\s*=\s*[\"']?(\d{1,6})")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NUMBERED = re.compile(r"\(?[\dA-Za-z]{1,5}(?:\.[\dA-Za-z]{1,4})*[.)]")

_BLOCKS = """
address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul"""
_VOID = "area base br col embed hr img input link meta param source track wbr"
_UNSEEN = """
applet button canvas del head iframe math noscript object script select style svg template textarea title xml"""
BLOCKS, VOID, UNSEEN = (frozenset(names.split()) for names in (_BLOCKS, _VOID, _UNSEEN))
RAW = frozenset(("script", "style", "textarea", "title"))
_HIDDEN = re.compile(
    r"display:\s*none|mso-hide:\s*all|mso-element:\s*(?:comment|field-begin)|msocom|MsoComment(?:Reference|Text|Subject)"
)
_MARKER = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)

Kind: TypeAlias = Literal["text", "open", "close"]
Mode: TypeAlias = Literal["", "unseen", "marker"]


@dataclass(frozen=True, slots=True)
class Token:
    """A text, or a tag: `text` is then its name in small letters, `attributes` what stands in it as it was written."""

    kind: Kind
    text: str
    attributes: str = ""


def tokens(html: str) -> Iterator[Token]:
    """The texts and tags of HTML, in time that grows with its length only. Comments and declarations are left out."""
    at, tag = 0, _TAG
    while at < len(html):
        begin = html.find("<", at)
        if begin != at:
            yield Token("text", unescape(html[at : begin if begin >= 0 else None]))
            if begin < 0:
                return
        if html.startswith("<!--", begin):
            end = html.find("-->", begin + 4)
            at = end + 3 if end >= 0 else len(html)
        elif html.startswith(("<!", "<?"), begin):
            end = html.find(">", begin)
            at = end + 1 if end >= 0 else len(html)
        elif not (html[begin + 1 : begin + 2].isalpha() or html.startswith("</", begin)):
            yield Token("text", "<")
            at = begin + 1
        elif match := tag.match(html, begin):
            at = match.end()
            name = match[2].lower()
            yield Token("close" if match[1] else "open", name, match[3])
            if name in RAW and not match[1]:
                at = _after(html, name, at)
        elif tag is _TAG:
            tag = _LOOSE  # a quote that nothing closes: it is looked for once, not again at every tag
        else:
            end = html.find(">", begin)
            at = end + 1 if end >= 0 else len(html)


def _after(html: str, name: str, at: int) -> int:
    """Where a script or a style ends: nothing in it is a tag."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
    return end.start() if end else len(html)


def paragraphs(html: str) -> list[str]:
    """The paragraphs of HTML as lines; an empty one where there is an empty paragraph.

    Items of lists begin with "- " or their number, two spaces deeper for each level; cells of a row are set apart
    by " | ". None where there is too much of it.
    """
    html, reader = _fragment(html), _Reader()
    if len(html) > MOST or html.count("<") > MOST_TAGS:
        return []
    for token in tokens(html):
        match token.kind:
            case "text":
                reader.say(token.text)
            case "open":
                reader.open(token.text, token.attributes)
            case "close":
                reader.close(token.text)
    reader.end()
    return reader.lines


def _fragment(html: str) -> str:
    """What was copied, where the clipboard says what of the whole it is."""
    begin, end = html.find("<!--StartFragment-->"), html.rfind("<!--EndFragment-->")
    return html[begin:end] if 0 <= begin < end else html


@dataclass(slots=True)
class _List:
    """A list that is open: its next number, or None if it has none."""

    number: int | None


class _Reader:
    """Gathers the lines, one paragraph after another."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._said: list[str] = []
        self._marker: list[str] = []
        self._prefix = ""
        self._lists: list[_List] = []
        self._open: list[tuple[str, Mode]] = []
        self._names: Counter[str] = Counter()
        self._modes: Counter[Mode] = Counter()
        self._level = 0
        self._full = False

    def say(self, text: str) -> None:
        """A text, wherever it stands."""
        if self._modes["unseen"]:
            return
        if self._modes["marker"]:
            self._marker.append(text)
            return
        self._said.append(text if self._names["pre"] else _SPACE.sub(" ", text))
        self._full = self._full or not text.isspace()

    def open(self, name: str, attributes: str) -> None:
        """A tag that opens something."""
        if name in BLOCKS:
            self.end()
        if name == "br" and not self._modes["unseen"]:
            self._said.append("\n")
        elif name in ("ul", "ol"):
            start = _START.search(attributes)
            first = int(start[1]) if start else 1
            self._lists.append(_List(first if name == "ol" else None))
        elif name == "li":
            self._item()
        elif name in ("td", "th") and self._full:
            self._said.append(" | ")
        elif name == "p" and (level := _LEVEL.search(attributes)):
            self._level = int(level[1])
        if name not in VOID:
            self._push(name, attributes)

    def close(self, name: str) -> None:
        """A tag that closes something; one that closes nothing is none."""
        if not self._names[name]:
            return
        if name == "p" and not (self._full or self._prefix or self._marker or self._modes["unseen"]):
            self.lines.append("")
        if name in BLOCKS:
            self.end()
        if name == "li":
            self._prefix = ""
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()
        while self._names[name]:
            last, mode = self._open.pop()
            self._names[last] -= 1
            self._modes[mode] -= 1
            if last == name:
                break

    def end(self) -> None:
        """The paragraph, if there is one, is complete."""
        text, marker = "".join(self._said).strip(" \n"), "".join(self._marker)
        self._said.clear()
        self._marker.clear()
        if text:
            first, *others = text.split("\n")
            self.lines += [self._lead(marker) + first.strip(" "), *(line.strip(" ") for line in others)]
            self._prefix = ""
        self._level, self._full = 0, False

    def _push(self, name: str, attributes: str) -> None:
        mode: Mode = ""
        if name in UNSEEN or _HIDDEN.search(attributes):
            mode = "unseen"
        elif _MARKER.search(attributes):
            mode = "marker"
        self._open.append((name, mode))
        self._names[name] += 1
        self._modes[mode] += 1

    def _item(self) -> None:
        here = self._lists[-1] if self._lists else _List(None)
        sign = "-"
        if here.number is not None:
            sign, here.number = f"{here.number}.", here.number + 1
        self._prefix = _indent(len(self._lists)) + sign + " "

    def _lead(self, marker: str) -> str:
        """What stands before the text of an item."""
        if self._level:
            sign = marker.replace("\xa0", " ").strip()
            return _indent(self._level) + (sign if _NUMBERED.fullmatch(sign) else "-") + " "
        return self._prefix


def _indent(level: int) -> str:
    """The spaces before an item of a list at a level, 1 or deeper; very deep ones stay within the page."""
    return "  " * min(max(level - 1, 0), 8)
