"""python -m bench.pdf.content FOLDER CALL ROUNDS: writes the contents that are made into PDFs, in many versions.

They are outlines of the reference application, thinned evenly to a number of pages; every version has other answers,
so that nobody's memory of the last document helps with the next. Charts are told as their tables, since each maker
would draw them its own way. The words are many and of uneven frequency, as in Finnish: a memory of words that are
already measured must not help more than it does in real texts.
"""

import dataclasses
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

from pypdfium2 import PdfDocument

from bench.reference import WORDS, Reference, Size
from bench.work import MOMENT
from grantdesk.call.form import Form
from grantdesk.call.pack import read
from grantdesk.files.grant import begun
from grantdesk.files.writing import write
from grantdesk.outline.block import Block, Chart, Heading, Outline
from grantdesk.pdf import printed
from grantdesk.session.application import Application, packed_call
from grantdesk.words.language import Language

SIZES = {18: Size(1, 1, 2, 1, 700), 65: Size(4, 8, 12, 2)}
JOINED = {260: 4, 1000: 16}
"""Long documents: so many applications of 65 pages one after the other, to see how grantdesk grows."""
WHOLE = Size(3, 6, 12, 2)
"""An application whose whole print has about 65 pages, for the command."""
ENDINGS = "|n|a|ssa|sta|lla|lta|lle|ksi|na|t|jen|ja|issa|ista|kin|nsa|mme|kaan".split("|")  # noqa: SIM905
TRIES = 6


def main(folder: Path, call: str, rounds: int) -> None:
    """All contents: PAGES-VERSION.json with an application beside it, and whole.grant."""
    raw = packed_call(call)
    form, language = Form(read(raw)), Language("fi")
    outlines = []
    for pages, size in SIZES.items():
        share, outlines = 0.0, []
        for version in range(max(rounds, *JOINED.values())):
            application = _application(raw, form, size, version)
            outline = _told(application.outline(language))
            share = share or _share(outline, pages)
            outlines.append(thinned(outline, share))
            _write(folder / f"{pages}-{version}.json", outlines[-1], application)
    for pages, count in JOINED.items():
        blocks = tuple(block for outline in outlines[:count] for block in outline.blocks)
        _write(folder / f"{pages}-0.json", replace(outlines[0], blocks=blocks), application)
    write(_application(raw, form, WHOLE, 0).grant, folder / "whole.grant")


def _application(raw: bytes, form: Form, size: Size, version: int) -> Application:
    reference = Reference(form, size, version)
    reference.words = words()
    return Application(begun(raw, "bench", MOMENT, reference.answers()))


def words() -> list[str]:
    """Words, each as often as its rank says (Zipf): some 7 000 different ones."""
    stems = WORDS.split()
    compounds = [f"{first}{second}" for first, second in product(stems[:12], stems)]
    ranked = [f"{stem}{ending}" for ending, stem in product(ENDINGS, [*stems, *compounds])]
    return [word for rank, word in enumerate(ranked, 10) for _ in range(max(1, 8000 // rank))]


def thinned(outline: Outline, share: float) -> Outline:
    """The headings, and of the other blocks such a share, evenly."""
    kept = [
        block
        for n, block in enumerate(outline.blocks)
        if isinstance(block, Heading) or int((n + 1) * share) > int(n * share)
    ]
    return replace(outline, blocks=tuple(kept))


def _told(outline: Outline) -> Outline:
    """Without charts, and without the mark of a draft, which not everybody can print."""
    blocks = tuple(block.table if isinstance(block, Chart) else block for block in outline.blocks)
    return replace(outline, blocks=tuple(_levelled(blocks)), draft="")


def _levelled(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Without the document's own title, which is said apart."""
    yield from (block for block in blocks if not (isinstance(block, Heading) and block.level == 1))


def _share(outline: Outline, pages: int) -> float:
    """The share of the blocks that fills so many pages, or comes near."""
    low, high, share = 0.0, 1.0, 1.0
    for _ in range(TRIES):
        found = len(PdfDocument(printed(thinned(outline, share))))
        if found == pages:
            break
        low, high = (share, high) if found < pages else (low, share)
        share = (low + high) / 2
    return share


def _write(path: Path, outline: Outline, application: Application) -> None:
    names = ("title", "applicant", "call", "language", "identity", "saved")
    blocks = [_plain(block) for block in outline.blocks]
    data = {"about": {name: getattr(outline, name) for name in names}, "blocks": blocks}
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    write(application.grant, path.with_suffix(".grant"))


def _plain(block: Block) -> dict[str, object]:
    fields = dataclasses.asdict(block)
    del fields["at"]
    return {"kind": type(block).__name__, **fields}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
