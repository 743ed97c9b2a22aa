"""The tokens of an expression: numbers, names, texts and signs, each with its place; and a cursor over them."""

import re
from typing import NamedTuple

from grantdesk.call.expr.fault import ExpressionFault
from grantdesk.words.phrase import Phrase, phrase

LENGTH = 2_000
"""Characters that an expression may have."""
LARGEST = 2**63 - 1
"""The largest whole number that can be written, as in CEL."""
_WORDS = "as break const continue else for function if import let loop namespace null package return var void while"
RESERVED = frozenset(_WORDS.split())
"""Words that CEL keeps for itself."""
NULL = frozenset({"null"})
"""The one of them that is no field's name either."""

# ASCII only: \d and \w would take Arabic digits and Finnish letters.
_PATTERN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
    |(?P<number>[0-9][0-9A-Za-z_.]*)
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<text>"(?:[^"\\\r\n]|\\["'\\nt])*"|'(?:[^'\\\r\n]|\\["'\\nt])*')
    |(?P<sign>&&|\|\||[<>=!]=|[-+*/%<>!?:.,()\[\]])
    |(?P<odd>.)""",
    re.VERBOSE | re.DOTALL,
)
_KEYWORDS = {"in": "sign", "true": "truth", "false": "truth"}
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t"}


class Token(NamedTuple):
    """`kind` is number, name, text, sign, truth or end; `start` and `end` are offsets in the source."""

    kind: str
    text: str
    start: int
    end: int


def tokens(source: str) -> list[Token]:
    """The tokens of the source, the last of kind `end`. ExpressionFault at what is no token."""
    if len(source) > LENGTH:
        raise ExpressionFault(
            phrase("The expression is longer than {limit} characters.", limit=LENGTH), LENGTH
        )
    found = []
    for match in _PATTERN.finditer(source):
        kind, text = match.lastgroup or "odd", match[0]
        if kind == "space":
            continue
        if kind == "odd" or (kind == "number" and not text.isdigit()):
            raise _odd(text, match.start())
        found.append(Token(_KEYWORDS.get(text, kind), text, match.start(), match.end()))
    found.append(Token("end", "", len(source), len(source)))
    return found


def _odd(text: str, start: int) -> ExpressionFault:
    if text in "\"'":
        said = phrase("This text has no closing quotation mark, or an escape that is not known here.")
    elif text[0].isdigit() and text.isascii():
        said = phrase(
            "“{text}” is no whole number. Amounts are written eur(1000), rates bp(4000) for 40%.", text=text
        )
    else:
        said = phrase("“{text}” has no meaning in an expression.", text=text)
    return ExpressionFault(said, start)


def whole(token: Token) -> int:
    """The value of a token of kind number. ExpressionFault if it is larger than LARGEST."""
    value = int(token.text)
    if value > LARGEST:
        raise ExpressionFault(phrase("The number is too large."), token.start)
    return value


def unquoted(token: Token) -> str:
    """The value of a token of kind text."""
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), token.text[1:-1])


class Cursor:
    """Goes over the tokens of a source from left to right; `here` is the one to read next."""

    def __init__(self, source: str) -> None:
        self._tokens = iter(tokens(source))
        self.here = next(self._tokens)

    def step(self) -> Token:
        """The token here; the next one is here then. Not to be called at the end."""
        token, self.here = self.here, next(self._tokens)
        return token

    def sees(self, *signs: str) -> bool:
        """Is the token here one of the signs?"""
        return self.here.kind == "sign" and self.here.text in signs

    def passed(self, *signs: str) -> Token | None:
        """The token here, stepped over, if it is one of the signs."""
        return self.step() if self.here.kind == "sign" and self.here.text in signs else None

    def expected(self, sign: str) -> Token:
        """The sign here, stepped over. ExpressionFault if something else is here."""
        token = self.passed(sign)
        if not token:
            raise self.fault(phrase("“{sign}” is missing here.", sign=sign))
        return token

    def name(self, reserved: frozenset[str]) -> Token:
        """The name here, stepped over. ExpressionFault if there is none, or it is a reserved one."""
        if self.here.kind != "name":
            raise self.fault(phrase("A name is missing here."))
        if self.here.text in reserved:
            raise self.fault(phrase("“{word}” is a reserved word and no name.", word=self.here.text))
        return self.step()

    def unexpected(self) -> ExpressionFault:
        """The fault of whatever is here."""
        if self.here.kind == "end":
            return self.fault(phrase("The expression is not complete."))
        return self.fault(phrase("“{text}” does not belong here.", text=self.here.text))

    def fault(self, said: Phrase) -> ExpressionFault:
        """A fault at the token here."""
        return ExpressionFault(said, self.here.start)
