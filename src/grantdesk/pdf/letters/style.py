"""How a text is set: its face, size, leading and colour."""

from dataclasses import dataclass

from grantdesk.pdf.letters.face import face_of


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading in points, colour as three numbers from 0 to 1 in a row ("0.1 0.13 0.19")."""

    face: str
    size: float
    leading: float
    colour: str

    @property
    def rise(self) -> float:
        """From the top of a line to its base line; by the leading alone, so that sizes mix on one line."""
        return 0.69 * self.leading

    def width(self, text: str) -> float:
        """The width of a text in one line, in points."""
        return face_of(self.face).words[text] * self.size / 1000


def colour(code: str) -> str:
    """ "#1a2230" as PDF writes it."""
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
