"""What docs/expressions.md tells call authors is so."""

import re
from pathlib import Path

import pytest

from grantdesk.call.expr import BOOL, DATE, INT, MONEY, TEXT, ListOf, Record, Scope, SetOf, compiled
from grantdesk.call.expr.functions import FUNCTIONS
from grantdesk.call.expr.grammar.token import RESERVED

TOLD = (Path(__file__).parents[3] / "docs" / "expressions.md").read_text(encoding="utf-8")
EXAMPLES = [line for block in re.findall(r"```cel\n(.*?)```", TOLD, re.DOTALL) for line in block.splitlines()]

LINES = ListOf(Record({"kind": TEXT, "amount": MONEY}))
PARTNER = Record({"role": TEXT, "aid": MONEY, "cost": MONEY, "vat": BOOL, "lines": LINES, "travel": LINES})
SCOPE = Scope(
    {
        "project": Record({"start": DATE, "end": DATE, "goals": SetOf(TEXT)}),
        "partners": ListOf(PARTNER),
        "work_packages": ListOf(Record({"start": DATE, "end": DATE, "number": INT})),
    },
    PARTNER,
)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_sound(example: str) -> None:
    assert compiled(example, SCOPE).reads


def test_every_function_is_told_and_none_is_made_up() -> None:
    rows = TOLD[TOLD.index("## Functions") :].split("\n\n")[1]
    firsts = [line.split("|")[1] for line in rows.splitlines()[2:]]
    assert {name for cell in firsts for name in re.findall(r"`([a-z]+)\(", cell)} == {"has", *FUNCTIONS}


def test_no_function_has_the_name_of_a_reserved_word() -> None:
    assert not RESERVED & set(FUNCTIONS)
