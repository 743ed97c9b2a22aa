"""Rules that look into tables of the call: lines that are never reached, keys that nobody can choose."""

from collections.abc import Iterator

from grantdesk.call.expr import OneOf, Program
from grantdesk.call.fault import Fault, unknown
from grantdesk.call.form import Form
from grantdesk.call.ready import Ready
from grantdesk.call.terms.rule import AidIntensity, Lookup
from grantdesk.words.phrase import phrase

ANY = "*"


def judgement_faults(form: Form) -> Iterator[Fault]:
    """What is wrong with rules of the kinds lookup and aid_intensity."""
    for entity in form.scopes().values():
        for ready in entity.rules:
            match ready.rule:
                case Lookup() as rule:
                    yield from _keys(ready, rule)
                    yield from _covered(rule)
                case AidIntensity(id=name):
                    yield from _category(form, name, ready)
                case _:
                    pass


def _options(program: Program | tuple[Program, ...]) -> frozenset[str] | None:
    """What a text can be, if it is one of the options of a list."""
    type_ = program.type if isinstance(program, Program) else None
    return type_.options if isinstance(type_, OneOf) else None


def _keys(ready: Ready, rule: Lookup) -> Iterator[Fault]:
    """Keys of a line that are none of the options."""
    programs = ready.operands["keys"]
    known = [_options(program) for program in (programs if isinstance(programs, tuple) else (programs,))]
    for at, row in enumerate(rule.table):
        for key, options in zip(row.keys, known, strict=True):
            if options is not None and key not in {ANY, *options}:
                yield unknown(f"rules.{rule.id}.table.{at}", key)


def _covered(rule: Lookup) -> Iterator[Fault]:
    """Lines that an earlier line always comes before."""
    for at, row in enumerate(rule.table):
        if any(_covers(earlier.keys, row.keys) for earlier in rule.table[:at]):
            said = phrase("The line is never reached: an earlier one fits wherever it does.")
            yield Fault(f"rules.{rule.id}.table.{at}", said)


def _covers(earlier: tuple[str, ...], later: tuple[str, ...]) -> bool:
    return all(ANY in (a,) or a == b for a, b in zip(earlier, later, strict=True))


def _category(form: Form, name: str, ready: Ready) -> Iterator[Fault]:
    """A category of aid that the call has no table for would never be judged."""
    known = form.call.aid.categories.keys() if form.call.aid else frozenset()
    offered = _options(ready.operands["category"])
    if not known or (offered is not None and not offered & known):
        yield Fault(f"rules.{name}.category", phrase("The call has no aid category for this."))
