"""grantdesk show, export, rescue: an application read, printed, or saved from a damaged file."""

from dataclasses import replace
from pathlib import Path

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, spare
from grantdesk.app.speech import language, tell
from grantdesk.call.fault import CallFault
from grantdesk.files.trouble import FileTrouble
from grantdesk.session.application import PROGRAM, opened, packed_call
from grantdesk.words.phrase import phrase

EMPTY = click.option("--without-empty", is_flag=True, help="Leave out optional parts that have no answer.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@LANG
@EMPTY
@click.option("--guidance", is_flag=True, help="Say where the call notice should be checked.")
def show(file: Path, lang: str | None, without_empty: bool, guidance: bool) -> int:
    """Show an application as text."""
    from grantdesk.outline.text import text  # for start-up

    speaker = language(lang)
    found, application = opened(file)
    for notice in found.notices:
        tell(speaker, notice)
    click.echo(text(application.outline(speaker, empty=not without_empty, guidance=guidance)))
    return DONE


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The new file.")
@LANG
def rescue(file: Path, output: Path, lang: str | None) -> int:
    """Save what can be saved from a damaged file into a new one."""
    from grantdesk.app.command.change import now  # for start-up
    from grantdesk.files.grant import revised
    from grantdesk.files.rescue import rescue as rescued
    from grantdesk.files.writing import write

    speaker = language(lang)
    spare(output)
    saved = rescued(file)
    grant = saved.grant
    if not grant.call:
        grant = replace(grant, call=_own_copy(saved.call[0]))
    write(revised(grant, grant.answers, PROGRAM, now()), output)
    for lost in saved.lost:
        tell(speaker, lost)
    tell(speaker, phrase("What could be saved has been written to “{file}”.", file=str(output)))
    return DONE


def _own_copy(call: str) -> bytes:
    """The program's own copy of a call that the file has lost."""
    try:
        return packed_call(call) if call else b""
    except (FileTrouble, CallFault):
        return b""
