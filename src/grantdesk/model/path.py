"""A place in the answers: the keys from the root, so ("partners", "k3v9", "name")."""

from collections.abc import Iterable
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]

ROOT: Path = ()


def dotted(path: Path) -> str:
    """The path as people and programs write it: partners.k3v9.name"""
    return ".".join(path)


def parsed(text: str) -> Path:
    """The inverse of `dotted`. ValueError if a key is empty."""
    keys = tuple(text.split(".")) if text else ROOT
    if not all(keys):
        raise ValueError(f"an empty key in the path {text!r}")
    return keys


def starts(path: Path, prefix: Path) -> bool:
    """Is path the prefix itself, or below it?"""
    return path[: len(prefix)] == prefix


def outermost(paths: Iterable[Path]) -> list[Path]:
    """The paths without those that lie below another one of them, sorted."""
    kept: list[Path] = []
    for path in sorted(paths):
        if not kept or not starts(path, kept[-1]):
            kept.append(path)
    return kept
