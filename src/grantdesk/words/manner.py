"""The manner of each language: its marks, its months, its small words. Tables, and nothing else."""

from dataclasses import dataclass

NBSP = "\u00a0"
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one language writes numbers, money, dates and lists.

    `months` stand alone ("syyskuu 2027"); `dated` are the months as they stand in a date ("1. syyskuuta 2027").
    `sizes` are one byte, several bytes, and the units of thousands of bytes.
    """

    decimal: str
    group: str
    percent: str
    euro_first: bool
    months: tuple[str, ...]
    dated: tuple[str, ...]
    short_dates: bool
    at: str
    clock: str
    finnish_time: str
    conjunction: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    sizes: tuple[str, ...]
    after_z: str


FINNISH = Manner(
    decimal=",",
    group=NBSP,
    percent=f"{NBSP}%",
    euro_first=False,
    months=(
        *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
        *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
    ),
    dated=(
        *("tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta"),
        *("heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"),
    ),
    short_dates=True,
    at=f" klo{NBSP}",
    clock=".",
    finnish_time="Suomen aikaa",
    conjunction="ja",
    yes=("Kyllä", "k"),
    no=("Ei", "e"),
    sizes=("tavu", "tavua", "kt", "Mt", "Gt", "Tt"),
    after_z="åäö",
)

SWEDISH_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
SWEDISH = Manner(
    decimal=",",
    group=NBSP,
    percent=f"{NBSP}%",
    euro_first=False,
    months=SWEDISH_MONTHS,
    dated=SWEDISH_MONTHS,
    short_dates=True,
    at=f" kl.{NBSP}",
    clock=".",
    finnish_time="finsk tid",
    conjunction="och",
    yes=("Ja", "j"),
    no=("Nej", "n"),
    sizes=("byte", "byte", "kB", "MB", "GB", "TB"),
    after_z="åäö",
)

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ENGLISH = Manner(
    decimal=".",
    group=",",
    percent="%",
    euro_first=True,
    months=ENGLISH_MONTHS,
    dated=ENGLISH_MONTHS,
    short_dates=False,
    at=" at ",
    clock=":",
    finnish_time="Finnish time",
    conjunction="and",
    yes=("Yes", "y"),
    no=("No", "n"),
    sizes=("byte", "bytes", "kB", "MB", "GB", "TB"),
    after_z="",
)

MANNERS = {"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH}


class Tongue:
    """One of the three languages by its code, "fi", "sv" or "en", and its manner. ValueError for any other code."""

    __slots__ = ("code", "manner")

    def __init__(self, code: str) -> None:
        if code not in MANNERS:
            raise ValueError(f"no language {code!r}; there are {', '.join(MANNERS)}")
        self.code = code
        self.manner = MANNERS[code]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tongue) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!r})"
