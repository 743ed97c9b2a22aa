"""grantdesk verify: do a PDF, a printed code and an application belong together?"""

from pathlib import Path
from typing import Any

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, FINDINGS, usage
from grantdesk.app.speech import language
from grantdesk.files.reading import read
from grantdesk.files.result import got
from grantdesk.session.paper.code import code_verified
from grantdesk.session.paper.verdict import Verdict
from grantdesk.session.paper.verifying import verified
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase


@click.command()
@click.argument("pdf", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--code", help="The code at the foot of a printed page; PDF is then the application's file.")
@click.option(
    "--image",
    type=click.Path(path_type=Path),
    help="A scan or photograph of the first page, in place of a code.",
)
@click.option(
    "--trust", type=click.Path(path_type=Path), multiple=True, help="Certificates of signers to be trusted."
)
@LANG
def verify(pdf: Path, file: Path | None, trust: tuple[Path, ...], lang: str | None, **paper: Any) -> int:
    """Check a PDF by itself or against an application, or a printed code against an application."""
    speaker = language(lang)
    code = _code(**paper)
    if code is not None:
        if file is not None:
            raise usage(phrase("A code is checked against one file, the application."))
        return _told(code_verified(code, read(pdf, newer=True).grant), speaker)
    grant = read(file, newer=True).grant if file else None
    trusted = [got(each) for each in trust] if trust else None
    return _told(verified(got(pdf), grant, speaker, trusted), speaker)


def _code(code: str | None, image: Path | None) -> str | None:
    """The code that was typed, or stands in a picture; None if neither was given. Usage, ScanTrouble, FileTrouble."""
    if image is None:
        return code
    if code is not None:
        raise usage(phrase("Give the code, or a picture of it, not both."))
    from grantdesk.pdf.scan import seen  # for start-up

    return seen(got(image))


def _told(verdict: Verdict, speaker: Language) -> int:
    for said in verdict.said:
        click.echo(speaker.say(said))
    for each in verdict.differences:
        click.echo(f"  {speaker.say(each.place)}: {each.before or '–'} → {each.after or '–'}")
    for said in verdict.open:
        click.echo(speaker.say(said))
    return DONE if verdict.holds else FINDINGS
