"""A partner's part from another file: as a new row, what this call asks too; or newer, in place of what was here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from grantdesk.call.form import Entity, Form
from grantdesk.call.reference import options
from grantdesk.call.terms.node import (
    AnyNode,
    Choice,
    Indicators,
    Matrix,
    Number,
    Partners,
    Several,
    TableNode,
)
from grantdesk.files import reading
from grantdesk.files.container.content import Content
from grantdesk.files.grant import Grant
from grantdesk.model.order import POS, ordered, rows
from grantdesk.model.tree import Answers, same
from grantdesk.outline.fact.name import Names
from grantdesk.rules.value import is_blank
from grantdesk.session.application import form_of
from grantdesk.session.named import digests
from grantdesk.session.rows import following, has_lead
from grantdesk.session.session import Session
from grantdesk.words.phrase import Fact, Texts


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another application, to copy from. It is only read."""

    grant: Grant
    form: Form

    @property
    def partners(self) -> Mapping[str, Fact]:
        """What its partners are called, by their row ids and in their order."""
        node = self.form.partners
        names = Names(self.form, self.grant.answers).of(node.id) if node else {}
        return {key: name.full for key, name in names.items()}

    def part(self, key: str) -> Answers:
        """A partner's row with its part."""
        node = self.form.partners
        return dict(ordered(self.grant.answers.get(node.id)))[key] if node else {}


@dataclass(frozen=True, slots=True)
class Part:
    """A partner's answers as this call takes them, the contents that they name, and what stayed behind.

    `dropped` are the labels of what this call does not ask, or asks otherwise; `loose` those of references to rows of
    the other application.
    """

    row: Answers
    contents: tuple[Content, ...] = ()
    dropped: tuple[Texts, ...] = ()
    loose: tuple[Texts, ...] = ()


@dataclass(slots=True)
class _Left:
    """What is left behind on the way."""

    dropped: dict[str, Texts] = field(default_factory=dict)
    loose: dict[str, Texts] = field(default_factory=dict)


def elsewhere(file: File) -> Elsewhere:
    """Opens another application to copy from. FileTrouble, CallFault."""
    grant = reading.read(file).grant
    return Elsewhere(grant, form_of(grant.call))


def copied(form: Form, answers: Answers, source: Elsewhere, key: str) -> Part:
    """A partner of another application as a row of this one. A second lead becomes an ordinary partner.

    KeyError if the other application has no such partner; ValueError if this call has no partners; NotDone if there is
    no room for the contents of attachments.
    """
    node = form.partners
    if node is None or source.form.partners is None:
        raise ValueError("a call without partners")
    left = _Left()
    there = source.form.project.tables[source.form.partners.id]
    row: Answers = _entity((form, there), form.project.tables[node.id], source.part(key), left)
    if has_lead(form, answers):
        row = following(form, row)
    return Part(row, _contents(source, row), tuple(left.dropped.values()), tuple(left.loose.values()))


def returning(session: Session, source: Elsewhere) -> frozenset[str]:
    """The partners here whose part the other file has too: none unless it is a version of the same application."""
    node = session.form.partners
    if node is None or not session.may_load(source.grant):
        return frozenset()
    return frozenset(rows(session.answers.get(node.id)).keys() & source.partners.keys())


def changed(session: Session, source: Elsewhere) -> frozenset[str]:
    """Those of the returning partners whose part is another there."""
    node = session.form.partners
    here = rows(session.answers.get(node.id)) if node else {}
    return frozenset(
        key for key in returning(session, source) if not same(here[key], _kept(session, source, key))
    )


def returned(session: Session, source: Elsewhere, key: str) -> Part:
    """A partner's part as somebody else has filled it in, in another version of this application. Its place among the
    partners, and who leads, are those of this version. KeyError for a partner who is not among the returning ones."""
    if key not in returning(session, source):
        raise KeyError(key)
    row = _kept(session, source, key)
    return Part(row, _contents(source, row))


def _kept(session: Session, source: Elsewhere, key: str) -> Answers:
    """The row as it is there, in the place and the role that it has here."""
    node = session.form.partners
    here = rows(session.answers.get(node.id)).get(key, {}) if node else {}
    kept = {name: here.get(name) for name in (POS, *([node.lead.column] if node and node.lead else []))}
    return {name: value for name, value in {**source.part(key), **kept}.items() if value is not None}


def _contents(source: Elsewhere, row: Answers) -> tuple[Content, ...]:
    """The attached contents that a row names."""
    attached = source.grant.attachments
    contents = tuple(attached[digest] for digest in digests(row) if digest in attached)
    for content in contents:
        if content.source is not None:
            content.source.detach()  # what happens to the other file later does not matter
    return contents


def _entity(form: tuple[Form, Entity], here: Entity, row: Answers, left: _Left) -> dict[str, Any]:
    """What both entities ask in the same way. `form` is this call, and what the other one asks here."""
    this, there = form
    copy: dict[str, Any] = {}
    for asked in there.asked:
        value = row.get(asked.id)
        if is_blank(value):
            continue
        node = here.node(asked.id)
        if node is None or not _alike(node, asked.node):
            left.dropped[asked.id] = asked.node.label
            continue
        kept = _answer((this, there), here, node, value, left)
        if kept is not None:
            copy[asked.id] = kept
    return copy


def _alike(node: AnyNode, other: AnyNode) -> bool:
    """Are both answered in the same way? A number with other decimals would be another number."""
    if isinstance(node, Number) and isinstance(other, Number):
        return node.decimals == other.decimals
    return node.kind == other.kind


def _answer(form: tuple[Form, Entity], here: Entity, node: AnyNode, value: Any, left: _Left) -> Any:
    this, there = form
    match node:
        case TableNode() | Partners():
            inner = this, there.tables[node.id]
            return {
                key: {POS: row.get(POS, ""), **_entity(inner, here.tables[node.id], row, left)}
                for key, row in ordered(value)
            }
        case Matrix():
            left.loose[node.id] = node.label
            return None
        case Choice() | Several():
            return _choice(this, node, value, left)
        case Indicators(indicators=known) if isinstance(value, dict):
            return _known(node, value, frozenset(known), left)
        case _:
            return value


def _choice(form: Form, node: Choice | Several, value: Any, left: _Left) -> Any:
    """What this call offers too."""
    if node.rows_of is not None:
        left.loose[node.id] = node.label
        return None
    known = options(form.call, node)
    if isinstance(value, dict):
        return _known(node, value, known, left)
    if value in known:
        return value
    left.dropped[node.id] = node.label
    return None


def _known(node: AnyNode, value: Mapping[str, Any], known: frozenset[str], left: _Left) -> Any:
    if value.keys() - known:
        left.dropped[node.id] = node.label
    return {key: below for key, below in value.items() if key in known} or None
