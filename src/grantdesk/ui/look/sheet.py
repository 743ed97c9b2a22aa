"""The style sheet of a look, made from its colours and the size of text."""

import re
from collections.abc import Callable
from functools import cache

from grantdesk.session.stock.resources import resource
from grantdesk.ui.look.drawing import colored, written
from grantdesk.ui.look.tokens import tokens

DRAWN = re.compile(r"@([a-z-]+)\.svg")
LENGTH = re.compile(r"\b(\d+)u(?:-(\d))?")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)

Measure = Callable[[float], int]
"""Pixels for a length at 100 %."""


def sheet(look: str, px: Measure) -> str:
    """The style sheet: `look` is the name of the colours. KeyError for a role or a look that is none."""
    colors = tokens(look)
    drawn = source("drawn")
    files = written(set(DRAWN.findall(drawn)), colors)
    whole = source("window")
    if files is not None:
        whole += DRAWN.sub(lambda name: files[name[1]], drawn)
    return LENGTH.sub(lambda length: f"{px(int(length[1])) - int(length[2] or 0)}px", colored(whole, colors))


@cache
def source(name: str) -> str:
    """A style sheet as it was written, without its remarks."""
    return _REMARK.sub("", resource("look", f"{name}.qss").read_text("utf-8"))
