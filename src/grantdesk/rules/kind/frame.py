"""What conditions and rules read: the project as it is asked, and the row or part that they stand on."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from grantdesk.call.expr import UNKNOWN, Program, Unknown

Tree: TypeAlias = Mapping[str, Any]
Truth: TypeAlias = "bool | Unknown"


class Frame(NamedTuple):
    """`this` is None for what stands on the project itself."""

    project: Tree
    this: Tree | None = None

    def value(self, program: Program) -> Any:
        """The value of an expression, or UNKNOWN."""
        return program.run(self)

    def truth(self, conditions: Iterable[Program]) -> Truth:
        """Are all conditions true? False if one is false; else UNKNOWN if one rests on an answer that is not there."""
        result: Truth = True
        for condition in conditions:
            value = condition.run(self)
            if value is False:
                return False
            if value is UNKNOWN:
                result = UNKNOWN
        return result
