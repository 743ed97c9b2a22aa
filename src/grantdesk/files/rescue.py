"""Saves what can be saved from a damaged file, and says what is lost. The file itself is only read."""

import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from grantdesk.files import canon, grant, mend
from grantdesk.files.container import entry as e
from grantdesk.files.container import salvage
from grantdesk.files.container.content import Content
from grantdesk.files.container.source import Source
from grantdesk.files.grant import Grant
from grantdesk.files.trouble import FileTrouble, Foreign
from grantdesk.model.path import dotted
from grantdesk.model.tree import leaves
from grantdesk.words.phrase import Phrase, counted, phrase

UNKNOWN = "1980-01-01T00:00:00Z"  # a moment that nobody can have meant
_NAMED = 50  # answers that are named one by one


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved, and what was not.

    Where the call itself is lost `grant.call` is empty; `call` is its id and version as far as they are known, so that
    the caller can put the program's own copy there. Without one the grant cannot be written.
    """

    grant: Grant
    lost: tuple[Phrase, ...]
    call: tuple[str, str]


def rescue(path: Path) -> Rescued:
    """What is left of the application at path; write it to a new file, as a new revision.

    Foreign if no answers are left in it; Missing, NotAllowed, NotDone.
    """
    return _Rescue(Source(path)).done()


class _Rescue:
    """The work on one file. `_lost` grows on the way."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._entries = salvage.found(source)
        self._lost: list[Phrase] = []
        self._manifest, whole = self._object(e.MANIFEST)
        if not whole:
            self._lost.append(phrase("Who saved the file, and when, is not known for certain."))

    def done(self) -> Rescued:
        said, answers = self._answers()
        told = self._manifest
        call = told["call"] if isinstance(told.get("call"), dict) else {}
        saved = Grant(
            id=_first(grant.UUID, told.get("application"), said.get("id")) or str(uuid4()),
            created=_first(grant.MOMENT, said.get("created"), told.get("saved")) or UNKNOWN,
            answers=answers,
            call=self._call(call.get("digest")),
            revision=_first(grant.REVISION, told.get("revision")) or secrets.token_hex(16),
            parent=_first(grant.REVISION, told.get("parent")) or None,
            saved=_first(grant.MOMENT, told.get("saved"), said.get("created")) or UNKNOWN,
            by=_text(told.get("by")),
            attachments=dict(self._attachments(answers)),
        )
        return Rescued(saved, tuple(self._lost), (_text(call.get("id")), _text(call.get("version"))))

    def _object(self, name: str) -> tuple[Mapping[str, Any], bool]:
        """The object in a JSON entry as far as it can be read, and whether it is all there and as it was saved."""
        if name not in self._entries:
            return {}, False
        raw = salvage.prefix(self._source, self._entries[name])
        data, whole = mend.mended(raw)
        return (data, whole) if isinstance(data, dict) else ({}, False)

    def _promised(self, name: str) -> Any:
        """The digest that the manifest promises for an entry, if it can be read."""
        entries = self._manifest.get("entries")
        facts = entries.get(name) if isinstance(entries, dict) else None
        return facts.get("sha256") if isinstance(facts, dict) else None

    def _answers(self) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """What is left of application.json, and its answers, such as a file may hold. Foreign if there are none."""
        said, whole = self._object(e.APPLICATION)
        if not isinstance(said.get("answers"), dict):
            raise Foreign(self._source.path, phrase("no answers can be found in it"))
        answers, dropped = mend.fitting(said["answers"])
        places = [dotted(path) for path, _ in leaves(answers)]
        if not whole:
            last = places[-1] if places else "–"
            self._lost.append(
                phrase("The answers after {place} are lost, and that one may be wrong.", place=last)
            )
        elif canon.digest(salvage.prefix(self._source, self._entries[e.APPLICATION])) != self._promised(
            e.APPLICATION
        ):
            self._lost.append(
                phrase("The answers may not be those that were saved: check every one of them.")
            )
        self._lost += [
            phrase("The answer {place} is lost.", place=dotted(place)) for place in dropped[:_NAMED]
        ]
        if rest := len(dropped[_NAMED:]):
            self._lost.append(counted("{n} more answer is lost.", "{n} more answers are lost.", n=rest))
        return said, answers

    def _call(self, promised: Any) -> bytes:
        """The packed call if it is whole, else nothing: half a call asks for something else."""
        if e.CALL in self._entries:
            raw = salvage.prefix(self._source, self._entries[e.CALL])
            data, whole = mend.mended(raw)
            if canon.digest(raw) == promised or (promised is None and whole and isinstance(data, dict)):
                return raw
        self._lost.append(phrase("The call is lost; the program’s own copy of it can take its place."))
        return b""

    def _attachments(self, answers: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
        """The attachments whose bytes are what their names promise."""
        listed = self._manifest.get("entries")
        names = {*self._entries, *(listed if isinstance(listed, dict) else ())}
        for name in sorted(name for name in names if name.startswith(e.ATTACHMENTS)):
            sha256 = name.removeprefix(e.ATTACHMENTS)
            content = self._content(name, sha256)
            if content:
                yield sha256, content
            else:
                called = next(mend.names(answers, sha256), sha256[:12])
                self._lost.append(phrase("The attachment {name} is lost.", name=called))

    def _content(self, name: str, sha256: str) -> Content | None:
        if name not in self._entries or not grant.SHA256.fullmatch(sha256):
            return None
        content = salvage.content(self._source, self._entries[name], sha256)
        try:
            for _ in content.chunks():
                pass
        except FileTrouble:
            return None
        return content


def _first(pattern: re.Pattern[str], *values: Any) -> str:
    """The first of the values that is such a text; "" if none is."""
    return next((value for value in values if isinstance(value, str) and pattern.fullmatch(value)), "")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
