"""grantdesk calls, grantdesk call prove|pack|show: what can be applied for, and is a call sound?"""

import json
from pathlib import Path

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, FINDINGS
from grantdesk.app.speech import language, tell
from grantdesk.call.fault import CallFault, Fault
from grantdesk.call.form import Form
from grantdesk.call.pack import digest, packed
from grantdesk.call.proof import proved, remarks
from grantdesk.call.schema import schema
from grantdesk.call.terms.call import Call
from grantdesk.files import places
from grantdesk.rules.proof import samples_proved, unproved
from grantdesk.session.application import found
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase


@click.command("calls")
@LANG
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def calls(lang: str | None, as_json: bool) -> int:
    """List the calls that come with the program."""
    speaker = language(lang)
    known = [found(path.stem).call for path in places.calls()]
    if as_json:
        data = [{**facts(call), "title": speaker.pick(call.title)} for call in known]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return DONE
    for call in known:
        click.echo(f"{call.id}  {call.version}  {speaker.pick(call.title)}")
        click.echo(f"    {speaker.say(closing(call))}")
    return DONE


def facts(call: Call) -> dict[str, str]:
    """What a program wants to know of a call."""
    return {
        "id": call.id,
        "version": call.version,
        "digest": digest(packed(call)),
        "closes": call.closes.when().isoformat() if call.closes else "",
    }


def closing(call: Call) -> Phrase:
    """When the call closes, in a sentence."""
    if call.closes is None:
        return phrase("Open until further notice.")
    return phrase("Closes {closes}.", closes=call.closes.when())


@click.group("call")
def call() -> None:
    """Prove, pack or show a call."""


@call.command()
@click.argument("paths", nargs=-1, required=True)
@LANG
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def prove(paths: tuple[str, ...], lang: str | None, as_json: bool) -> int:
    """Prove that a call is sound: names, types, conditions, limits, texts, samples."""
    speaker = language(lang)
    listed = {path: faults(path) for path in paths}
    seconds = {path: second_looks(path) for path, found_ in listed.items() if not found_}
    if as_json:
        data = {
            path: [{"place": fault.place, "message": speaker.say(fault.phrase)} for fault in found]
            for path, found in listed.items()
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    for path, found_ in listed.items() if not as_json else ():
        _list(speaker, path, found_)
        for remark in seconds.get(path, ()):
            tell(
                speaker,
                phrase(
                    "{call}: {place}: worth a look: {remark}",
                    call=path,
                    place=remark.place,
                    remark=remark.phrase,
                ),
            )
    return FINDINGS if any(listed.values()) else DONE


def _list(speaker: Language, path: str, found_: list[Fault]) -> None:
    for fault in found_:
        click.echo(f"{path}: {fault.place}: {speaker.say(fault.phrase)}")
    if not found_:
        click.echo(speaker.say(phrase("{call}: sound", call=path)))


def faults(name: str) -> list[Fault]:
    """Everything that is not sound in a call. FileTrouble if it cannot be read at all."""
    try:
        place = found(name)
        form = Form(place.call)
    except CallFault as trouble:
        return list(trouble.faults)
    return [*proved(place.call), *samples_proved(form, place.samples)]


def second_looks(name: str) -> list[Fault]:
    """What may be meant so and may be a slip in a sound call: what nothing uses, rules that no sample shows."""
    place = found(name)
    return [*remarks(place.call), *(unproved(Form(place.call), place.samples) if place.samples else ())]


@call.command()
@click.argument("path")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The packed call.")
def pack(path: str, output: Path) -> int:
    """Pack a folder of TOML into the one JSON that travels in applications."""
    from grantdesk.files.result import put  # for start-up

    raw = packed(found(path).call)
    put(output, raw)
    click.echo(digest(raw))
    return DONE


@call.command()
@click.argument("path")
@LANG
@click.option("--json", "as_json", is_flag=True, help="The packed call itself.")
@click.option("--schema", "as_schema", is_flag=True, help="The JSON Schema of packed calls.")
def show(path: str, lang: str | None, as_json: bool, as_schema: bool) -> int:
    """Show what a call asks: its sections and fields."""
    speaker = language(lang)
    if as_schema:
        click.echo(json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True))
        return DONE
    asked = found(path).call
    if as_json:
        click.echo(packed(asked).decode())
        return DONE
    click.echo(f"{speaker.pick(asked.title)} ({asked.id} {asked.version})\n{speaker.say(closing(asked))}")
    unsure = speaker.say(phrase("check the call notice"))
    for section in asked.sections:
        click.echo(f"\n{speaker.pick(section.title)}")
        for node in section.nodes:
            mark = "*" if node.required else " "
            note = "" if node.confirmed else f"  ({unsure})"
            click.echo(f"  {mark} {node.id}: {speaker.pick(node.label)} [{node.kind}]{note}")
    tell(speaker, phrase("* must be answered"))
    return DONE


@call.command("form")
@click.argument("path")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The PDF.")
@LANG
def form_(path: str, output: Path, lang: str | None) -> int:
    """Print a call as a form on paper, to be filled in by hand."""
    from grantdesk.files.result import put  # for start-up
    from grantdesk.session.paper.printing import form_printed

    put(output, form_printed(Form(found(path).call), language(lang)))
    return DONE
