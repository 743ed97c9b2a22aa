"""Who pays: the financing plan by year and by partner."""

from collections.abc import Iterator

from grantdesk.outline.block import Block
from grantdesk.outline.chart.stacks import stacks
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.kind.mark import explained
from grantdesk.outline.money.sheet import Sheet, by_partner, by_year
from grantdesk.words.phrase import phrase


def plan(dossier: Dossier, part: Part) -> Iterator[Block]:
    """The financing by year; that of the project by partner too, if there are several."""
    sheet = plan_sheet(dossier, part)
    grid = by_year(sheet, part, phrase("Financing by year") if part.figures.years else phrase("Financing"))
    yield grid
    yield from explained(dossier, grid)
    if part is dossier.project and len(dossier.members) > 1:
        grid = by_partner(sheet, phrase("Financing by source and partner"))
        yield grid
        yield from explained(dossier, grid)
        series = {name: dossier.pick(label) for name, label in sheet.lines.items()}
        yield from stacks(dossier, series, phrase("Financing by partner"), grid)


def plan_sheet(dossier: Dossier, part: Part) -> Sheet:
    """The sources that are known in a part."""
    financing, amounts = dossier.form.call.financing, part.figures.amounts
    sources = financing.sources if financing else ()
    known = {source.id: source.label for source in sources if source.id in amounts}
    return Sheet(dossier, phrase("Source of financing"), known, added=True)
