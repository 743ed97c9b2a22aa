"""What the checks have found, for a reader: the worst first, each with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from grantdesk.call.terms.value import Severity
from grantdesk.outline.block import Block, Heading, Note
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

    Answers that are only not there yet are told together, place by place.
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
        for group in _grouped(dossier, [each for each in found if each.finding.severity == severity]):
            first = group[0]
            yield _lacking(dossier, group) if first.lacks and first.home else _note(dossier, first)


def _grouped(dossier: Dossier, found: Sequence[Found]) -> Iterable[Sequence[Found]]:
    """Each finding by itself, but those that lack an answer at one place together, where the first of them stood."""
    groups: dict[tuple[str, str | int], list[Found]] = {}
    for n, each in enumerate(found):
        partner, _ = dossier.form.located(each.finding.path)
        place = dossier.say(joined(each.home)) if each.lacks and each.home else n
        groups.setdefault((partner, place), []).append(each)
    return groups.values()


def _note(dossier: Dossier, found: Found) -> Note:
    """A finding behind its place, unless the label that its sentence says is the whole way."""
    finding = found.finding
    said = finding.phrase
    if found.home or not found.steps:
        said = plain("{place}: {finding}", place=joined(found.home), finding=said)
    said = plain("{severity} – {said}", severity=WORDS[finding.severity], said=said)
    return Note(dossier.say(said), finding.severity, finding.path)


def _lacking(dossier: Dossier, found: Sequence[Found]) -> Note:
    """The answers that are not there yet at one place."""
    first = found[0].finding
    labels = listed(dossier.say(each.steps[-1]) for each in found)
    said = phrase(
        "{severity} – {place}: not answered yet: {labels}",
        severity=WORDS[first.severity],
        place=joined(found[0].home),
        labels=labels,
    )
    return Note(dossier.say(said), first.severity, first.path)
