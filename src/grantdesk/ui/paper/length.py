"""How long the sections are on the pages, and how much of that the call allows."""

from grantdesk.call.form import Form
from grantdesk.call.terms.node import Section
from grantdesk.session.paper.printing import Print
from grantdesk.ui.paper.part import WHOLE
from grantdesk.words.phrase import Phrase, Texts, counted, phrase


class Lengths:
    """What is known of one print."""

    def __init__(self, made: Print) -> None:
        self._pages = made.pages
        self._lengths = {at: last - first + 1 for at, (first, last) in made.sections.items()}
        self._begun = {strip.page: strip.section for strip in reversed(made.strips) if strip.section}

    def section(self, form: Form, page: int) -> Phrase | None:
        """The first section of a page, and how many pages it takes; None where there is none."""
        section, n = self._at(form, page)
        if section is None:
            return None
        return counted("“{section}”: {n} page", "“{section}”: {n} pages", n=n, section=section.title)

    def limit(self, form: Form, page: int, is_whole: bool) -> tuple[Phrase | None, bool]:
        """How many pages of those that are allowed the same section takes, or else the whole, and whether they are
        too many; None where nothing is limited. `is_whole` if the print is not only a part."""
        section, n = self._at(form, page)
        if section is not None and section.pages:
            return _told(section.title, n, section.pages)
        if form.call.pages and is_whole:
            return _told(WHOLE, self._pages, form.call.pages)
        return None, False

    def _at(self, form: Form, page: int) -> tuple[Section | None, int]:
        at = self._begun.get(page)
        return (form.sections.get(at[0]), self._lengths[at]) if at else (None, 0)


def _told(what: Texts | Phrase, n: int, most: int) -> tuple[Phrase, bool]:
    return phrase("{what}: {n} of at most {most} pages", what=what, n=n, most=most), n > most
