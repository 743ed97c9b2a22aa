"""How an application comes to a window: from its file, from a call, from an earlier one, from what a crash left."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QFileInfo

from grantdesk.call.fault import CallFault
from grantdesk.files import reading, rescue
from grantdesk.files.container.source import Source
from grantdesk.files.disk.lock import Holder, Lock, beside, holder
from grantdesk.files.disk.real import whole
from grantdesk.files.grant import Grant, begun, revised
from grantdesk.files.reading import Opened
from grantdesk.files.trouble import Damaged, FileTrouble, LockedByOther
from grantdesk.session.application import PROGRAM, form_of, packed_call
from grantdesk.session.earlier.heritage import inherited
from grantdesk.session.earlier.versions import siblings
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.session.keeping.place import Place, now
from grantdesk.session.keeping.saving import taken
from grantdesk.session.session import Session
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, counted, phrase

if TYPE_CHECKING:  # for start-up: mostly nothing is left unsaved
    from grantdesk.session.earlier.left import Left

RESTORED = phrase("Restore unsaved work")
Kind: TypeAlias = Literal["", "chosen", "locked", "newer"]


@dataclass(frozen=True, eq=False)
class Opening:
    """An application that is open now. Whoever closes its window closes the keeper.

    `kind` and `reason` say why it can only be read: "" and None if it can be worked on. `holder` is who has the file
    open, where that is why. `notices` are to be shown.
    """

    session: Session
    keeper: Keeper
    notices: tuple[Phrase, ...] = ()
    kind: Kind = ""
    reason: Phrase | None = None
    holder: Holder | None = None

    @property
    def is_ours(self) -> bool:
        """Is it this very process, in another window, that has the file open?"""
        return self.holder is not None and self.holder.is_here


def opened(path: Path, *, over: bool = False, read: bool = False) -> Opening:
    """Opens the file at path, to work on it or to `read` it. One that somebody else has open is opened to be read,
    unless `over` takes it over from them; so is one that needs a newer program.

    FileTrouble, CallFault.
    """
    path = whole(path)
    if read:
        return _to_read(reading.read(path, newer=True), "chosen", phrase("You opened it to read it."))
    Source(path)  # no lock is put beside what is no file
    try:
        lock = taken(path, now(), over)
    except LockedByOther as trouble:
        reader = _to_read(reading.read(path, newer=True), "locked", trouble.phrase)
        return replace(reader, holder=holder(beside(path)))
    try:
        return _to_work(reading.read(path, newer=True), lock)
    except BaseException:
        lock.release()
        raise


def _to_read(found: Opened, kind: Kind, reason: Phrase) -> Opening:
    session = Session(found.grant, read_only=True)
    keeper = Keeper(session, Place(found.path, found.stamp))
    return Opening(session, keeper, found.notices, kind, reason)


def _to_work(found: Opened, lock: Lock) -> Opening:
    if found.read_only:
        lock.release()
        said = phrase("It was made by a newer grantdesk. Update grantdesk to work on it.")
        return _to_read(found, "newer", said)
    session = Session(found.grant)
    keeper = Keeper(session, Place(found.path, found.stamp, lock))
    return Opening(session, keeper, (*found.notices, *_told(found.path, lock)))


def _told(path: Path, lock: Lock) -> list[Phrase]:
    """What to know about the place of a file before working on it."""
    told = [lock.notice] if lock.notice else []
    if not os.access(path, os.W_OK) and not os.access(path.parent, os.W_OK):
        told = [phrase("You may not write here: save what you change as a copy in another folder.")]
    if found := siblings(path):
        told.append(
            counted(
                "There is another version of this application in the same folder: {names}.",
                "There are {n} other versions of this application in the same folder: {names}.",
                n=len(found),
                names=tuple(each.name for each in found),
            )
        )
    return told


def begun_for(call: str, language: Language) -> Opening:
    """A new application for a call, by the call's id or its path; nothing is on the disk before it is saved.

    Until it has a name of its own it is called as the call is in `language`. FileTrouble, CallFault.
    """
    session = Session(begun(packed_call(call), PROGRAM, now()))
    return Opening(session, Keeper(session, called=language.pick(session.form.call.title)))


def begun_from(path: Path, call: str) -> Opening:
    """A new application for a call that takes over from an earlier one what is still asked in the same way.

    The notices say how much that is, and what is to be answered anew. FileTrouble, CallFault.
    """
    earlier, packed = reading.read(whole(path), newer=True).grant, packed_call(call)
    heritage = inherited(form_of(earlier.call), earlier.answers, form_of(packed))
    session = Session(begun(packed, PROGRAM, now(), heritage.answers))
    return _unsaved(session, path.stem, heritage.notices(path.name))


def rescued(path: Path) -> Opening:
    """What is left of a damaged file, as a document that is not saved yet; the file itself stays as it is.

    FileTrouble; CallFault if its call is lost, and the program has none of that name.
    """
    saved = rescue.rescue(whole(path))
    grant = saved.grant if saved.grant.call else replace(saved.grant, call=_own_copy(path, saved.call[0]))
    return _anew(grant, path, saved.lost)


def _own_copy(path: Path, call: str) -> bytes:
    """The program's own copy of a call that a file has lost. Damaged if there is none."""
    try:
        return packed_call(call)
    except (FileTrouble, CallFault) as trouble:
        raise Damaged(path, phrase("its call is lost, and this grantdesk has no copy of it")) from trouble


