"""Baselines and targets of the call's indicators, one row an indicator."""

from collections.abc import Sequence

from grantdesk.call.terms.criterion import Indicator
from grantdesk.call.terms.node import AnyNode, Essay, Indicators, Limit, Number
from grantdesk.model.path import Path
from grantdesk.outline.kind.indicator import BASELINE, BASIS, TARGET
from grantdesk.rules.value import whole
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet.sheet import Column, Sheet
from grantdesk.ui.editors.rows.gridded import GridEditor
from grantdesk.ui.field.editor import Make
from grantdesk.words.phrase import Phrase, Scaled, counted, phrase

LABEL, UNIT, CHANGE = "label", "unit", "change"
READ = (LABEL, UNIT, CHANGE)


class Scores(Sheet):
    """The indicators that a part is asked: what is counted, before the project and after it."""

    named = False
    seen = 4000
    lines = 9

    def __init__(self, desk: Desk, node: Indicators, path: Path) -> None:
        super().__init__(desk, path)
        self._asked = node
        known = {each.id: each for each in desk.session.form.call.indicators}
        self._known = {key: known[key] for key in node.indicators}
        typed = ("baseline", "target", CHANGE) if node.baseline else ("target",)
        self._names = (LABEL, UNIT, *typed, "basis")
        self._numbers = {key: _number(node, each) for key, each in self._known.items()}
        self._columns: tuple[Column, ...] | None = None
        limit = Limit(most=100_000)
        self._basis = Essay(kind="essay", id="basis", label=node.label, limit=limit)

    def keys(self) -> Sequence[str]:
        """The indicators, in the order of the call."""
        return self._asked.indicators

    def columns(self) -> Sequence[Column]:
        """What is told and asked of each."""
        if self._columns is None:
            self._columns = tuple(map(self._column, self._names))
        return self._columns

    def turn(self) -> None:
        """The language may be another."""
        self._columns = None

    def name(self, row: str) -> str:
        """The plain number."""
        return str(self._asked.indicators.index(row) + 1)

    def node(self, row: str, column: int) -> AnyNode | None:
        """Numbers as the indicator counts, and the basis; the rest is only read."""
        name = self._names[column]
        if name in READ:
            return None
        return self._basis if name == "basis" else self._numbers[row]

    def place(self, row: str, column: int) -> Path:
        """A number or the basis of an indicator."""
        return (*self.path, row, self._names[column])

    def shown(self, row: str, column: int) -> str:
        """The answer, or what is told of the indicator."""
        name, indicator = self._names[column], self._known[row]
        if name == CHANGE:
            return self._change(row)
        if name in READ:
            return self.dossier.pick(indicator.label if name == LABEL else indicator.unit)
        return super().shown(row, column)

    def says(self, row: str, column: int) -> Phrase:
        """A change of an indicator."""
        return phrase(
            "Change “{field}”", field=self._known[row].label if row in self._known else self._asked.label
        )

    def answered(self) -> int:
        """How many indicators have a target."""
        target = self._names.index("target")
        return sum(self.value(row, target) is not None for row in self.keys())

    def _change(self, row: str) -> str:
        baseline, target = (
            whole(self.value(row, self._names.index(name))) for name in ("baseline", "target")
        )
        if target is None or baseline is None:
            return ""
        said = self.dossier.say(Scaled(target - baseline, self._known[row].decimals))
        return f"+{said}" if target > baseline else said

    def _column(self, name: str) -> Column:
        say = self.dossier.say
        match name:
            case "label":
                return Column(say(phrase("Indicator")), wish=2.5)
            case "unit":
                return Column(say(phrase("Unit")), wish=0.3)
            case "baseline":
                told = phrase("How much there is before the project.")
                return Column(say(BASELINE), say(told), numeric=True, wish=0.2)
            case "target":
                told = phrase("How much there is when the project ends.")
                return Column(say(TARGET), say(told), numeric=True, wish=0.2)
            case "change":
                told = phrase("Worked out from the other columns.")
                return Column(say(phrase("Difference")), say(told), numeric=True, wish=0.1)
            case _:
                return Column(
                    say(BASIS), say(phrase("How the target was found, and how it is measured.")), wish=2.0
                )


def _number(node: Indicators, indicator: Indicator) -> Number:
    return Number(
        kind="number", id=node.id, label=indicator.label, unit=indicator.unit, decimals=indicator.decimals
    )


class IndicatorsEditor(GridEditor):
    """Edits indicators: {indicator id: {baseline, target, basis}}."""

    def __init__(self, desk: Desk, node: Indicators, path: Path, make: Make) -> None:
        self.sheet = Scores(desk, node, path)
        super().__init__(desk, node, path, self.sheet)
        self.grid.model.turned.connect(self.counted)

    def counter(self) -> str:
        """How many indicators have a target."""
        of = len(self.sheet.keys())
        said = counted(
            "{n} of {of} has a target", "{n} of {of} have a target", n=self.sheet.answered(), of=of
        )
        return self.desk.say(said)
