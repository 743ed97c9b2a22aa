"""The values that a finding rests on, in words: “At most: 120”, “Now: 131”."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from grantdesk.outline.fact.answer import plain
from grantdesk.rules.finding import Finding
from grantdesk.words.phrase import Phrase, phrase

NAMES: Mapping[str, Phrase] = MappingProxyType(
    {
        "value": phrase("Answer"),
        "typed": phrase("Typed"),
        "count": phrase("Now"),
        "least": phrase("At least"),
        "most": phrase("At most"),
        "over": phrase("Too much by"),
        "short": phrase("Too little by"),
        "sum": phrase("Sum"),
        "total": phrase("Total"),
        "difference": phrase("Difference"),
        "part": phrase("The part"),
        "whole": phrase("The whole"),
        "rate": phrase("Share"),
        "limit": phrase("Limit"),
        "left": phrase("One value"),
        "right": phrase("The other value"),
        "first": phrase("Earlier date"),
        "then": phrase("Later date"),
        "since": phrase("Counted since"),
        "earlier": phrase("Earlier"),
        "plus": phrase("With this application"),
        "group": phrase("Group"),
        "rows": phrase("Rows"),
        "keys": phrase("Answers together"),
        "n": phrase("Needed"),
        "name": phrase("File"),
        "size": phrase("Size"),
        "formats": phrase("Formats"),
        "example": phrase("Example"),
        "day": phrase("Day"),
        "year": phrase("Year"),
    }
)
"""By the names of facts; what a finding is beside (`label`) is no value."""


def values(finding: Finding) -> Iterator[tuple[Phrase, Phrase]]:
    """Each value with its name, in an order in which one compares them."""
    for name, said in NAMES.items():
        if name in finding.facts:
            yield said, plain("{it}", it=finding.facts[name])
