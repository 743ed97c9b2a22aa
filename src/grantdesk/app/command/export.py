"""grantdesk export: an application printed into a PDF, whole or for a reader of its own."""

from pathlib import Path
from typing import Any

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.command.read import EMPTY
from grantdesk.app.exit import DONE, usage
from grantdesk.app.speech import language, tell
from grantdesk.files.result import put
from grantdesk.model.order import ordered
from grantdesk.outline.fact.name import Names
from grantdesk.session.application import Application, opened
from grantdesk.session.paper.enclosing import lost
from grantdesk.session.paper.printing import PROFILES, Profile, printed
from grantdesk.words.language import LANGUAGES, Language
from grantdesk.words.phrase import Phrase, counted, phrase


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The PDF.")
@click.option(
    "--as", "profile", type=click.Choice(PROFILES), default=PROFILES[0], help="For whom it is printed."
)
@click.option("--partner", default="", help="Whose part is printed: the partner's name, or its number.")
@LANG
@EMPTY
def export(file: Path, output: Path, lang: str | None, **chosen: Any) -> int:
    """Print an application into a PDF."""
    speaker = language(lang)
    found, application = opened(file)
    if output.exists() and output.samefile(file):
        raise usage(phrase("The PDF would replace the application itself. Choose another name."))
    profile, row = chosen["profile"], _partner(application, chosen["profile"], chosen["partner"])
    for notice in found.notices:
        tell(speaker, notice)
    put(output, printed(application, speaker, not chosen["without_empty"], profile, row))
    if names := lost(application.grant, application.report.asked):
        said = phrase(
            "These files are missing in the application and do not go along: {names}.", names=tuple(names)
        )
        tell(speaker, said)
    if application.report.count("error") and profile in ("submission", "partner"):
        errors = counted("{n} error", "{n} errors", n=application.report.count("error"))
        tell(speaker, phrase("The PDF is marked as a draft: the application has {errors}.", errors=errors))
    return DONE


def _partner(application: Application, profile: Profile, partner: str) -> str | None:
    """The row id of the partner whose part is to be printed, if it is a part. Usage if the two do not fit."""
    if (profile == "partner") != bool(partner):
        raise usage(phrase("One partner’s part is printed with “--as partner” and “--partner” together."))
    return _row(application, partner) if partner else None


def _row(application: Application, partner: str) -> str:
    """The row id of the partner that somebody names, in any language, or counts. Usage if there is none, or several."""
    node = application.form.partners
    keys = [key for key, _ in ordered(application.report.asked.get(node.id))] if node else []
    if partner.isdecimal() and 0 < int(partner) <= len(keys):
        return keys[int(partner) - 1]
    names = Names(application.form, application.report.asked).of(node.id) if node else {}
    said = {key: {_spoken(names[key].full, code) for code in LANGUAGES} for key in keys}
    matching = [key for key, texts in said.items() if partner.strip().casefold() in texts]
    if len(matching) != 1:
        raise usage(
            phrase("“{name}” is no partner, or more than one. Give the number of the partner.", name=partner)
        )
    return matching[0]


def _spoken(name: object, code: str) -> str:
    speaker = Language(code)
    return (speaker.say(name) if isinstance(name, Phrase) else str(name)).casefold()
