"""In which language the command line speaks, and how it says things."""

import os
import sys
from collections.abc import Mapping

from grantdesk.words.language import LANGUAGES, Language
from grantdesk.words.phrase import Phrase


def spoken(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the person's system, of those that we speak; English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            code = value[:2].lower()
            return code if code in LANGUAGES else "en"
    return "en"


def language(lang: str | None) -> Language:
    """The language that was asked for, or the system's."""
    return Language(lang or spoken())


def tell(lang: Language, said: Phrase) -> None:
    """A remark beside the result: on stderr, so that what a program reads stays clean."""
    print(lang.say(said), file=sys.stderr, flush=True)


def use_utf8() -> None:
    """Output is UTF-8 whatever the system's code page: it is full of ä, €, and non-breaking spaces."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
