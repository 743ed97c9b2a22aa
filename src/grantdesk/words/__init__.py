"""How a thing is said."""

from grantdesk.words.language import LANGUAGES, Language
from grantdesk.words.phrase import Bytes, Cents, Fact, Phrase, Rate, Scaled, Texts, counted, phrase, quoted
from grantdesk.words.refusal import Unreadable
from grantdesk.words.trouble import Trouble
from grantdesk.words.typed import COUNTING, clean, count, line

__all__ = [
    "COUNTING",
    "LANGUAGES",
    "Bytes",
    "Cents",
    "Fact",
    "Language",
    "Phrase",
    "Rate",
    "Scaled",
    "Texts",
    "Trouble",
    "Unreadable",
    "clean",
    "count",
    "counted",
    "line",
    "phrase",
    "quoted",
]
