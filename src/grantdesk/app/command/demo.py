"""grantdesk demo: the sample applications, checked and printed, to see what the program does."""

import json
from dataclasses import replace
from pathlib import Path

import click

from grantdesk.app.command.check import as_text
from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE
from grantdesk.app.speech import language
from grantdesk.call.entry import entered
from grantdesk.files import places
from grantdesk.files.container.content import held
from grantdesk.files.grant import Grant, begun
from grantdesk.files.result import put
from grantdesk.files.writing import write
from grantdesk.session.application import PROGRAM, form_of, opened, packed_call
from grantdesk.session.paper.printing import printed
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

COMPLETE = "-complete.json"


def samples(suffix: str = COMPLETE) -> list[Path]:
    """The sample answers that come with the program: CALL-complete.json."""
    return sorted(places.resource("samples").glob(f"*{suffix}"))


def sample(path: Path) -> Grant:
    """The application of a sample; the name of its file begins with the id of its call."""
    from datetime import UTC, datetime

    raw = packed_call(path.name.partition("-")[0])
    given = entered(form_of(raw), json.loads(path.read_bytes()))
    grant = begun(raw, PROGRAM, datetime.now(UTC), given.answers)
    return replace(grant, attachments={sha256: held(data) for sha256, data in given.attachments.items()})


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("build"), help="The folder.")
@LANG
def demo(output: Path, lang: str | None) -> int:
    """Make the sample applications, check them and print their PDFs (in Finnish unless --lang says otherwise)."""
    speaker = Language(lang or "fi")
    output.mkdir(parents=True, exist_ok=True)
    for source in samples():
        file = output / f"{source.stem}.grant"
        write(sample(source), file)
        _, application = opened(file)
        click.echo("\n".join(as_text(file, application, language(lang))))
        pdf = file.with_suffix(".pdf")
        put(pdf, printed(application, speaker))
        click.echo(language(lang).say(phrase("Printed: {file}", file=str(pdf))))
    return DONE
