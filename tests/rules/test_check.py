"""The laws of a check: the same as a fresh one after any edits, nothing mutated or hidden judged, nothing raised."""

import random
from collections.abc import Callable
from typing import Any, Never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reference import Reference, Size
from grantdesk.call.form import Form
from grantdesk.model.order import fresh, last
from grantdesk.model.path import Path
from grantdesk.model.tree import Answers, at, leaves, put
from grantdesk.rules.check import ROOM, Checker, Report
from rules.small import form as small
from rules.small import node
from worlds import NAMES, form, sample

SMALL = Size(partners=3, packages=3, budget=4, rows=2, essay=120)


class Frozen(dict[str, Any]):
    """A tree that raises when anything mutates it."""

    def _no(self, *_: Any, **__: Any) -> Never:
        raise TypeError("the answers were mutated")

    __setitem__ = __delitem__ = __ior__ = pop = popitem = clear = update = setdefault = _no  # type: ignore[assignment]


def frozen(tree: Any) -> Any:
    """The tree, frozen; what is frozen already keeps its identity."""
    return Frozen({k: frozen(v) for k, v in tree.items()}) if type(tree) is dict else tree


def seen(report: Report) -> tuple[Any, ...]:
    return report.findings, report.figures, report.partners, report.progress, report.asked


class Monkey:
    """Edits an application as nobody would: leaves, rows, partners, wrong values, and undoes now and then."""

    VALUES: tuple[Any, ...] = (
        0,
        1,
        -5,
        10**7,
        2028,
        "",
        "x" * 300,
        "2027-05-01",
        "2031-12-31",
        True,
        False,
        {},
        {"a": True},
    )

    def __init__(self, form: Form, answers: Answers, seed: int) -> None:
        self.random, self.form = random.Random(seed), form
        self.old = [frozen(answers)]

    def step(self) -> Answers:
        """The next answers."""
        now = self.old[-1]
        if self.random.random() < 0.1:
            return self.random.choice(self.old)
        edit: Callable[[Answers], Answers] = self.random.choice(
            (self._leaf, self._leaf, self._row, self._gone, self._swap)
        )
        new = frozen(edit(now))
        self.old.append(new)
        return new

    def _place(self, tree: Answers) -> Path:
        return self.random.choice([path for path, _ in leaves(tree)] or [("title",)])

    def _leaf(self, tree: Answers) -> Answers:
        return put(tree, self._place(tree), self.random.choice(self.VALUES))

    def _swap(self, tree: Answers) -> Answers:
        """A value of one place in another."""
        return put(tree, self._place(tree), at(tree, self._place(tree)))

    def _tables(self, tree: Answers) -> list[Path]:
        found: list[Path] = []
        for name, entity in self.form.project.tables.items():
            found.append((name,))
            rows = tree.get(name)
            found += [
                (name, row, inner)
                for row in (rows if isinstance(rows, dict) else ())
                for inner in entity.tables
            ]
        return found

    def _row(self, tree: Answers) -> Answers:
        """A copy of a row at the end of its table, or an empty one."""
        path = self.random.choice(self._tables(tree))
        table = at(tree, path)
        if not isinstance(table, dict):
            return put(tree, (*path, fresh()), {"pos": "V"})
        model = self.random.choice(list(table.values()) or [{}])
        row = {**model, "pos": last(table)} if isinstance(model, dict) else {"pos": "V"}
        return put(tree, (*path, fresh()), row)

    def _gone(self, tree: Answers) -> Answers:
        path = self.random.choice(self._tables(tree))
        table = at(tree, path)
        if isinstance(table, dict) and table:
            return put(tree, (*path, self.random.choice(list(table))), None)
        return put(tree, self._place(tree), None)


def follow(name: str, seed: int, steps: int) -> None:
    """A checker that remembers says the same as one that sees the answers for the first time."""
    ready = form(name)
    monkey = Monkey(ready, Reference(ready, SMALL, seed).answers(), seed)
    live = Checker(ready)
    for _ in range(steps):
        answers = monkey.step()
        assert seen(live.report(answers)) == seen(Checker(ready).report(answers))


