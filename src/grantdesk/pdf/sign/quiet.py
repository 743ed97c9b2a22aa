"""Keeps the names of people who sign out of the log, which the library would write there."""

import logging


def quiet() -> None:
    """What the library finds is told by what it returns and raises."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
