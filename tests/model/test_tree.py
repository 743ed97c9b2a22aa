"""The tree of answers: edits share what they do not touch, and every edit can be undone."""

from typing import Any

import pytest
from hypothesis import assume, given

from grantdesk.model.path import ROOT, Path
from grantdesk.model.tree import Answers, Patch, apply, at, diff, inverse, leaves, put, same
from model.trees import PATCHES, PATHS, TREES, VALUES, frozen

PROJECT = frozen({"title": "T", "partners": {"k3": {"name": "Espoo", "pos": "V"}, "m4": {"name": "Vantaa"}}})


def test_what_is_read_is_what_stands_there() -> None:
    assert at(PROJECT, ("partners", "k3", "name")) == "Espoo"
    assert at(PROJECT, ROOT) is PROJECT


@pytest.mark.parametrize("path", [("no",), ("partners", "x9", "name"), ("title", "below")])
def test_where_nothing_stands_nothing_is_read(path: Path) -> None:
    assert at(PROJECT, path) is None


@given(TREES, PATHS, VALUES)
def test_what_was_put_is_read_back(tree: Answers, path: Path, value: Any) -> None:
    assert same(at(put(frozen(tree), path, value), path), value)


@given(TREES, PATHS)
def test_what_was_taken_away_is_gone(tree: Answers, path: Path) -> None:
    assert at(put(frozen(tree), path, None), path) is None


@given(TREES, PATHS)
def test_putting_nothing_where_there_is_nothing_gives_the_same_tree(tree: Answers, path: Path) -> None:
    assume(at(tree, path) is None)
    assert put(tree, path, None) is tree


def test_taking_away_below_a_leaf_leaves_the_leaf() -> None:
    assert put({"title": "T"}, ("title", "below"), None) == {"title": "T"}


def test_the_last_answer_takes_its_empty_group_along() -> None:
    assert put(PROJECT, ("partners", "m4", "name"), None) == {
        "title": "T",
        "partners": {"k3": {"name": "Espoo", "pos": "V"}},
    }


def test_an_edit_shares_everything_beside_its_path() -> None:
    new = put(PROJECT, ("partners", "k3", "name"), "Esbo")
    assert at(new, ("partners", "k3", "name")) == "Esbo"
    assert at(new, ("partners", "m4")) is at(PROJECT, ("partners", "m4"))
    assert at(PROJECT, ("partners", "k3", "name")) == "Espoo"


def test_unknown_keys_survive_an_edit() -> None:
    later = {"from_a_later_version": {"x": 1}, "title": "T"}
    assert put(later, ("title",), "U")["from_a_later_version"] is later["from_a_later_version"]


@pytest.mark.parametrize("value", [None, "text", 0])
def test_the_root_is_always_a_dict(value: Any) -> None:
    with pytest.raises(ValueError, match="root"):
        put(PROJECT, ROOT, value)


def test_the_root_can_be_put_whole() -> None:
    assert put(PROJECT, ROOT, {"title": "U"}) == {"title": "U"}


@given(TREES, PATCHES)
def test_the_inverse_undoes_a_patch(tree: Answers, patch: Patch) -> None:
    tree = frozen(tree)
    assert same(apply(apply(tree, patch), inverse(tree, patch)), tree)


@given(TREES, PATCHES)
def test_the_inverse_of_the_inverse_does_it_again(tree: Answers, patch: Patch) -> None:
    done = apply(tree, patch)
    back = inverse(tree, patch)
    assert same(apply(tree, inverse(done, back)), done)


@given(TREES, TREES)
def test_a_difference_turns_the_old_into_the_new(old: Answers, new: Answers) -> None:
    assert same(apply(frozen(old), diff(old, new)), new)


@given(TREES)
def test_equal_trees_have_no_difference(tree: Answers) -> None:
    assert diff(tree, frozen(tree)) == {}


@given(TREES, TREES)
def test_a_difference_names_only_what_is_different(old: Answers, new: Answers) -> None:
    for path, value in diff(old, new).items():
        assert same(at(new, path), value)
        assert not same(at(old, path), value)


def test_true_and_one_are_different_answers() -> None:
    assert diff({"a": True, "b": 0}, {"a": 1, "b": False}) == {("a",): 1, ("b",): False}
    assert not same({"a": {"b": True}}, {"a": {"b": 1}})
    assert not same("", 0)
    assert not same({}, "")


def test_outer_entries_of_a_patch_come_before_inner_ones() -> None:
    patch = {("a", "b", "c"): 2, ("a",): {"b": {"d": 1}}}
    assert apply({}, patch) == {"a": {"b": {"c": 2, "d": 1}}}


@given(TREES)
def test_the_leaves_tell_the_whole_tree_but_its_empty_groups(tree: Answers) -> None:
    found = dict(leaves(tree))
    assert all(same(at(tree, path), leaf) for path, leaf in found.items())
    assert set(dict(leaves(apply({}, found)))) == set(found)
