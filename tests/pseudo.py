"""A language that nobody speaks: every sentence is wrapped, ⟦Šåṽé…⟧, and half as long again. What is not wrapped was
never translated; what does not fit would not fit in Finnish either."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from grantdesk.words.language import SLOT, Language
from grantdesk.words.phrase import Fact, Phrase, Texts

ACCENTED = str.maketrans("aceinorsuyACEINOSUZ", "åçéïñõřšüýÅÇÉÏÑÕŠÜŽ")
WORD = re.compile(r"[^\W\d_]{2,}")
LONGER = 0.4
PADDING = "õüöä řåñ éïš "


def foreign(text: str) -> str:
    """The text in the language that nobody speaks; its slots stay as they are, and so does what has no words."""
    if not WORD.search(SLOT.sub("", text)) or text.startswith("⟦"):
        return text
    parts = SLOT.split(text)  # text, name of a slot, text, …
    spoken = [part.translate(ACCENTED) if i % 2 == 0 else f"{{{part}}}" for i, part in enumerate(parts)]
    more = round(len(text) * LONGER)
    return f"⟦{''.join(spoken)} {(PADDING * (more // len(PADDING) + 1))[:more].strip()}⟧"


class Pseudo(Language):
    """Says phrases, texts of a call and the words among values so: Pseudo("fi"), where a date has no words in it."""

    __slots__ = ()

    def pick(self, texts: Texts) -> str:
        return foreign(super().pick(texts))

    def yes_no(self, answer: bool) -> str:
        return foreign(super().yes_no(answer))

    def month(self, month: date | str) -> str:
        return foreign(super().month(month))

    def moment(self, when: datetime | str, zone: bool = False) -> str:
        return foreign(super().moment(when, zone))

    def _sentence(self, phrase: Phrase) -> str:
        return foreign(super()._sentence(phrase))

    def _fact(self, fact: Fact, depth: int) -> str:
        said = super()._fact(fact, depth)
        return said if isinstance(fact, str | tuple) else foreign(said)


def untold(text: str, answers: Iterable[str] = ()) -> list[str]:
    """The words of a text that were never translated: outside of ⟦…⟧, and nobody's answer."""
    depth, outside = 0, []
    for character in text:
        depth += character == "⟦"
        if depth == 0:
            outside.append(character)
        elif character == "⟧":
            depth -= 1
            outside.append(" ")
    rest = "".join(outside)
    for answer in sorted(answers, key=len, reverse=True):
        rest = rest.replace(answer, " ")
    return WORD.findall(rest)
