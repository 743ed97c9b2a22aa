"""grantdesk desk: the windows in which applications are filled in."""

from collections.abc import Sequence
from pathlib import Path

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.screen import shown

LOOKS = ("light", "dark", "contrast")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@LANG
@click.option("--look", type=click.Choice(LOOKS), default=None, help="The look, for this time only.")
def desk(files: Sequence[Path], lang: str | None, look: str | None) -> int:
    """Fill in applications in a window; without a file, begin or choose one there."""
    return shown(files, lang, look)
