"""The mark of what is not settled, in words."""

from collections.abc import Iterator

from grantdesk.outline.block import MARK, Grid, Note, is_marked
from grantdesk.outline.dossier import Dossier
from grantdesk.words.phrase import phrase


def explained(dossier: Dossier, grid: Grid) -> Iterator[Note]:
    """What the mark means, if a grid has it."""
    if is_marked(grid):
        note = phrase("{mark} The amount so far: an answer that it rests on is still missing.", mark=MARK)
        yield Note(dossier.say(note))
