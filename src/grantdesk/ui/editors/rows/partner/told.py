"""What a partner's card tells: name, role, particulars, how far its part is, and what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grantdesk.call.terms.node import Attachment, Choice, Essay, Partners
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import option, plain
from grantdesk.outline.money.cost import cost_lines
from grantdesk.rules.figure import Figure
from grantdesk.rules.progress import Tally, total
from grantdesk.rules.value import is_blank
from grantdesk.words.phrase import Cents, Phrase, counted, phrase

NONE = plain("")


@dataclass(frozen=True, slots=True)
class Told:
    """In words and numbers. `leads`: this partner leads; `has_role`: the call knows a lead."""

    name: Phrase
    role: Phrase
    leads: bool
    has_role: bool
    particulars: str
    tally: Tally
    sums: Phrase

    @property
    def state(self) -> Phrase:
        """How far the part is."""
        far = phrase("{answered} of {asked} answered", answered=self.tally.answered, asked=self.tally.asked)
        if not self.tally.errors:
            return far
        fix = counted("{n} to fix", "{n} to fix", n=self.tally.errors)
        return plain("{far} · {fix}", far=far, fix=fix)


def told(dossier: Dossier, node: Partners, key: str) -> Told:
    """The card of a partner."""
    row = dossier.members[key].view if key in dossier.members else {}
    name = dossier.names.of(node.id).get(key)
    leads = node.lead is not None and row.get(node.lead.column) == node.lead.value
    return Told(
        plain("{name}", name=name.title if name.title is not None else name.number) if name else NONE,
        _role(dossier, node, row),
        leads,
        node.lead is not None,
        _particulars(dossier, node, row),
        total(dossier.report.progress.partners.get(key, {}).values()),
        _sums(dossier, key),
    )


def _role(dossier: Dossier, node: Partners, row: Any) -> Phrase:
    columns = dossier.form.call.tables[node.table].columns
    column = next((each for each in columns if node.lead and each.id == node.lead.column), None)
    said = row.get(column.id) if column else None
    if not isinstance(column, Choice) or not isinstance(said, str):
        return NONE
    return plain("{role}", role=option(dossier.form.call, column, said) or said)


def _particulars(dossier: Dossier, node: Partners, row: Any) -> str:
    """The other columns, one after the other."""
    lead = node.lead.column if node.lead else ""
    table = dossier.form.call.tables[node.table]
    told_already = (lead, table.title, dossier.form.call.parts.partner_name)
    parts = [
        dossier.said(each, row[each.id])
        for each in table.columns
        if each.id not in told_already
        and not isinstance(each, Essay | Attachment)
        and not is_blank(row.get(each.id))
    ]
    return " · ".join(parts)


def _sums(dossier: Dossier, key: str) -> Phrase:
    """What it costs and the support that is applied for, so far where something is still missing."""
    figures = [each for each in _figures(dossier, key) if each[1].cents or each[1].settled]
    if not figures:
        return NONE
    parts = {
        f"p{n}": plain("{label}: {sum}", label=label, sum=_said(figure))
        for n, (label, figure) in enumerate(figures)
    }
    return plain(" · ".join(f"{{{name}}}" for name in parts), **parts)


def _said(figure: Figure) -> Phrase:
    cents = Cents(figure.cents)
    return plain("{sum}", sum=cents) if figure.settled else phrase("{amount} so far", amount=cents)


def _figures(dossier: Dossier, key: str) -> Sequence[tuple[Any, Figure]]:
    part = dossier.members.get(key)
    if part is None:
        return ()
    financing, amounts = dossier.form.call.financing, part.figures.amounts
    lines = cost_lines(dossier, part)
    base = lines.get(financing.base) if financing else next(reversed(list(lines.values())), None)
    applied = [source for source in financing.sources if source.applied] if financing else []
    named = [(each.id, each.label) for each in ([base] if base else [])] + [
        (each.id, each.label) for each in applied
    ]
    return [(label, amounts[name]) for name, label in named if name in amounts]
