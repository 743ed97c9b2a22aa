"""What is said when typed text cannot be read: what is wrong with it, and what to type instead."""

from grantdesk.words.phrase import Fact, Phrase, Rate, counted, phrase
from grantdesk.words.trouble import Trouble

SHOWN = 40  # characters of the typed text that a sentence repeats


class Unreadable(Trouble):
    """Typed text that cannot be read without guessing. `typed` is the text, just as it was typed."""

    def __init__(self, typed: str, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.typed = typed


def shown(typed: str) -> str:
    """As much of the typed text as a sentence can hold."""
    text = " ".join(typed.split())
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def unlike(typed: str, example: Fact) -> Unreadable:
    """The text is not written like what is asked for, or there is none."""
    if not typed.strip():
        return Unreadable(
            typed, phrase("Nothing has been typed. Write it like this: {example}", example=example)
        )
    asks = phrase(
        "“{typed}” cannot be read. Write it like this: {example}", typed=shown(typed), example=example
    )
    return Unreadable(typed, asks)


def unclear(typed: str, example: Fact) -> Unreadable:
    """The text can be understood in two ways: 1.234 in Finnish, 1/9/2027."""
    asks = phrase(
        "“{typed}” can be understood in more than one way. Write it like this: {example}",
        typed=shown(typed),
        example=example,
    )
    return Unreadable(typed, asks)


def finer(typed: str, decimals: int, example: Fact) -> Unreadable:
    """The number has more decimals than are asked for."""
    if not decimals:
        asks = phrase(
            "“{typed}” is not a whole number. Write it like this: {example}",
            typed=shown(typed),
            example=example,
        )
        return Unreadable(typed, asks)
    asks = counted(
        "“{typed}” has more than {n} decimal. Write it like this: {example}",
        "“{typed}” has more than {n} decimals. Write it like this: {example}",
        n=decimals,
        typed=shown(typed),
        example=example,
    )
    return Unreadable(typed, asks)


def larger(typed: str, limit: Fact) -> Unreadable:
    """The number is beyond what can be reckoned with."""
    asks = phrase("“{typed}” is too large. At most it can be {limit}", typed=shown(typed), limit=limit)
    return Unreadable(typed, asks)


def signless(typed: str, bp: int) -> Unreadable:
    """A rate below one without its sign: is 0,6 meant as 0,6 % or as 60 %?"""
    asks = phrase(
        "“{typed}” can mean {low} or {high}. Write the percent sign too: {low}",
        typed=shown(typed),
        low=Rate(bp),
        high=Rate(bp * 100),
    )
    return Unreadable(typed, asks)


def no_day(typed: str) -> Unreadable:
    """The calendar has no such day."""
    return Unreadable(typed, phrase("There is no such day as “{typed}”.", typed=shown(typed)))


def far_year(typed: str, first: int, last: int) -> Unreadable:
    """The year is not one of this time."""
    asks = phrase(
        "The year in “{typed}” is not between {first} and {last}.",
        typed=shown(typed),
        first=str(first),
        last=str(last),
    )
    return Unreadable(typed, asks)


def neither(typed: str, yes: str, no: str) -> Unreadable:
    """The text is neither yes nor no."""
    asks = phrase(
        "“{typed}” is neither {yes} nor {no}. Write one of the two.", typed=shown(typed), yes=yes, no=no
    )
    return Unreadable(typed, asks)
