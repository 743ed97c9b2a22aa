"""An option that many commands have."""

import click

from grantdesk.words.language import LANGUAGES

LANG = click.option("--lang", type=click.Choice(LANGUAGES), default=None, help="Language: fi, sv or en.")
