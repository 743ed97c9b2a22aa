"""Small signs that tell the tones of notes apart by their shape: a ring, a lamp, a triangle, an octagon."""

from itertools import pairwise
from math import cos, pi, sin
from typing import Literal, TypeAlias, assert_never

Sign: TypeAlias = Literal["info", "advice", "warning", "error"]
ROUND = 0.5523  # how far the handles of a quarter of a circle reach, of its radius


def sign(kind: Sign, x: float, y: float) -> str:
    """The operators for a sign of 12 points around its centre, in the stroke colour that is set."""
    match kind:
        case "info":
            return f"{_ring(x, y, 5.5)} S {_bang(x, y, -1)}"
        case "advice":
            foot = " ".join(
                f"{x - 1.6:.2f} {y - drop:.2f} m {x + 1.6:.2f} {y - drop:.2f} l S" for drop in (4.4, 6.0)
            )
            return f"{_ring(x, y + 1.2, 4.2)} S {foot}"
        case "warning":
            return (
                f"{_polygon([(x, y + 5.6), (x + 6, y - 4.8), (x - 6, y - 4.8)])} s {_bang(x, y - 0.8, 0.8)}"
            )
        case "error":
            corners = [(x + 5.8 * cos(pi * at / 8), y + 5.8 * sin(pi * at / 8)) for at in range(1, 17, 2)]
            return f"{_polygon(corners)} s {_bang(x, y, 1)}"
        case _:
            assert_never(kind)


def _ring(x: float, y: float, radius: float) -> str:
    handle = ROUND * radius
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{x + radius:.2f} {y:.2f} m"]
    for (ax, ay), (bx, by) in pairwise(turns):
        points = (
            *(x + radius * ax + handle * bx, y + radius * ay + handle * by),
            *(x + radius * bx + handle * ax, y + radius * by + handle * ay),
            *(x + radius * bx, y + radius * by),
        )
        parts.append(" ".join(f"{point:.2f}" for point in points) + " c")
    return " ".join([*parts, "h"])


def _polygon(corners: list[tuple[float, float]]) -> str:
    moves = [f"{x:.2f} {y:.2f} {'l' if at else 'm'}" for at, (x, y) in enumerate(corners)]
    return " ".join(moves)


def _bang(x: float, y: float, up: float) -> str:
    """An exclamation mark, or, turned over (up is -1), an i."""
    dot, start, stop = y - 2.6 * up, y - 0.7 * up, y + 2.8 * up
    return (
        f"{x:.2f} {start:.2f} m {x:.2f} {stop:.2f} l S {x:.2f} {dot - 0.1:.2f} m {x:.2f} {dot + 0.1:.2f} l S"
    )
