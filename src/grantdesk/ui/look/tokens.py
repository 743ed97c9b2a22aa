"""The colours of a look, by role, as they stand in resources/look/NAME.toml."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from grantdesk.session.stock.resources import resource

LOOKS = ("light", "dark", "contrast")
_COLOR = re.compile(r"#[0-9a-f]{6}")


@cache
def tokens(look: str) -> Mapping[str, str]:
    """Role → "#rrggbb". ValueError if a value is no colour; KeyError for a look that is none."""
    if look not in LOOKS:
        raise KeyError(look)
    found: dict[str, str] = tomllib.loads(resource("look", f"{look}.toml").read_text("utf-8"))["colors"]
    for role, value in found.items():
        if not _COLOR.fullmatch(value):
            raise ValueError(f"{look}.toml: {role} is no colour")
    return found


def luminance(color: str) -> float:
    """The relative luminance of "#rrggbb", 0 to 1. Source: WCAG 2.2, relative luminance."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
