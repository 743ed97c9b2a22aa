"""What is checked in every node of a kind, from its own declaration: form, length, range, choice, format."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias, assert_never

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.criterion import Indicator
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Date,
    Essay,
    Identifier,
    Indicators,
    Info,
    Matrix,
    Money,
    Number,
    Partners,
    Rate,
    Several,
    TableNode,
    Text,
    Total,
    YesNo,
)
from grantdesk.model.path import ROOT, Path
from grantdesk.rules.date import is_day
from grantdesk.rules.finding import Finding
from grantdesk.rules.identifier import is_sound
from grantdesk.words.phrase import Bytes, Cents, Fact, Scaled
from grantdesk.words.phrase import Rate as RateFact
from grantdesk.words.typed import count

NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


class Fault(NamedTuple):
    """The name of a sentence, its facts, and where below the node it is (a cell, a file)."""

    kind: str
    facts: Mapping[str, Fact] = NO_FACTS
    below: Path = ROOT


Judge: TypeAlias = Callable[[Any], Iterable[Fault]]
"""From an answer to what is wrong with it; the answer is there and is not judged for being required."""

SHAPE = Fault("shape")
MOST = 999_999_999


def judge(call: Call, node: AnyNode) -> Judge:
    """The judge of a node. It never raises, whatever stands in the answer."""
    match node:
        case Text():
            return _text(node)
        case Essay():
            return _essay(node)
        case Money() | Number() | Rate():
            return _number(node)
        case Date():
            return _date(node)
        case Choice():
            return _choice(call, node)
        case Several():
            return _several(call, node)
        case YesNo():
            return _yes_no(node)
        case Identifier():
            return _identifier(node)
        case Attachment():
            return _attachment(node)
        case Matrix():
            return _matrix(node)
        case Indicators():
            return _indicators(call, node)
        case TableNode() | Partners():
            return lambda value: () if isinstance(value, dict) else (SHAPE,)
        case Total() | Info():
            return lambda value: ()
        case _:
            assert_never(node)


def findings(judged: Iterable[Fault], node: AnyNode, path: Path) -> tuple[Finding, ...]:
    """What a judge said, as findings at a place."""
    return tuple(
        Finding(
            fault.kind,
            path + fault.below,
            "error",
            {"label": node.label, **fault.facts},
            node.source,
            fault.kind,
        )
        for fault in judged
    )


def _text(node: Text) -> Judge:
    most = node.most

    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, str):
            return (SHAPE,)
        faults: list[Fault] = [Fault("lines")] if "\n" in value else []
        if len(value) > most:
            faults.append(Fault("characters", {"count": len(value), "most": most, "over": len(value) - most}))
        return faults

    return judged


def _essay(node: Essay) -> Judge:
    most, least, counting = node.limit.most, node.limit.least, node.limit.counting
    unit = "words" if counting == "words" else "characters"

    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, str):
            return (SHAPE,)
        if len(value) * 2 <= most and not least:  # no way of counting gives more than two for a character
            return ()
        n = count(value, counting)
        if n > most:
            return (Fault(unit, {"count": n, "most": most, "over": n - most}),)
        return (Fault(f"{unit}_few", {"count": n, "least": least}),) if n < least else ()

    return judged


def said(node: Money | Number | Rate, value: int) -> Fact:
    """The value as a fact that a language says in the node's own way."""
    match node:
        case Money():
            return Cents(value)
        case Rate():
            return RateFact(value)
        case Number():
            return str(value) if node.plain else Scaled(value, node.decimals, node.unit or "")


def _number(node: Money | Number | Rate) -> Judge:
    least, most = node.least, node.most

    def judged(value: Any) -> Iterable[Fault]:
        if isinstance(value, str):
            return (Fault("unreadable", {"typed": value[:80]}),)
        if not isinstance(value, int) or isinstance(value, bool):
            return (SHAPE,)
        if value < least:
            return (Fault("low", {"value": said(node, value), "least": said(node, least)}),)
        return (
            (Fault("high", {"value": said(node, value), "most": said(node, most)}),) if value > most else ()
        )

    return judged


def _date(node: Date) -> Judge:
    least, most = node.least or "0001-01-01", node.most or "9999-12-31"

    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, str):
            return (SHAPE,)
        day = is_day(value)
        if day is None:
            return (Fault("unreadable", {"typed": value[:80]}),)
        if value < least:
            return (Fault("early", {"value": day, "least": is_day(least) or ""}),)
        return (Fault("late", {"value": day, "most": is_day(most) or ""}),) if value > most else ()

    return judged


