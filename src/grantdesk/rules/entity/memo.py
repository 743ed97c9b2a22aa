"""What was worked out last for each thing, and from what: live checks rest on the identity of what did not change."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from grantdesk.model.path import Path
from grantdesk.model.tree import same

T = TypeVar("T")
Key: TypeAlias = "tuple[str, Path]"


class Memo:
    """One entry a key: nothing is invalidated, nothing is subscribed to.

    Answers are never mutated, so a part that is the same object as before gives what it gave before, as long as the
    few other values that it reads are the same too.
    """

    def __init__(self) -> None:
        self._entries: dict[Key, tuple[Any, tuple[Any, ...], Any]] = {}

    def __call__(self, key: Key, of: object, also: tuple[Any, ...], work: Callable[[], T]) -> T:
        """work(), unless `of` is the very same object as last time and the values in `also` are the same."""
        entry = self._entries.get(key)
        if entry is not None and entry[0] is of and _alike(entry[1], also):
            return entry[2]  # type: ignore[no-any-return]  # it is what work() gave
        result = work()
        self._entries[key] = (of, also, result)
        return result

    def sweep(self, alive: Callable[[Key], bool]) -> None:
        """Forgets what belongs to places that are gone, so that memory stays flat over a day of edits."""
        self._entries = {key: entry for key, entry in self._entries.items() if alive(key)}

    def __len__(self) -> int:
        return len(self._entries)


def _alike(some: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    """As many values, and each the same: one fewer is another world, though all that are left are as before.

    A tree is the same only if it is the same object: to walk through one takes longer than to work anew.
    """
    if len(some) != len(others):
        return False
    changed = [(a, b) for a, b in zip(some, others, strict=True) if a is not b]
    return not changed or not any(isinstance(a, dict) or not same(a, b) for a, b in changed)
