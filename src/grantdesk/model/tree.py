"""The answers: a plain tree of dicts that is never mutated. An edit copies the path and shares the rest.

A leaf is a str, an int or a bool: money in cents, rates in basis points, other numbers as integers of 1/10**decimals,
dates as ISO text, several choices as {option: True}. A table is {row id: row}; a row has its order key under "pos".
An unanswered field is absent. A str where an int belongs is what someone typed and nobody could read: it is kept as it
is and reported, never guessed.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from grantdesk.model.path import ROOT, Path

Leaf: TypeAlias = str | int | bool
Answer: TypeAlias = Leaf | Mapping[str, Any]
Answers: TypeAlias = Mapping[str, Any]
NOTHING: Final = None
Patch: TypeAlias = Mapping[Path, Answer | None]

EMPTY: Answers = {}


def at(tree: Answers, path: Path) -> Answer | None:
    """What stands at path, or None if nothing does."""
    here: Any = tree
    for key in path:
        if not isinstance(here, dict) or key not in here:
            return None
        here = here[key]
    return here  # type: ignore[no-any-return]


def put(tree: Answers, path: Path, value: Answer | None) -> Answers:
    """A new tree with value at path, or without anything there if value is None.

    Everything beside the path is shared with the old tree. Dicts that a removal leaves empty go too, so that putting
    nothing where there was nothing gives the same tree. A leaf that stands in the way of a value is replaced.
    """
    if not path:
        if not isinstance(value, dict):
            raise ValueError("the root of the answers is a dict")
        return value
    key, rest = path[0], path[1:]
    new = value
    if rest:
        below = tree.get(key)
        inside = below if isinstance(below, dict) else EMPTY
        inner = put(inside, rest, value)
        if inner is inside:
            return tree
        new = inner or None
    if new is None:
        return {k: v for k, v in tree.items() if k != key} if key in tree else tree
    return {**tree, key: new}


def apply(tree: Answers, patch: Patch) -> Answers:
    """The tree after the patch; its entries are done in the order of their paths, outer ones first."""
    for path in sorted(patch, key=len):
        tree = put(tree, path, patch[path])
    return tree


def same(a: Answer | None, b: Answer | None) -> bool:
    """Equal, and of the same type: 0 is not False, though Python says 0 == False."""
    if a is b:
        return True
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(v, b[k]) for k, v in a.items())
    return type(a) is type(b) and a == b


def diff(old: Answers, new: Answers, at: Path = ROOT) -> dict[Path, Answer | None]:
    """The smallest patch that turns old into new: leaves, and whole subtrees that came or went."""
    found: dict[Path, Answer | None] = {}
    for key in {**old, **new}:
        a, b = old.get(key), new.get(key)
        if a is b:
            continue
        here = (*at, key)
        if isinstance(a, dict) and isinstance(b, dict) and a and b:
            found |= diff(a, b, here)
        elif not same(a, b):
            found[here] = b
    return found


def inverse(tree: Answers, patch: Patch) -> dict[Path, Answer | None]:
    """The patch that takes `apply(tree, patch)` back to tree: what stood at the places that it changed."""
    return diff(apply(tree, patch), tree)


def leaves(tree: Answers, at: Path = ROOT) -> Iterator[tuple[Path, Leaf]]:
    """Every leaf with its path, in the order of the tree."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, (*at, key))
        else:
            yield (*at, key), value
