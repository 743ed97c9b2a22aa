"""Trees of answers for the tests: random ones, and ones that cannot be mutated."""

from collections.abc import Mapping
from typing import Any, NoReturn

from hypothesis import strategies as st

KEYS = st.sampled_from(["a", "b", "c", "pos"])
LEAVES = st.one_of(st.integers(-2, 2), st.booleans(), st.sampled_from(["", "x", "0", "yes"]))
VALUES = st.recursive(LEAVES, lambda inner: st.dictionaries(KEYS, inner, max_size=3), max_leaves=12)
TREES = st.dictionaries(KEYS, VALUES, max_size=4)
PATHS = st.lists(KEYS, min_size=1, max_size=4).map(tuple)
PATCHES = st.dictionaries(PATHS, st.none() | VALUES, max_size=4)


class Frozen(dict[str, Any]):
    """A dict that refuses to be changed."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise AssertionError("answers are never mutated")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse


def frozen(value: Any) -> Any:
    """The value with every dict in it frozen."""
    if isinstance(value, Mapping):
        return Frozen({key: frozen(inner) for key, inner in value.items()})
    return value
