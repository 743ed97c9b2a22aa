"""A language that says phrases. Making one costs nothing; its catalogue is read once, when the first phrase is said."""

import re
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from grantdesk.words.manner import MANNERS, NBSP
from grantdesk.words.phrase import Bytes, Cents, Fact, Phrase, Rate, Scaled, Texts
from grantdesk.words.reading import Reading
from grantdesk.words.writing import Writing

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = tuple(MANNERS)
NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
"""Every language by its own name: who does not read the one that is spoken finds theirs."""
FALLBACKS = ("fi", "en", "sv")  # where a call lacks a text: Finnish is the language that every call has
DEEPEST = 8  # a phrase within a phrase within a phrase …
SLOT = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


class Language(Writing, Reading):
    """Finnish, Swedish or English by code, "fi", "sv" or "en": says phrases, writes values and reads typed ones.

    ValueError for another code. Two languages of one code are equal.
    """

    __slots__ = ()

    def say(self, phrase: Phrase) -> str:
        """The sentence of the phrase in this language, with its facts in it as the language writes them.

        A slot without a fact stays as it is, and the text of a fact is never filled in again. Without a translation,
        or without a catalogue (a source checkout that was not built), the English sentence is said.
        """
        return self._phrase(phrase, DEEPEST)

    def pick(self, texts: Texts) -> str:
        """The text in this language; if it is empty, the first of Finnish, English and Swedish that is not."""
        return next((text for code in (self.code, *FALLBACKS) if (text := getattr(texts, code))), "")

    def _phrase(self, phrase: Phrase, depth: int) -> str:
        facts = phrase.facts

        def filled(slot: re.Match[str]) -> str:
            return self._fact(facts[slot[1]], depth - 1) if slot[1] in facts else slot[0]

        return SLOT.sub(filled, self._sentence(phrase))

    def _sentence(self, phrase: Phrase) -> str:
        if isinstance(phrase.said, Texts):
            return self.pick(phrase.said)
        if not phrase.said:
            return ""  # to gettext the empty key is the head of the catalogue
        words = catalogue(self.code)
        if phrase.plural:
            n = phrase.facts.get("n")
            return words.ngettext(phrase.said, phrase.plural, n if isinstance(n, int) else 0)
        return words.gettext(phrase.said)

    def _fact(self, fact: Fact, depth: int) -> str:
        match fact:
            case str():
                return fact
            case bool():
                return self.yes_no(fact)
            case Cents():
                return self.money(fact)
            case Rate():
                return self.rate(fact)
            case Bytes():
                return self.size(fact)
            case int():
                return self.number(fact)
            case datetime():
                return self.moment(fact)
            case date():
                return self.date(fact)
            case Texts():
                return self.pick(fact)
            case Scaled():
                unit = self.pick(fact.unit) if isinstance(fact.unit, Texts) else fact.unit
                return self.number(fact.value, fact.decimals) + (NBSP + unit if unit else "")
            case _ if depth <= 0:
                return "…"
            case Phrase():
                return self._phrase(fact, depth)
            case tuple():
                return self.join(self._fact(part, depth - 1) for part in fact)
            case _:
                assert_never(fact)


@cache
def catalogue(code: str) -> "NullTranslations":
    """The compiled catalogue of a language; an empty one, which says English, where there is none."""
    from gettext import GNUTranslations, NullTranslations  # here: whoever only imports the words pays nothing

    compiled = compiled_catalogue(code)
    return GNUTranslations(BytesIO(compiled)) if compiled else NullTranslations()


def compiled_catalogue(code: str) -> bytes:
    """The bytes of catalogues/CODE.mo beside this module; none if it was not built."""
    from pathlib import Path  # here: the same

    try:
        return Path(__file__).with_name("catalogues").joinpath(f"{code}.mo").read_bytes()
    except FileNotFoundError:
        return b""