@pytest.mark.parametrize("name", ["hevi", "lump", "models", "hidden"])
def test_remembering_changes_nothing(name: str):
    for seed in range(3):
        follow(name, seed, 25)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["hevi", "lump", *NAMES])
def test_remembering_changes_nothing_over_a_long_day(name: str):
    for seed in range(100, 120):
        follow(name, seed, 60)


JSON = st.recursive(
    st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=8),
    lambda inner: st.dictionaries(st.text("abcpos_", min_size=1, max_size=6), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.data())
def test_whatever_stands_in_the_answers_nothing_is_raised(data: st.DataObject):
    ready = form(data.draw(st.sampled_from(["hevi", "lump", "kinds", "rules", "hidden", "models"])))
    names = [*(a.id for a in ready.project.asked), *ready.project.tables]
    answers = data.draw(
        st.dictionaries(st.sampled_from(names), JSON | st.dictionaries(st.sampled_from(["r1", "r2"]), JSON))
    )
    report = Checker(ready).report(answers)
    assert isinstance(report.progress.whole.share, int)


def test_a_partner_that_nobody_touched_is_the_same_object():
    ready = form("hevi")
    answers = Reference(ready, SMALL).answers()
    checker = Checker(ready)
    before = checker.report(answers).asked["partners"]
    one, other, _ = answers["partners"]
    after = checker.report(put(answers, ("partners", one, "name"), "Toinen nimi")).asked["partners"]
    assert after[other] is before[other]
    assert after[one] is not before[one]


def test_memory_stays_flat_over_a_day_of_edits():
    ready = form("lump")
    answers = Reference(ready, SMALL).answers()
    table = next(name for name in ready.project.tables if not ready.partners or name != ready.partners.id)
    checker = Checker(ready)
    sizes = []
    for i in range(1500):
        answers = put(put(answers, (table, f"new{i}"), {"pos": "V"}), (table, f"new{i - 1}"), None)
        checker.report(answers)
        sizes.append(len(checker.memo))
    assert sizes[-1] < 3 * ROOM
    assert max(sizes) < 3 * ROOM


def test_hidden_answers_are_neither_judged_nor_counted_and_come_back():
    ready = small(
        [
            node("open", "yes_no"),
            node("told", "text", most=3, required=True, visible_when="open"),
            node("more", "number", visible_when='told == "abc"'),
        ]
    )
    answers = {"title": "x", "open": True, "told": "abcd", "more": "not a number"}
    checker = Checker(ready)
    shown = checker.report(answers)
    hidden = checker.report({**answers, "open": False})
    assert [f.kind for f in shown.findings] == ["characters"]
    assert hidden.findings == ()
    assert hidden.asked.keys() == {"title", "open", "figures"}
    assert hidden.progress.whole.asked == shown.progress.whole.asked - 1
    assert seen(checker.report(answers)) == seen(shown)
    assert [f.kind for f in checker.report({**answers, "told": "abc"}).findings] == ["unreadable"]


@pytest.mark.parametrize("name", ["hevi", "lump"])
def test_nothing_answered_is_not_started_and_only_missing(name: str):
    report = Checker(form(name)).report({})
    assert report.progress.whole.state == "not_started"
    assert all(finding.missing or finding.kind.startswith("rule.") for finding in report.findings)
    assert report.progress.whole.errors == sum(
        f.severity == "error" and not f.missing for f in report.findings
    )


def test_findings_are_counted_where_they_stand():
    ready = form("lump")
    partners = ready.partners
    answers = sample("lump", "complete")
    report = Checker(ready).report(answers)
    assert partners is not None
    assert report.progress.partners.keys() == answers[partners.id].keys()
    assert report.count("error") == sum(finding.severity == "error" for finding in report.findings)
