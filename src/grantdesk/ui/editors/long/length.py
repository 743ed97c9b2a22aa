"""How long a text is, as the call counts, beside what the call allows."""

from grantdesk.call.terms.node import Counting, Limit
from grantdesk.words.phrase import Phrase, counted, phrase
from grantdesk.words.typed import count, words


def told(limit: Limit, text: str) -> Phrase:
    """ "38 of 250 words"; "38 words, at least 100" while it is too short; and the words too, where characters count."""
    used = count(text, limit.counting)
    if used > limit.most:
        said = phrase("{used}: {over} too many", used=_of(limit, used), over=used - limit.most)
    elif used < limit.least:
        said = _least(limit, used)
    else:
        said = _of(limit, used)
    if limit.counting == "words" or not text:
        return said
    return phrase("{length} · {words}", length=said, words=counted("{n} word", "{n} words", n=words(text)))


def _of(limit: Limit, used: int) -> Phrase:
    most, counting = limit.most, limit.counting
    if counting == "words":
        return counted("{used} of {n} word", "{used} of {n} words", n=most, used=used)
    said = counted("{used} of {n} character", "{used} of {n} characters", n=most, used=used)
    return _manner(said, counting)


def _least(limit: Limit, used: int) -> Phrase:
    if limit.counting == "words":
        return counted("{n} word, at least {least}", "{n} words, at least {least}", n=used, least=limit.least)
    said = counted(
        "{n} character, at least {least}", "{n} characters, at least {least}", n=used, least=limit.least
    )
    return _manner(said, limit.counting)


def _manner(said: Phrase, counting: Counting) -> Phrase:
    """How it is counted, where a person would count otherwise."""
    if counting == "characters_without_spaces":
        return phrase("{length} (without spaces)", length=said)
    if counting == "characters_crlf":
        return phrase("{length} (a line break counts as two)", length=said)
    return said
