"""Faces: what the fonts of resources/fonts can draw, how wide it is, and which face draws which part of a text."""

from functools import cache
from itertools import groupby

from grantdesk.files.places import resource
from grantdesk.pdf.letters.plain import JOINERS
from grantdesk.pdf.letters.truetype import TrueType, read

REGULAR, SEMIBOLD, FALLBACK = "SourceSansPro-Regular", "SourceSansPro-Semibold", "DejaVuSans"
BOX = "\u25a1"
MOST_WORDS, LONGEST = 20_000, 50  # what is worth remembering: a few megabytes at the most


class Widths(dict[str, float]):
    """Character -> width in 1/1000 of the size, filled on demand: by the face, else the fallback, else as a box."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        face = self._face if character in self._face.letters else face_of(FALLBACK)
        letter = character if character in face.letters else BOX
        font = face.font
        width = 0.0 if character in JOINERS else 1000 * font.advances[font.glyphs[ord(letter)]] / font.em
        return self.setdefault(character, width)


class Words(dict[str, float]):
    """Word or line -> its width in 1/1000 of the size, filled on demand; long ones are measured each time."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, word: str) -> float:
        width = sum(map(self._widths.__getitem__, word))
        if len(word) <= LONGEST:
            if len(self) >= MOST_WORDS:
                self.clear()
            self[word] = width
        return width


class Face:
    """One font file for the life of the process. `letters` are the characters that it draws itself."""

    def __init__(self, name: str, font: TrueType) -> None:
        self.name = name
        self.font = font
        # A private use character has a glyph in some fonts, but its meaning is not known to anybody who reads the page.
        drawn = (chr(point) for point, glyph in font.glyphs.items() if glyph and not 0xE000 <= point < 0xF900)
        self.letters = frozenset(drawn) - JOINERS
        self.widths = Widths(self)
        self.words = Words(self.widths)

    def width(self, word: str) -> float:
        """The width of a word or line in 1/1000 of the size."""
        return self.words[word]

    def runs(self, text: str) -> list[tuple["Face | None", str]]:
        """The text in parts, each with the face that draws it; None where no face does."""
        if self.letters.issuperset(text):
            return [(self, text)]
        fallback = face_of(FALLBACK)
        runs: list[tuple[Face | None, str]] = []
        for chosen, letters in groupby(text, lambda letter: self._drawer(letter, fallback)):
            runs.append((chosen, "".join(letters)))
        return runs

    def _drawer(self, letter: str, fallback: "Face") -> "Face | None":
        return self if letter in self.letters else fallback if letter in fallback.letters else None


@cache
def face_of(name: str) -> Face:
    """The face in resources/fonts/{name}.ttf, read once."""
    return Face(name, read(resource("fonts", f"{name}.ttf").read_bytes()))
