"""A small call out of a few nodes, for tests that show one thing; `report` says what follows from answers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from grantdesk.call.author import assembled
from grantdesk.call.form import Form
from grantdesk.model.tree import Answers
from grantdesk.rules.check import Checker, Report
from grantdesk.rules.finding import Finding
from grantdesk.words.phrase import Texts

Node = dict[str, Any]


def texts(text: str) -> dict[str, str]:
    return dict.fromkeys(("fi", "sv", "en"), text)


def label(text: str) -> Texts:
    return Texts(text, text, text)


def node(name: str, kind: str, **more: Any) -> Node:
    """A node or column; its label is its id."""
    return {"id": name, "kind": kind, "label": texts(name), **more}


def options(*names: str) -> dict[str, Any]:
    """A code list."""
    return {"options": [{"id": name, "label": texts(name.title())} for name in names]}


def form(
    nodes: Sequence[Node] = (), own: Sequence[Node] = (), columns: Sequence[Node] = (), **head: Any
) -> Form:
    """A call of one common page and, with `own` or `columns`, of partners with one page each, ready.

    `head` is the rest of the call: tables, lists, rules, costs, financing, aid, indicators.
    """
    common = [node("title", "text"), *nodes]
    sections = [{"id": "page", "title": texts("Page"), "nodes": common}]
    tables = dict(head.pop("tables", {}))
    if own or columns:
        common.append(node("partners", "partners", table="partner"))
        tables["partner"] = {"columns": [*columns, node("name", "text")]}
    if own:
        sections.append({"id": "part", "title": texts("Part"), "owner": "partner", "nodes": list(own)})
    call: dict[str, Any] = {
        "format": "grantdesk/call",
        "id": "small",
        "version": "1",
        **{name: texts(name) for name in ("summary", "authority", "programme")},
        "title": texts("Small"),
        "notice": {"checked": "2027-01-01"},
        "parts": {"title": "title"},
        "sections": sections,
        "tables": tables,
        **head,
    }
    return Form(assembled({"call": call}))


def report(form: Form, answers: Answers) -> Report:
    """The report of a checker that has seen nothing else."""
    return Checker(form).report(answers)


def only(form: Form, answers: Answers) -> Finding:
    """The one finding."""
    (finding,) = report(form, answers).findings
    return finding


def kinds(findings: Iterable[Finding]) -> list[str]:
    return [finding.kind for finding in findings]


def rows(*several: Mapping[str, Any]) -> dict[str, Any]:
    """A table: rows r1, r2, … in this order."""
    return {f"r{i}": {"pos": chr(ord("A") + i), **row} for i, row in enumerate(several, 1)}
