"""grantdesk extract: the application out of the PDF that it was printed to."""

from pathlib import Path

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, spare
from grantdesk.app.speech import language, tell
from grantdesk.files.result import got
from grantdesk.session.paper.enclosing import extracted
from grantdesk.words.phrase import phrase


@click.command()
@click.argument("pdf", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The new file, NAME.grant."
)
@LANG
def extract(pdf: Path, output: Path, lang: str | None) -> int:
    """Take the application out of a PDF, byte for byte."""
    spare(output)
    extracted(got(pdf), output)
    tell(language(lang), phrase("“{file}” has been written.", file=str(output)))
    return DONE
