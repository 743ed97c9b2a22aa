"""How well a few letters fit a name."""

from unicodedata import normalize


def folded(text: str) -> str:
    """The text without case and without marks on its letters, character for character: "Päätös" is "paatos"."""
    return "".join(map(_folded, text))


def _folded(character: str) -> str:
    bare = normalize("NFD", character)[:1].casefold()
    return bare if len(bare) == 1 else character


def score(query: str, text: str) -> int:
    """How well a folded query fits a folded text, 0 for not at all. Every word of the query must fit somewhere: best
    at the beginning of the text, then at that of a word, then within one, then letter after letter."""
    words = query.split()
    if not words:
        return 1
    scores = [_word(word, text) for word in words]
    if not all(scores):
        return 0
    whole = 200 if text == query else 60 if text.startswith(query) else 0
    return sum(scores) // len(scores) + whole - min(len(text) // 8, 20)


def _word(word: str, text: str) -> int:
    if text.startswith(word):
        return 120
    if f" {word}" in text:
        return 100
    if word in text:
        return 70
    return _scattered(word, text)


def _scattered(word: str, text: str) -> int:
    """The letters of the word one after another in the text, the first one where a word begins, not too far apart."""
    if len(word) < 3:
        return 0
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == " ")]
    for start in starts:
        if text[start : start + 1] != word[0]:
            continue
        at = start
        for letter in word[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                break
        else:
            if at - start < 4 * len(word):
                return 30
    return 0
