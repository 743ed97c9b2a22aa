"""The key figures: what it costs, what the financing covers, and who pays how much of that."""

from collections.abc import Iterator

from grantdesk.call.terms.cost import SumLine
from grantdesk.outline.block import Block, Column, Grid
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.kind.mark import explained
from grantdesk.outline.money.cost import cost_lines
from grantdesk.outline.money.sheet import SHARE, exact, said, shares
from grantdesk.rules.figure import Figure
from grantdesk.words.phrase import Fact, phrase

Figured = tuple[Fact, Figure]


def key_figures(dossier: Dossier, part: Part) -> Iterator[Block]:
    """The key figures of a part in a grid; nothing while none is known."""
    costs, sources = _costs(dossier, part), _sources(dossier, part)
    if not costs and not sources:
        return
    whole = costs[-1][1].cents if costs else 0
    cents = exact([figure for _, figure in costs + sources])
    of_whole = ["" for _ in costs] + shares(dossier, [figure for _, figure in sources], whole)
    rows = [
        (dossier.say(label), said(dossier, figure, cents), *([share] if sources else []))
        for (label, figure), share in zip(costs + sources, of_whole, strict=True)
    ]
    heads = [phrase("Key figure"), phrase("Amount"), *([SHARE] if sources else [])]
    columns = tuple(Column(dossier.say(head), 1.0 if n else 2.0, n > 0) for n, head in enumerate(heads))
    grid = Grid(dossier.say(phrase("Key figures")), columns, tuple(rows), row_heads=1, at=part.path)
    yield grid
    yield from explained(dossier, grid)


def _costs(dossier: Dossier, part: Part) -> list[Figured]:
    """The costs before what is subtracted, and what the financing covers; without financing the last cost line."""
    lines, financing, amounts = cost_lines(dossier, part), dossier.form.call.financing, part.figures.amounts
    base = lines.get(financing.base) if financing else next(reversed(list(lines.values())), None)
    if base is None:
        return []
    before = [lines[name] for name in base.of] if isinstance(base, SumLine) and base.less else []
    return [(line.label, amounts[line.id]) for line in (*before, base) if line.id in amounts]


def _sources(dossier: Dossier, part: Part) -> list[Figured]:
    """The sources of the financing."""
    financing, amounts = dossier.form.call.financing, part.figures.amounts
    sources = financing.sources if financing else ()
    return [(source.label, amounts[source.id]) for source in sources if source.id in amounts]
