"""The files that answers name: each by the SHA-256 of its content, with its name and kind beside that."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from grantdesk.model.path import ROOT, Path
from grantdesk.model.tree import Answers, leaves

DIGEST: Final = "sha256"


def named(answers: Answers, at: Path = ROOT) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Where a file is named, with what is said of it, in the order of the tree."""
    for key, value in answers.items():
        if isinstance(value, dict):
            if isinstance(value.get(DIGEST), str):
                yield (*at, key), value
            else:
                yield from named(value, (*at, key))


def digests(answers: Answers) -> list[str]:
    """The digests of all files that are named, each once."""
    found = (value for path, value in leaves(answers) if path[-1] == DIGEST)
    return list(dict.fromkeys(digest for digest in found if isinstance(digest, str)))
