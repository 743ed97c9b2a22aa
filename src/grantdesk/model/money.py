"""Exact money: integer cents, rates in basis points, named roundings, shares that always add up. No floats."""

from collections.abc import Callable, Sequence

WHOLE = 10_000  # basis points in one


def half_up(num: int, den: int) -> int:
    """num / den rounded to the nearest integer, halves away from zero. den > 0."""
    q, r = divmod(abs(num), den)
    q += 2 * r >= den
    return q if num >= 0 else -q


def floor(num: int, den: int) -> int:
    """num / den rounded down, towards minus infinity. den > 0."""
    return num // den


def ceil(num: int, den: int) -> int:
    """num / den rounded up, towards plus infinity. den > 0."""
    return -(-num // den)


ROUNDINGS: dict[str, Callable[[int, int], int]] = {"half_up": half_up, "floor": floor, "ceil": ceil}


def rounded(num: int, den: int, mode: str = "half_up", unit: int = 1) -> int:
    """num / den rounded to a whole multiple of unit (cents) by the named mode; euro_floor is mode floor, unit 100."""
    return ROUNDINGS[mode](num, den * unit) * unit


def euro_floor(cents: int) -> int:
    """Cents down to a whole euro, in cents."""
    return rounded(cents, 1, "floor", 100)


def share(cents: int, rate: int, mode: str = "half_up", unit: int = 1) -> int:
    """`rate` basis points of cents, rounded once, by name."""
    return rounded(cents * rate, WHOLE, mode, unit)


def within(part: int, whole: int, rate: int) -> bool:
    """Is part at most `rate` basis points of whole? Exact; nothing is rounded."""
    return part * WHOLE <= whole * rate


def allocate(total: int, weights: Sequence[int], unit: int = 1) -> list[int]:
    """total over the weights by largest remainder: sums exactly to total, ties go to the first.

    Each share but for the remainder is a multiple of unit (cents) within one unit of exact; a part of total that is no
    multiple of unit goes to the first share that has a weight. ValueError if a weight is negative or all are zero.
    """
    s = sum(weights)
    if s <= 0 or min(weights) < 0:
        raise ValueError("weights must not be negative, and not all zero")
    sign = 1 if total >= 0 else -1
    units, odd = divmod(abs(total), unit)
    parts = [divmod(units * w, s) for w in weights]
    shares = [q for q, _ in parts]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-parts[i][1], i))
    for i in by_remainder[: units - sum(shares)]:
        shares[i] += 1
    result = [n * unit for n in shares]
    result[next(i for i, w in enumerate(weights) if w)] += odd
    return [sign * n for n in result]
