"""Blocks of cells as other programs have them: text with tabs, as spreadsheets write it, and tables of HTML."""

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from typing import TypeAlias

from PySide6.QtCore import QMimeData

Block: TypeAlias = Sequence[Sequence[str]]
"""Rows of texts, from the top and from the left."""
LARGEST = 20_000_000
"""Characters: what is larger is no block that anybody copied from a table."""
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_LINES = re.compile(r"\r\n?")


def mime(block: Block) -> QMimeData:
    """A block for the clipboard, in both forms."""
    data = QMimeData()
    data.setText(tsv(block))
    data.setHtml(html(block))
    return data


def block_of(data: QMimeData | None) -> list[list[str]]:
    """The block on the clipboard; empty if there is none, or nothing at all, for which some systems have None."""
    if data is None:
        return []
    text = data.text() if data.hasText() else ""
    if text:
        return cells(text) if len(text) <= LARGEST else []
    source = data.html() if data.hasHtml() else ""
    return table(source) if len(source) <= LARGEST else []


def tsv(block: Block) -> str:
    """Cells set apart by tabs, rows by line breaks; a cell with either in it stands in quotes."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in block)


def _quoted(text: str) -> str:
    if text.startswith('"') or any(mark in text for mark in "\t\n\r"):
        return '"' + text.replace('"', '""') + '"'
    return text


def cells(text: str) -> list[list[str]]:
    """The block that a text with tabs stands for; rows need not be of one length."""
    text = _LINES.sub("\n", text)
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        found = _QUOTED.match(text, place)
        plain = _PLAIN.match(text, place) if found is None else None
        if found is not None:
            rows[-1].append(found[1].replace('""', '"'))
            place = found.end()
        elif plain is not None:
            rows[-1].append(plain[0])
            place = plain.end()
        if place >= len(text):
            break
        if text[place] == "\n":
            rows.append([])
        place += 1
    if len(rows) > 1 and rows[-1] == [""]:
        rows.pop()
    return rows if text else []


def html(block: Block) -> str:
    """The block as a table of HTML."""
    rows = ("".join(f"<td>{_marked(text)}</td>" for text in row) for row in block)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _marked(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def table(source: str) -> list[list[str]]:
    """The first table in a text of HTML, or nothing."""
    reader = _Table()
    reader.feed(source)
    reader.close()
    return [row for row in reader.rows if row]


class _Table(HTMLParser):
    """Gathers the cells of the first table; what spans several columns stands in the first of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._text: list[str] | None = None
        self._span, self._ended = 1, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._ended:
            return
        if tag == "tr":
            self._close()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._close()
            self._text = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), 100) if span.isdecimal() else 1
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()
        self._ended = self._ended or tag == "table"

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(" ".join(data.split()) if not data.strip() else re.sub(r"\s+", " ", data))

    def _close(self) -> None:
        if self._text is None:
            return
        if not self.rows:
            self.rows.append([])
        text = "\n".join(part.strip() for part in "".join(self._text).split("\n"))
        self.rows[-1] += [text, *[""] * (self._span - 1)]
        self._text = None
