"""The content as every maker gets it: what the document says of itself, and its blocks as plain data."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
REGULAR, STRONG, OTHER = (
    FONTS / f"{name}.ttf" for name in ("SourceSansPro-Regular", "SourceSansPro-Semibold", "DejaVuSans")
)


@dataclass(frozen=True)
class Content:
    """One document. `blocks` are grantdesk's blocks with their `kind`; `enclosed` is the application's own file."""

    title: str
    applicant: str
    call: str
    language: str
    identity: str
    saved: str
    blocks: list[Mapping[str, Any]]
    enclosed: Path

    def kinds(self, kind: str) -> list[Mapping[str, Any]]:
        """The blocks of one kind."""
        return [block for block in self.blocks if block["kind"] == kind]


Maker: TypeAlias = Callable[[Content], bytes]
"""Makes the PDF of a content; what it needs to know only once it has read before."""


def read(path: Path) -> Content:
    """The content in a JSON file; the application lies beside it."""
    data = json.loads(path.read_text("utf-8"))
    return Content(**data["about"], blocks=data["blocks"], enclosed=path.with_suffix(".grant"))


def headed(block: Mapping[str, Any]) -> str:
    """A heading as one line."""
    return f"{block['number']} {block['text']}".strip()


def lines(block: Mapping[str, Any]) -> list[str]:
    """The paragraphs of a long answer."""
    return [line for text in block["paragraphs"] for line in text.split("\n") if line.strip()]


def signed(block: Mapping[str, Any]) -> list[str]:
    """What stands at a place to sign, line by line."""
    told = (block["organisation"], block["role"], block["promise"], block["name"], "_" * 40)
    return [line for line in told if line]