def restored(left: "Left") -> Opening:
    """Unsaved work, open again: as one undoable step if its file is as it was; as a document that is not saved yet if
    the file is gone, was changed or is open elsewhere, so that nothing is ever overwritten.

    What was left is forgotten when the new document has kept or saved it. FileTrouble, CallFault.
    """
    opening = _back(left) if left.fate == "same" and left.path else None
    if opening is None:
        opening = _anew(_whole(left), left.path, tuple(_why(left)))
    opening.keeper.take_over(left.kept)
    return opening


def _back(left: "Left") -> Opening | None:
    """Its file with the work as one step; None if that cannot be worked on now."""
    if left.path is None:
        return None
    try:
        opening = opened(left.path)
    except FileTrouble:  # gone since it was looked at, or not to be read any more
        return None
    if opening.kind or opening.session.base.revision not in left.record.revisions:
        opening.keeper.close()
        return None
    opening.session.answer_as(left.record.grant, RESTORED)
    return opening


def put_back(left: "Left", session: Session, keeper: Keeper) -> bool:
    """Puts unsaved work into its file, which is open already, as one undoable step; False if that was changed since,
    or somebody has gone on working on it."""
    if session.read_only or not keeper.is_saved or session.base.revision not in left.record.revisions:
        return False
    keeper.take_over(left.kept)
    session.answer_as(left.record.grant, RESTORED)
    return True


def _why(left: "Left") -> Iterator[Phrase]:
    """Why the work is in a document of its own."""
    if left.path is None:
        yield phrase("Your work is back. It was never saved to a file: save it now.")
    elif left.fate == "gone" or not QFileInfo(str(left.path)).isFile():
        yield phrase(
            "Your work is back. Its file “{file}” is gone: save it to a new one.", file=str(left.path)
        )
    else:
        yield phrase(
            "Your work is back, in a document of its own: “{file}” was changed since, or is open elsewhere. Nothing in "
            "it was overwritten; save your work as a copy and compare the two.",
            file=str(left.path),
        )


def _whole(left: "Left") -> Grant:
    """The work with the attachments that the file still has, where recovery had no time for them."""
    grant = left.record.grant
    try:
        more = reading.read(left.path, newer=True).grant.attachments if left.path else {}
    except FileTrouble:
        more = {}
    return replace(grant, attachments={**more, **grant.attachments})


def _anew(grant: Grant, path: Path | None, notices: tuple[Phrase, ...]) -> Opening:
    """A document without a place on the disk, that holds what is not saved anywhere."""
    session = Session(revised(grant, grant.answers, PROGRAM, now()))
    return _unsaved(session, path.stem if path else "", notices)


def _unsaved(session: Session, called: str, notices: tuple[Phrase, ...]) -> Opening:
    keeper = Keeper(session, called=called)
    keeper.shelter()
    return Opening(session, keeper, notices)
