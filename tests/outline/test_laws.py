"""Whatever the answers are: there is an outline, it is sound, and a reader meets everything that was said."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.model.tree import diff
from grantdesk.outline.block import Chart, Entry, Heading, Outline
from grantdesk.outline.text import text
from grantdesk.rules.check import Checker
from outline.laid import every, grids, hevi, outline, said
from outline.trees import lines, trees, visible
from worlds import form

LANGS = st.sampled_from(["fi", "sv", "en"])
KINDS, HIDDEN, YEARS, MODELS = (form(name) for name in ("kinds", "hidden", "years", "models"))


def is_sound(made: Outline) -> None:
    """The laws of every outline."""
    levels = [block.level for block in every(made, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) <= 6
    for grid in grids(made):
        assert all(len(row) == len(grid.columns) for row in (*grid.rows, *grid.foot))
        assert grid.columns
        assert grid.row_heads <= len(grid.columns)
    assert all(block.alt and block.table.rows for block in every(made, Chart))
    assert all(block.text for block in every(made, Entry))
    numbers = [block.number for block in every(made, Heading) if block.number]
    assert len(set(numbers)) == len(numbers)


@given(trees(KINDS, KINDS.project), LANGS, st.booleans())
def test_any_answers_give_a_sound_outline_with_all_that_was_said(
    answers: Any, lang: str, empty: bool
) -> None:
    made = outline("kinds", answers, lang, empty=empty, findings="front", guidance=empty)
    is_sound(made)
    everything = said(*made.blocks)
    for line in visible(KINDS, KINDS.project, Checker(KINDS).report(answers).asked):
        assert line in everything
    assert text(made).endswith("\n")


@pytest.mark.parametrize("name", ["hidden", "years", "models"])
@given(data=st.data())
def test_any_answers_to_other_calls_do_too(name: str, data: st.DataObject) -> None:
    ready = form(name)
    is_sound(
        outline(
            name, data.draw(trees(ready, ready.project)), data.draw(LANGS), empty=data.draw(st.booleans())
        )
    )


def marked(tree: Any, numbers: Any) -> Any:
    """The same tree, each of its texts one of a kind."""
    if isinstance(tree, dict):
        return {key: value if key == "pos" else marked(value, numbers) for key, value in tree.items()}
    return f"¤{next(numbers)}¤" if isinstance(tree, str) and tree not in CHOICES else tree


CHOICES = {"alone", "together", "otherwise", "home", "abroad", "lead", "work", "Sverige"}


@given(trees(HIDDEN, HIDDEN.project))
def test_what_is_hidden_is_never_printed(answers: Any) -> None:
    tree = marked(answers, iter(range(10_000)))
    asked = Checker(HIDDEN).report(tree).asked
    shown = set(lines(asked))
    rows = {name: tree.get(name) for name in ("steps", "members")}
    strays = set(
        lines(
            {
                k: v if not isinstance(v, dict) else {i: r for i, r in v.items() if not isinstance(r, dict)}
                for k, v in rows.items()
            }
        )
    )
    everything = said(*outline("hidden", tree).blocks)
    for line in lines(tree):
        if line.startswith("¤") and line not in shown | strays:
            assert line not in everything


@given(trees(KINDS, KINDS.project))
def test_the_same_answers_give_the_same_outline(answers: Any) -> None:
    assert outline("kinds", answers) == outline("kinds", answers)


def test_leaving_out_what_is_empty_leaves_out_nothing_that_was_said() -> None:
    for name in ("complete", "unfinished"):
        full, short = (outline("hevi", hevi(name), "fi", empty=empty) for empty in (True, False))
        everything = said(*short.blocks)
        assert all(
            line in everything for line in visible(form("hevi"), form("hevi").project, hevi(name)) if line
        )
        assert len(short.blocks) < len(full.blocks)
        is_sound(full)
        is_sound(short)


def test_answers_are_only_read() -> None:
    before = hevi("complete")
    copy = {**before}
    outline("hevi", before)
    assert not diff(copy, before)