def options(call: Call, node: Choice | Several) -> frozenset[str]:
    """The ids that may be chosen; empty where rows of a table are chosen from."""
    return (
        frozenset(option.id for option in call.lists[node.options].options) if node.options else frozenset()
    )


def _choice(call: Call, node: Choice) -> Judge:
    allowed, open_ = options(call, node), node.options is None

    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, str):
            return (SHAPE,)
        return () if open_ or value in allowed else (Fault("option", {}),)

    return judged


def _several(call: Call, node: Several) -> Judge:
    allowed, open_ = options(call, node), node.options is None

    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, dict) or any(tick is not True for tick in value.values()):
            return (SHAPE,)
        faults: list[Fault] = [] if open_ or value.keys() <= allowed else [Fault("option")]
        if len(value) < node.least:
            faults.append(Fault("choices_missing", {"n": node.least}))
        if node.most is not None and len(value) > node.most:
            faults.append(Fault("choices_many", {"n": node.most}))
        return faults

    return judged


def _yes_no(node: YesNo) -> Judge:
    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, bool):
            return (SHAPE,)
        return (Fault("must_be", {}),) if node.must_be is not None and value is not node.must_be else ()

    return judged


def _identifier(node: Identifier) -> Judge:
    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, str):
            return (SHAPE,)
        return () if is_sound(node.scheme, value) else (Fault(node.scheme, {"value": value[:80]}),)

    return judged


def _attachment(node: Attachment) -> Judge:
    def judged(value: Any) -> Iterable[Fault]:
        if not isinstance(value, dict) or not all(isinstance(file, dict) for file in value.values()):
            return (SHAPE,)
        faults: list[Fault] = [fault for key, file in value.items() for fault in _file(node, key, file)]
        if len(value) > node.most:
            faults.append(Fault("files_many", {"n": node.most}))
        return faults

    return judged


def _file(node: Attachment, key: str, file: Mapping[str, Any]) -> Iterable[Fault]:
    name, size = file.get("name"), file.get("size")
    if not isinstance(name, str) or not isinstance(size, int):
        yield Fault("shape", below=(key,))
        return
    if name.rpartition(".")[2].lower().replace("jpeg", "jpg") not in node.formats:
        yield Fault("format", {"name": name[:80], "formats": ", ".join(node.formats)}, (key,))
    if size > node.most_size:
        facts: dict[str, Fact] = {"name": name[:80], "size": Bytes(size), "most": Bytes(node.most_size)}
        yield Fault("size", facts, (key,))


def cell_faults(
    value: Any, below: Path, least: int, most: int, said: Callable[[int], Fact]
) -> Iterable[Fault]:
    """What is wrong with a number in a cell."""
    if isinstance(value, str):
        return (Fault("unreadable", {"typed": value[:80]}, below),)
    if not isinstance(value, int) or isinstance(value, bool):
        return (Fault("shape", below=below),)
    if value < least:
        return (Fault("low", {"value": said(value), "least": said(least)}, below),)
    return (Fault("high", {"value": said(value), "most": said(most)}, below),) if value > most else ()


def _is_grid(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(row, dict) for row in value.values())


def _matrix(node: Matrix) -> Judge:
    def scaled(value: int) -> Fact:
        return Scaled(value, node.decimals, node.unit or "")

    def judged(value: Any) -> Iterable[Fault]:
        if not _is_grid(value):
            return (SHAPE,)
        cells = ((row, column, cell) for row, cells in value.items() for column, cell in cells.items())
        return [
            f for row, column, cell in cells for f in cell_faults(cell, (row, column), 0, node.most, scaled)
        ]

    return judged


def _indicators(call: Call, node: Indicators) -> Judge:
    by_id = {indicator.id: indicator for indicator in call.indicators}

    def judged(value: Any) -> Iterable[Fault]:
        if not _is_grid(value):
            return (SHAPE,)
        faults: list[Fault] = []
        for key, row in value.items():
            if (indicator := by_id.get(key)) is None:
                continue  # an indicator that a later version of the call no longer has stays, unseen

            def scaled(cell: int, indicator: Indicator = indicator) -> Fact:
                return Scaled(cell, indicator.decimals, indicator.unit)

            for name in ("baseline", "target"):
                if name in row:
                    faults += cell_faults(row[name], (key, name), 0, MOST, scaled)
        return faults

    return judged
