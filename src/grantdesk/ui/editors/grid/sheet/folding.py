"""Breaks a title into lines, long words too: Finnish makes one word of what others say in three."""

from collections.abc import Callable, Sequence

VOWELS = frozenset("aeiouyåäöAEIOUYÅÄÖ")
LEAST = 3
"""Letters that stay on either side of a break."""
Fits = Callable[[str], bool]


def folded(text: str, fits: Fits) -> list[str]:
    """The lines of a text; what does not fit is broken before a consonant that a vowel follows, with a hyphen."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if fits(joined):
            lines[-1] = joined
            continue
        *heads, rest = pieces(word, fits)
        lines += [*heads, rest]
    return [line for line in lines if line] or [""]


def shortened(lines: Sequence[str], most: int, fits: Fits) -> list[str]:
    """The first lines, as many as there may be; if that is not all, the last ends with an ellipsis."""
    if len(lines) <= most:
        return [*lines]
    last = lines[most - 1].removesuffix("-")
    while last and not fits(f"{last}…"):
        last = last[:-1].rstrip()
    return [*lines[: most - 1], f"{last}…"]


def pieces(word: str, fits: Fits) -> list[str]:
    """A word in pieces that fit, as far as it can be broken."""
    found: list[str] = []
    while not fits(word):
        places = [
            at for at in range(LEAST, len(word) - LEAST + 1) if _breaks(word, at) and fits(_head(word, at))
        ]
        if not places:
            break
        places = [at for at in places if word[at - 1] == "-"] or places
        halves = [at for at in places if fits(word[at:])]
        place = min(halves, key=lambda at: abs(2 * at - len(word))) if halves else places[-1]
        found.append(_head(word, place))
        word = word[place:]
    return [*found, word]


def _breaks(word: str, at: int) -> bool:
    before, here, after = word[at - 1], word[at], word[at + 1 : at + 2]
    if before == "-":
        return True
    return here.isalpha() and here not in VOWELS and after in VOWELS and before.isalpha()


def _head(word: str, at: int) -> str:
    return word[:at] if word[at - 1] == "-" else word[:at] + "-"
