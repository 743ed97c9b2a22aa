"""The letters that one document uses: which code stands for which character of which face."""

from collections.abc import Iterator

from grantdesk.pdf.letters.face import BOX, FALLBACK, Face, face_of
from grantdesk.pdf.letters.plain import JOINERS

LONGEST = (
    8000  # characters of a run: a string has 32 767 bytes at the most (6.1.13), and accents take no room
)
ESCAPED = {ord(letter): "\\" + letter for letter in "()\\"} | {13: "\\r"}


class Codes(dict[int, str]):
    """Code point -> two bytes (as Latin-1) that name the glyph in the document, escaped for a string of a page.

    Made for str.translate, which fills it on demand: glyph n of the embedded font is the nth character used.
    """

    def __init__(self, face: Face, label: str) -> None:
        super().__init__()
        self.face = face
        self.label = label

    def __missing__(self, point: int) -> str:
        number = len(self) + 1
        return self.setdefault(point, (chr(number >> 8) + chr(number & 0xFF)).translate(ESCAPED))


class Case:
    """All faces of a document, labelled F1, F2 … in the order of their first use."""

    def __init__(self) -> None:
        self.faces: dict[str, Codes] = {}

    def codes(self, face: Face) -> Codes:
        """The codes of a face in this document."""
        codes = self.faces.get(face.name)
        if codes is None:
            codes = self.faces[face.name] = Codes(face, f"F{len(self.faces) + 1}")
        return codes

    def strings(self, text: str, face: Face) -> list[tuple[str, str, str]]:
        """The text in runs: label of the face, string to show, and what it stands for if it is drawn as boxes."""
        if len(text) <= LONGEST and face.letters.issuperset(text):  # most texts need no more
            codes = self.codes(face)
            return [(codes.label, text.translate(codes), "")]
        strings: list[tuple[str, str, str]] = []
        for drawer, run in face.runs(text):
            for at in range(0, len(run), LONGEST):
                strings.extend(self._string(drawer, run[at : at + LONGEST]))
        return strings

    def _string(self, drawer: Face | None, run: str) -> Iterator[tuple[str, str, str]]:
        if drawer is not None:
            codes = self.codes(drawer)
            yield codes.label, run.translate(codes), ""
        elif boxes := BOX * sum(letter not in JOINERS for letter in run):
            codes = self.codes(face_of(FALLBACK))
            yield codes.label, boxes.translate(codes), run
