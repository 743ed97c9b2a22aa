"""Mends what is left of a damaged application: JSON that breaks off is closed, what no answer may be is left out."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from grantdesk.files import canon
from grantdesk.model.path import ROOT, Path

_TOKEN: Final = re.compile(
    r"""\s*(?: ([{\[]) | ([}\]]) | (,) | "[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*" | :
        | -?\d+(?:\.\d+)?(?:[eE][-+]?\d+)? | true | false | null )""",
    re.VERBOSE,
)
_CLOSES: Final = {"{": "}", "[": "]"}
_LONG = 20  # characters of the largest number that a file may hold, with its sign


def mended(raw: bytes) -> tuple[Any, bool]:
    """The data of a JSON text, and whether it is all there. None if nothing of it can be read.

    Numbers that no answer may be become texts, as something that somebody typed and nobody could read. Of a key that
    stands twice the last value counts.
    """
    text = raw.decode("utf-8", "replace")
    try:
        return _loaded(text), text.encode() == raw
    except ValueError:
        return _shortened(text), False
    except RecursionError:
        return None, False


def _shortened(text: str) -> Any:
    """The longest part of the text, from its beginning, that can be read."""
    cuts = _cuts(text)
    while cuts:
        end, closing = cuts.pop()
        try:
            return _loaded(text[:end] + closing)
        except json.JSONDecodeError as error:
            while cuts and cuts[-1][0] > error.pos:
                cuts.pop()
    return None


def _loaded(text: str) -> Any:
    return json.loads(text, parse_float=str, parse_constant=str, parse_int=_integer)


def _integer(text: str) -> int | str:
    return int(text) if len(text) <= _LONG and abs(int(text)) <= canon.LARGEST else text


def _cuts(text: str) -> list[tuple[int, str]]:
    """Where the text may be cut, with the brackets that close it there: before each comma, behind each bracket."""
    found: list[tuple[int, str]] = []
    closing, at = "", 0
    while (token := _TOKEN.match(text, at)) and len(closing) <= canon.DEPTH and len(found) < canon.VALUES:
        opens, closes, comma = token.groups()
        if closes and closes != closing[:1]:
            break
        if opens or closes:
            closing = _CLOSES[opens] + closing if opens else closing[1:]
        at = token.end()
        if opens or closes or comma:
            found.append((at - 1 if comma else at, closing))
    return found


def fitting(answers: Mapping[str, Any]) -> tuple[dict[str, Any], list[Path]]:
    """The answers such as a file may hold, and the places of those that it may not."""
    dropped: list[Path] = []
    return _fitting(answers, ROOT, dropped), dropped


def _fitting(answers: Mapping[str, Any], at: Path, dropped: list[Path]) -> dict[str, Any]:
    fit: dict[str, Any] = {}
    for key, value in answers.items():
        name = _text(key)
        below = isinstance(value, dict)
        try:
            canon.check(
                {name: {} if below else value}, canon.ANSWERS, canon.DEPTH - 1 - len(at)
            )  # 1: the envelope
        except canon.Flaw:
            dropped.append((*at, name))
            continue
        if below:
            value = _fitting(value, (*at, name), dropped)
        fit[name] = _text(value) if isinstance(value, str) else value
    return fit


def _text(text: str) -> str:
    """A plain text without halves of characters."""
    return str(text).encode("utf-8", "replace").decode("utf-8")


def names(answers: Mapping[str, Any], sha256: str) -> Iterator[str]:
    """The names under which the answers speak of the attachment with this digest."""
    for value in answers.values():
        if isinstance(value, dict):
            if value.get("sha256") == sha256 and isinstance(value.get("name"), str):
                yield value["name"]
            yield from names(value, sha256)
