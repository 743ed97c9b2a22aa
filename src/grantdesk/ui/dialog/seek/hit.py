"""Where a word stands in the answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from grantdesk.call.terms.node import AnyNode, Attachment, Choice, Essay, Identifier, Several, Text
from grantdesk.model.order import POS
from grantdesk.model.path import Path
from grantdesk.model.tree import leaves
from grantdesk.outline.dossier import Dossier
from grantdesk.ui.dialog.seek.match import folded

ROUND = 36  # characters of context before and after
TYPED = (Text, Essay, Identifier)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word in an answer: its place, the n-th of the same in it, and the text around it."""

    path: Path
    n: int
    before: str
    word: str
    after: str


def hits(dossier: Dossier, query: str) -> list[Hit]:
    """Everywhere the query stands in what is asked and answered, in the order of the form."""
    wanted = folded(query.strip())
    if not wanted:
        return []
    order = {node: n for n, node in enumerate(_order(dossier))}
    found = [hit for path, text in _texts(dossier) for hit in _in(path, text, wanted)]
    return sorted(found, key=lambda hit: order.get(hit.path[0], len(order)))


def _order(dossier: Dossier) -> list[str]:
    return [asked.id for asked in dossier.form.project.asked]


def _texts(dossier: Dossier) -> Iterator[tuple[Path, str]]:
    """Every answer as it is read, with the place where it is given."""
    form = dossier.form
    for path, leaf in leaves(dossier.report.asked):
        node, parent = form.node(path), form.node(path[:-1])
        if path[-1] == POS:
            continue
        if node is not None:
            yield (
                path,
                leaf if isinstance(node, TYPED) and isinstance(leaf, str) else _said(dossier, node, leaf),
            )
        elif isinstance(parent, Several) and leaf is True:
            yield path[:-1], _said(dossier, parent, {path[-1]: True})
        elif isinstance(form.node(path[:-2]), Attachment) and path[-1] == "name":
            yield path[:-2], str(leaf)


def _said(dossier: Dossier, node: AnyNode, leaf: object) -> str:
    if isinstance(node, Choice) and not isinstance(leaf, str):
        return ""
    return dossier.said(node, leaf)


def _in(path: Path, text: str, wanted: str) -> Iterator[Hit]:
    plain, at, n = folded(text), -1, 0
    while (at := plain.find(wanted, at + 1)) >= 0:
        end = at + len(wanted)
        before = ("…" if at > ROUND else "") + text[max(0, at - ROUND) : at]
        after = text[end : end + ROUND] + ("…" if len(text) > end + ROUND else "")
        yield Hit(path, n, _one_line(before), text[at:end], _one_line(after))
        n += 1
        at = end - 1


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
