"""Everywhere one can go: pages, partners, questions, findings; what they are called in every language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from grantdesk.call.terms.node import Info
from grantdesk.model.path import Path
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import APART, place
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot, spots
from grantdesk.ui.dialog.seek.match import folded, score
from grantdesk.words.phrase import Texts, phrase

Kind: TypeAlias = Literal["page", "partner", "question", "finding", "command"]
WEIGHTS: dict[Kind, int] = {"page": 12, "partner": 12, "command": 8, "question": 5, "finding": 0}
"""What comes first where letters fit equally well."""
ICONS: dict[Kind, str] = {
    "page": "file-text",
    "partner": "building-2",
    "question": "pencil",
    "finding": "circle-alert",
    "command": "chevron-right",
}


@dataclass(frozen=True, slots=True)
class Destination:
    """Somewhere to go. `title` is what it is called and `where` tells it from others, in the language of the window;
    `names` is everything that it may be found by, folded; `keys` the shortcut of a command."""

    kind: Kind
    title: str
    where: str
    go: Callable[[], object] = field(compare=False)
    names: tuple[str, ...] = ()
    keys: str = ""
    icon: str = ""

    def fits(self, query: str) -> int:
        """How well a folded query fits: 0 for not at all. The language of the window counts a little more."""
        own = score(query, folded(self.title))
        other = max((score(query, name) - 5 for name in self.names), default=0)
        # a word of the place narrows it down: "budget malli" is the budget of the partner of that name
        both = score(query, folded(f"{self.title} {self.where}")) - 15
        best = max(own, other, both)
        return best + WEIGHTS[self.kind] if best > 0 else 0


@dataclass(frozen=True, slots=True)
class Ways:
    """How one gets to a page and to a place in the answers."""

    turn: Callable[[Spot], object]
    go: Callable[[Path], object]


def destinations(desk: Desk, ways: Ways) -> list[Destination]:
    """Everywhere one can go now."""
    return [*_pages(desk, ways), *_partners(desk, ways), *_questions(desk, ways), *_findings(desk, ways)]


def best(query: str, among: list[Destination], most: int = 60) -> list[Destination]:
    """Those that the letters fit, the best first; without letters those that come first anyway."""
    wanted = folded(query.strip())
    scored = [(each.fits(wanted), -n, each) for n, each in enumerate(among)]
    found = sorted((each for each in scored if each[0] > 0), key=lambda each: each[:2], reverse=True)
    return [each for _, _, each in found[:most]]


def _pages(desk: Desk, ways: Ways) -> Iterator[Destination]:
    dossier = desk.session.dossier(desk.speech.language)
    for page in spots(desk.session):
        where = dossier.say(dossier.partner(page.partner).full) if page.partner else ""
        if page == CHECK:
            said = desk.say(phrase("Check and export"))
            yield Destination("page", said, "", _to_page(ways, page), icon="list-checks")
        else:
            title = desk.session.form.sections[page.section].title
            yield Destination("page", desk.say(title), where, _to_page(ways, page), _names(title))


def _partners(desk: Desk, ways: Ways) -> Iterator[Destination]:
    dossier = desk.session.dossier(desk.speech.language)
    for key, part in dossier.members.items():
        name = dossier.partner(key)
        yield Destination("partner", dossier.say(name.full), dossier.say(name.number), _to(ways, part.path))


def _questions(desk: Desk, ways: Ways) -> Iterator[Destination]:
    dossier = desk.session.dossier(desk.speech.language)
    form = desk.session.form
    for part in (dossier.project, *dossier.members.values()):
        name = dossier.say(dossier.partner(part.path[1]).full) if part.path else ""
        for question in dossier.questions(part, part.entity.asked):
            if isinstance(question.node, Info):
                continue
            section = form.sections.get(form.located(question.at)[1])
            where = [name, desk.say(section.title) if section else ""]
            label = question.node.label
            title = APART.join(each for each in where if each)
            yield Destination("question", desk.say(label), title, _to(ways, question.at), _names(label))


def _findings(desk: Desk, ways: Ways) -> Iterator[Destination]:
    names = Names(desk.session.form, desk.session.answers)
    for finding in desk.attention.shown:
        where = desk.say(place(names, finding.path))
        icon = {"error": "circle-alert", "warning": "triangle-alert"}.get(finding.severity, "lightbulb")
        yield Destination("finding", desk.say(finding.phrase), where, _to(ways, finding.path), icon=icon)


def _names(texts: Texts) -> tuple[str, ...]:
    return tuple({folded(text) for text in (texts.fi, texts.sv, texts.en) if text})


def _to(ways: Ways, path: Path) -> Callable[[], object]:
    return lambda: ways.go(path)


def _to_page(ways: Ways, page: Spot) -> Callable[[], object]:
    return lambda: ways.turn(page)
