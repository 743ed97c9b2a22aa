"""Fewer answers never make anything wrong: what is not known yet is missing, or nothing, but no new error."""

import random
from functools import cache

import pytest

from bench.reference import Reference, Size
from grantdesk.call.form import Form
from grantdesk.call.terms.node import Attachment, Matrix, Several
from grantdesk.call.terms.rule import Expr
from grantdesk.model.path import Path
from grantdesk.model.tree import Answers, leaves, put
from grantdesk.rules.check import Checker, Report
from worlds import form

WORLDS = ("hevi", "lump", "rules", "hidden", "models", "years", "split", "euros", "kinds")
SMALL = Size(partners=3, packages=3, budget=3, rows=2, essay=60)


@cache
def reference(name: str, seed: int) -> Answers:
    return Reference(form(name), SMALL, seed).answers()


def single(form: Form, path: Path) -> bool:
    """Is it the place of one answer? A tick, a cell and a file are parts of one."""
    node = form.node(path)
    return node is not None and not isinstance(node, Several | Matrix | Attachment)


def wrong(form: Form, report: Report) -> set[tuple[str, str, Path]]:
    """What is wrong and not only missing; without the rules that ask whether something is there."""
    asking = {
        rule.id
        for rule in form.call.rules
        if "has(" in f"{rule.when} {rule.must if isinstance(rule, Expr) else ''}"
    }
    return {(f.rule, f.kind, f.path) for f in report.findings if not f.missing and f.rule not in asking}


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_fewer_answers_make_nothing_wrong(name: str, seed: int) -> None:
    ready, chance = form(name), random.Random(seed)
    answers, checker = reference(name, seed), Checker(ready)
    before = wrong(ready, checker.report(answers))
    places = [path for path, _ in leaves(answers) if single(ready, path)]
    for _ in range(8):
        fewer = answers
        for path in chance.sample(places, min(len(places), chance.choice([1, 3, 30]))):
            fewer = put(fewer, path, None)
        assert wrong(ready, checker.report(fewer)) <= before


@pytest.mark.parametrize("name", WORLDS)
def test_one_answer_less_makes_nothing_wrong(name: str) -> None:
    ready = form(name)
    answers, checker = reference(name, 7), Checker(ready)
    before = wrong(ready, checker.report(answers))
    places = [path for path, _ in leaves(answers) if single(ready, path)]
    for path in random.Random(7).sample(places, min(len(places), 40)):
        new = wrong(ready, checker.report(put(answers, path, None))) - before
        assert not new, path


@pytest.mark.parametrize("name", WORLDS)
def test_what_is_settled_stays_or_becomes_open(name: str) -> None:
    ready = form(name)
    answers, checker = reference(name, 9), Checker(ready)
    known = checker.report(answers).figures.known()
    places = [path for path, _ in leaves(answers) if single(ready, path)]
    for path in random.Random(9).sample(places, min(len(places), 40)):
        fewer = checker.report(put(answers, path, None)).figures.known()
        assert fewer.items() <= known.items(), path
