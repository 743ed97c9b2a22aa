"""What the checks have found, for a reader: the worst first, each with its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grantdesk.call.terms.value import Severity
from grantdesk.model.path import ROOT
from grantdesk.outline.block import Block, Entry, Heading, Note
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import plain
from grantdesk.outline.fact.label import listed
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.rules.finding import Finding
from grantdesk.words.phrase import Fact, Phrase, phrase

WORDS: Mapping[Severity, Phrase] = {
    "error": phrase("Error"),
    "warning": phrase("Warning"),
    "advice": phrase("Advice"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the way to its place."""

    finding: Finding
    steps: Sequence[Fact]

    @property
    def lacks(self) -> bool:
        """Does it say no more than that an answer is not there yet?"""
        return self.finding.kind == "required"

    @property
    def home(self) -> Sequence[Fact]:
        """The way without what the sentence says by its label anyway."""
        said, label = self.finding.phrase.said, self.finding.facts.get("label")
        if not isinstance(said, str) or "{label}" not in said:
            return self.steps
        return [step for step in self.steps if step != label]


def findings(dossier: Dossier, level: int) -> Iterator[Block]:
    """All findings, or those of the one partner, under a heading of the level; nothing where all is well.

    Answers that are only not there yet come after the others of their severity, told together for whoever owes them.
    """
    only, names = dossier.edition.partner, Names(dossier.form, dossier.answers)
    found = [
        Found(finding, steps(names, finding.path))
        for finding in dossier.report.findings
        if only is None or dossier.form.located(finding.path)[0] == only
    ]
    if found:
        yield Heading(level, dossier.say(phrase("What the checks found")))
    for severity in WORDS:
        some = [each for each in found if each.finding.severity == severity]
        lacking = [each for each in some if each.lacks and each.home]
        yield from (_note(dossier, each) for each in some if each not in lacking)
        for partner in ("", *dossier.members):
            owed = [each for each in lacking if dossier.form.located(each.finding.path)[0] == partner]
            if owed:
                yield from _owed(dossier, partner, owed)


def _note(dossier: Dossier, found: Found) -> Note:
    """A finding behind its place, unless the label that its sentence says is the whole way."""
    finding = found.finding
    said = finding.phrase
    if found.home or not found.steps:
        said = plain("{place}: {finding}", place=joined(found.home), finding=said)
    said = plain("{severity} – {said}", severity=WORDS[finding.severity], said=said)
    return Note(dossier.say(said), finding.severity, finding.path)


def _owed(dossier: Dossier, partner: str, found: Sequence[Found]) -> Iterator[Block]:
    """The answers that are not there yet of the project or of a partner, place by place."""
    severity = found[0].finding.severity
    said = phrase("{severity} – not answered yet", severity=WORDS[severity])
    if partner:
        owner = dossier.partner(partner).placed
        said = phrase("{severity} – {place}: not answered yet", severity=WORDS[severity], place=owner)
    yield Note(dossier.say(said), severity, dossier.members[partner].path if partner else ROOT)
    places: dict[str, list[Found]] = {}
    for each in found:
        home = each.home[1:] if partner else each.home
        places.setdefault(dossier.say(joined(home or each.home)), []).append(each)
    for place, group in places.items():
        labels = listed(dossier.say(each.steps[-1]) for each in group)
        yield Entry(place, labels, group[0].finding.path)
