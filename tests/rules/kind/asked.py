"""What the rules of these tests read, and a rule judged on answers."""

import json
from functools import cache
from typing import Any

from grantdesk.call.form import Form
from grantdesk.rules.finding import Finding
from rules.small import form, node, options, report, rows, texts

NODES = [
    node("a", "text"),
    node("b", "text"),
    node("agreed", "yes_no"),
    node("months", "number", decimals=2),
    node("count_of", "number"),
    node("share", "rate"),
    node("first", "date"),
    node("then", "date"),
    node("part", "money"),
    node("rest", "money"),
    node("whole", "money"),
    node("papers", "attachment", formats=["pdf"]),
    node("people", "table", table="person"),
    node("hidden", "table", table="person", visible_when="agreed"),
    node("grants", "table", table="grant"),
    node("category", "choice", options="categories"),
    node("size", "choice", options="sizes"),
    node("bonuses", "several", options="bonuses"),
]
TABLES = {
    "person": {
        "columns": [
            node("name", "text"),
            node("post", "choice", options="posts"),
            node("pay", "money"),
            node("born", "date"),
            node("works", "yes_no"),
            node("papers", "attachment"),
        ]
    },
    "grant": {"columns": [node("day", "date"), node("amount", "money")]},
}
LISTS = {
    "categories": options("industrial", "experimental", "study", "none"),
    "sizes": options("large", "medium", "small"),
    "bonuses": options("together", "area_c", "cross_border", "extra"),
    "posts": options("head", "hand", "foot"),
}
# Domain facts, section 3.6: (b), (c) and (d) are not combined with each other; `extra` shows one that is added.
SIZES = {"medium": 1000, "small": 2000}
AID = {
    "categories": {
        "industrial": {
            "label": texts("Industrial research"),
            "base": 5000,
            "cap": 8000,
            "sizes": SIZES,
            "bonuses": ["together", "area_c", "cross_border", "extra"],
        },
        "experimental": {
            "label": texts("Experimental development"),
            "base": 2500,
            "cap": 8000,
            "sizes": SIZES,
            "bonuses": ["together", "area_c", "cross_border"],
        },
        "study": {"label": texts("Feasibility study"), "base": 5000, "cap": 7000, "sizes": SIZES},
    },
    "bonuses": {
        "together": {"label": texts("Together"), "rate": 1500, "alone": True},
        "area_c": {"label": texts("Area c"), "rate": 500, "alone": True},
        "cross_border": {"label": texts("Cross-border"), "rate": 2500, "alone": True},
        "extra": {"label": texts("Extra"), "rate": 100},
    },
}
Answers = dict[str, Any]
COMPARED = {
    "must": "people.all(p, people.exists(q, q.name == p.name))",
    "at": "people",
    "text": texts("They are not as they should be."),
}
"""A rule of kind expr that goes over all people for each of them."""


@cache
def _form(rule: str) -> Form:
    return form(NODES, rules=[json.loads(rule)], tables=TABLES, lists=LISTS, aid=AID)


def ruled(kind: str, **rule: Any) -> Form:
    """A call with one rule of the kind."""
    return _form(json.dumps({"id": "it", "kind": kind, **rule}))


def judged(answers: Answers, kind: str, **rule: Any) -> tuple[Finding, ...]:
    """What a rule of the kind finds."""
    return tuple(f for f in report(ruled(kind, **rule), answers).findings if f.rule == "it")


def facts(finding: Finding) -> dict[str, Any]:
    """Its facts besides the label."""
    return {name: fact for name, fact in finding.facts.items() if name != "label"}


def people(*several: Answers) -> Answers:
    return {"people": rows(*several)}


def posts(*names: str | None) -> Answers:
    return people(*({"post": name} if name else {} for name in names))
