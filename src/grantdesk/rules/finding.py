"""A finding: what is wrong or wants attention, where, how badly, and the facts, as data; said when somebody looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from grantdesk.call.terms.value import Severity
from grantdesk.model.path import Path
from grantdesk.rules.sentence import SENTENCES
from grantdesk.words.phrase import Fact, Phrase, Texts


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` is the id of a rule of the call, or the name of what every node of a kind is checked for ("required").

    `kind` names the sentence; `text` are the call's own words where it has them. `facts` are values, not texts.
    """

    rule: str
    path: Path
    severity: Severity
    facts: Mapping[str, Fact] = field(default_factory=dict)
    source: str = ""
    kind: str = ""
    text: Texts | None = None

    @property
    def missing(self) -> bool:
        """Is it only an answer that is not there yet?"""
        return self.kind in NOT_YET

    @property
    def phrase(self) -> Phrase:
        """What is wrong and what to do."""
        if self.text is not None:
            return Phrase(self.text, self.facts)
        sentence = SENTENCES[self.kind]
        return Phrase(sentence.said, self.facts, sentence.plural)


TALLIED = frozenset({"required", "rows_missing"})
"""What the nodes themselves find missing: the progress counts it as asked and not answered."""
NOT_YET = TALLIED | {
    "choices_missing",
    "rule.required",
    "rule.requires_attachment",
    "rule.count_few",
    "rule.composition_few",
}
