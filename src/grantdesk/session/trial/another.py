"""One partner more: with the costs, the financing and the effort of one that takes part already, and nothing else."""

from collections.abc import Mapping

from grantdesk.call.form import Form
from grantdesk.call.terms.cost import AmountLine, RowsLine, RowsSource
from grantdesk.call.terms.node import Matrix
from grantdesk.model.order import rows
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers, at
from grantdesk.session.rows import added, follower
from grantdesk.session.trial.lever import named


def another(form: Form, answers: Answers, like: str) -> tuple[str, Mapping[Path, Answer | None]]:
    """The row id of a new partner at the end, and the patch that brings it: as far as money goes it is like another.
    Who it is, and all that only it can say, is still to be answered."""
    node = form.partners
    row = rows(answers.get(node.id)).get(like) if node else None
    if node is None or row is None:
        return "", {}
    own = {name: row[name] for name in _of_money(form) if name in row}
    if node.lead and (role := follower(form)):
        own[node.lead.column] = role
    made = added(answers.get(node.id), (node.id,), [own])
    patch: dict[Path, Answer | None] = dict(made.patch)
    for asked in form.project.asked:
        if isinstance(asked.node, Matrix) and asked.node.rows == node.id:
            cells = at(answers, (asked.id, like))
            if cells is not None:
                patch[asked.id, made.keys[0]] = cells
    return made.keys[0], patch


def _of_money(form: Form) -> frozenset[str]:
    """The ids of a partner's answers that its costs and its financing rest on."""
    call = form.call
    lines = [line for model in call.costs.models.values() for line in model.lines] if call.costs else []
    found = {line.table for line in lines if isinstance(line, RowsLine)}
    found |= {line.node for line in lines if isinstance(line, AmountLine)}
    sources = call.financing.sources if call.financing else ()
    found |= {source.table for source in sources if isinstance(source, RowsSource)}
    return frozenset(found) | named(form)["partners"]
