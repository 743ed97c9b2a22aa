"""What the project is called in the language of the outline."""

from collections.abc import Iterator

from grantdesk.call.form import Asked
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.kind.entry import foreign
from grantdesk.words.phrase import phrase


def titled(dossier: Dossier) -> tuple[str, str]:
    """The title, and the language that it is in where that is not the outline's.

    A call may ask for it in several languages: then it is the answer in the outline's, if there is one.
    """
    for asked in _titles(dossier):
        given = dossier.report.asked.get(asked.id)
        if isinstance(given, str) and given.strip():
            return given, foreign(dossier, asked.node)
    return dossier.say(phrase("Project without a name")), ""


def _titles(dossier: Dossier) -> Iterator[Asked]:
    """The question for the title in the outline's language, if there is one, and the one that the call names."""
    all_of_them = dossier.form.project.asked
    main = next(asked for asked in all_of_them if asked.id == dossier.form.call.parts.title)
    if main.family:
        family = [asked for asked in all_of_them if asked.family == main.family]
        yield from (asked for asked in family if not foreign(dossier, asked.node))
    yield main
