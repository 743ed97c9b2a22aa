"""grantdesk new, grantdesk set: a new application, and answers put into one."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, spare, usage
from grantdesk.app.speech import language, tell
from grantdesk.call.entry import entered, typed
from grantdesk.files.container.content import held
from grantdesk.files.disk import host
from grantdesk.files.disk.lock import Lock
from grantdesk.files.grant import begun, revised
from grantdesk.files.trouble import from_system
from grantdesk.files.writing import write
from grantdesk.model.order import POS, fresh, last
from grantdesk.model.path import Path as Place
from grantdesk.model.path import parsed
from grantdesk.model.tree import Answers, at, put
from grantdesk.session.application import PROGRAM, Application, form_of, opened, packed_call
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

NEW_ROW = "+"


def now() -> datetime:
    """The moment of saving."""
    return datetime.now(UTC)


@click.command()
@click.argument("call")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The new file, NAME.grant."
)
@click.option(
    "--answers", type=click.Path(path_type=Path, allow_dash=True), help="Answers as JSON; - reads stdin."
)
@LANG
def new(call: str, output: Path, answers: Path | None, lang: str | None) -> int:
    """Begin an application for a call, empty or with answers."""
    spare(output)
    raw = packed_call(call)
    form = form_of(raw)
    given = entered(form, _json(answers)) if answers else None
    grant = begun(raw, PROGRAM, now(), given.answers if given else {})
    if given:
        grant = replace(grant, attachments={sha256: held(data) for sha256, data in given.attachments.items()})
    for notice in write(grant, output).notices:
        tell(language(lang), notice)
    tell(language(lang), phrase("“{file}” has been written.", file=str(output)))
    return DONE


def _json(path: Path) -> dict[str, object]:
    """The answers in a JSON file. Usage if it is no JSON object; floats are refused where they are read."""
    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        data = json.loads(raw)
    except OSError as error:
        raise from_system(path, error, writing=False) from error
    except (ValueError, RecursionError) as error:
        raise usage(
            phrase("“{file}” is no JSON: {reason}.", file=str(path), reason=str(error)[:200])
        ) from error
    if not isinstance(data, dict):
        raise usage(phrase("“{file}” holds no answers: it must be a JSON object.", file=str(path)))
    return data


@click.command("set")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("changes", nargs=-1, required=True, metavar="PATH=VALUE...")
@LANG
def set_(file: Path, changes: tuple[str, ...], lang: str | None) -> int:
    """Put answers into an application, written as a person types them; an empty VALUE removes the answer.

    PATH names a field (end), a field of a row (partners.city.name), or a field of a new row (risks.+.risk).
    """
    speaker = language(lang)
    try:
        lock = Lock.take(file, host.owner(), now())
    except OSError as error:
        raise from_system(file, error, writing=True) from error
    try:
        return _set(file, changes, speaker)
    finally:
        lock.release()


def _set(file: Path, changes: tuple[str, ...], speaker: Language) -> int:
    found, application = opened(file)
    answers, rows = application.answers, dict[Place, str]()
    for change in changes:
        answers = _changed(application, answers, rows, (change, speaker))
    if answers is application.answers:
        tell(speaker, phrase("Nothing has changed."))
        return DONE
    written = write(revised(found.grant, answers, PROGRAM, now()), file, found.stamp)
    for notice in (*found.notices, *written.notices):
        tell(speaker, notice)
    return DONE


def _changed(
    application: Application, answers: Answers, rows: dict[Place, str], change: tuple[str, Language]
) -> Answers:
    """The answers after one change. `rows` remembers the new rows of this command, so that + is the same row again."""
    (said, speaker), form = change, application.form
    name, sign, value = said.partition("=")
    if not sign:
        raise usage(phrase("“{change}” is not PATH=VALUE.", change=said))
    place = _resolved(answers, name, rows)
    node = form.node(place)
    if node is None:
        if form.is_row(place) and not value:
            return put(answers, place, None)
        raise usage(phrase("There is no field “{path}”.", path=name))
    for depth in range(2, len(place), 2):
        if at(answers, place[:depth]) is None:
            answers = put(answers, (*place[:depth], POS), last(at(answers, place[: depth - 1])))
    return put(answers, place, typed(node, value, speaker, application.form.call))


def _resolved(answers: Answers, name: str, rows: dict[Place, str]) -> Place:
    """The path with the ids of new rows in place of +."""
    try:
        keys = parsed(name)
    except ValueError as error:
        raise usage(phrase("There is no field “{path}”.", path=name)) from error
    place: Place = ()
    for key in keys:
        place = (*place, rows.setdefault(place, fresh()) if key == NEW_ROW else key)
    return place
