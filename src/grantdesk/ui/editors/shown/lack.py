"""What a figure still waits for: answers of a partner, or partners."""

from collections.abc import Iterator

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import Total
from grantdesk.model.path import Path
from grantdesk.outline.dossier import Dossier
from grantdesk.words.phrase import Fact, Phrase, phrase

FEW = 3
"""So many things are named."""


def lack(dossier: Dossier, node: Total, path: Path) -> Phrase:
    """Why a figure is not settled, in a sentence that says where to go on."""
    waits = _partners(dossier, node) if node.of == "project" else _answers(dossier, path[:2])
    first: tuple[Fact, ...] = tuple(waits[:FEW])
    if not first:
        return phrase("Answers that it rests on are still missing.")
    if len(waits) > FEW:
        return phrase("Still waits for: {things} …", things=", ".join(map(dossier.say, first)))
    return phrase("Still waits for: {things}", things=first)


def _partners(dossier: Dossier, node: Total) -> list[Fact]:
    """The partners in whose part the figure is not settled."""
    open_ones = [
        key
        for key, part in dossier.members.items()
        if not (node.figure in part.figures.amounts and part.figures.amounts[node.figure].settled)
    ]
    return [dossier.partner(key).full for key in open_ones]


def _answers(dossier: Dossier, part: Path) -> list[Fact]:
    """The labels of what is missing among all that costs and financing are worked out from."""
    counted = frozenset(_counted(dossier.form.call))
    found = dict[str, Fact]()
    for finding in dossier.report.findings:
        here = finding.path[len(part) :] if finding.path[: len(part)] == part else finding.path
        if finding.missing and here and here[0] in counted:
            found.setdefault(here[0], finding.facts.get("label", here[0]))
    return list(found.values())


def _counted(call: Call) -> Iterator[str]:
    """The nodes that cost models and financing read."""
    if call.costs is not None:
        if call.costs.choice:
            yield call.costs.choice
        for model in call.costs.models.values():
            for line in model.lines:
                if line.kind == "rows":
                    yield line.table
                elif line.kind == "amount":
                    yield line.node
    for source in call.financing.sources if call.financing else ():
        if source.kind == "rows":
            yield source.table
        elif source.kind == "share" and source.asked:
            yield source.asked
