"""Saves an application: written beside, read again, compared, and only then put in the place of its earlier version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from grantdesk.files import canon, grant, places, reading
from grantdesk.files.canon import Flaw
from grantdesk.files.container import entry as e
from grantdesk.files.container.content import Content
from grantdesk.files.container.stamp import Stamp, stamped
from grantdesk.files.container.writer import Item, pack
from grantdesk.files.disk import atomic, backup, inplace
from grantdesk.files.disk.atomic import NoNewFile
from grantdesk.files.disk.backup import Version
from grantdesk.files.disk.real import real
from grantdesk.files.grant import Grant
from grantdesk.files.trouble import ChangedOnDisk, FileTrouble, Missing, NotDone, TooNew, Unfit, from_system
from grantdesk.words.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Written:
    """A save that is on the disk. `stamp` is what the next save expects; `notices` are to be shown."""

    stamp: Stamp
    notices: tuple[Phrase, ...] = ()


def write(what: Grant, path: Path, expect: Stamp | None = None) -> Written:
    """Saves the application at path. The earlier version goes among the backups.

    `expect` is the stamp of the file when it was last read or written here; None if whatever is there may go.
    Raises ChangedOnDisk, Unfit, TooNew, NoSpace, NotAllowed, Missing, NotDone, Damaged (an attachment); the file at
    path is then as it was. HalfWritten says where both versions lie.
    """
    if what.min_reader > grant.VERSION:
        raise TooNew(path, what.min_reader)
    try:
        return _Saving(what, path, expect).done()
    except OSError as error:
        raise from_system(path, error, writing=True) from error


def packed(what: Grant) -> bytes:
    """The bytes of the application's file, as they would be written: to travel inside another file.

    Unfit, Damaged (an attachment).
    """
    file = BytesIO()
    pack(file, _items(what, Path(f"{what.id}.grant")))
    return file.getvalue()


class _Saving:
    """One save, with what it learns on the way."""

    def __init__(self, what: Grant, path: Path, expect: Stamp | None) -> None:
        self._grant, self._path, self._expect = what, path, expect
        self._real = real(path)
        self._items = tuple(_items(what, path))
        self._notices: list[Phrase] = []

    def done(self) -> Written:
        if self._real.exists() and not self._real.is_file():
            raise NotDone(self._path, True, phrase("it is a folder or a device"))
        self._check_unchanged()  # early, to spare the work, and again at the last moment
        try:
            atomic.put(self._real, self._write, self._verify, self._before)
        except NoNewFile:
            for content in _contents(self._grant):
                if content.source:
                    content.source.detach()
            aside = places.state() / "moving"
            inplace.put(self._real, aside, (self._write, self._verify), self._before)
        return Written(self._stamp, tuple(self._notices))

    def _write(self, file: BinaryIO) -> None:
        pack(file, self._items)

    def _verify(self, written: Path) -> None:
        """Opens what was written, as anybody would, and compares it with what should have been."""
        try:
            opened = reading.read(written)
            reading.verify(opened)
        except FileTrouble as trouble:
            raise self._wrong() from trouble
        if opened.grant != self._grant:
            raise self._wrong()
        self._stamp = opened.stamp

    def _wrong(self) -> NotDone:
        return NotDone(self._path, True, phrase("what was written does not read as it should"))

    def _before(self) -> None:
        there = self._check_unchanged()
        if not there and self._expect:
            self._notices.append(phrase("The file was gone from its place and has been written anew."))
        try:
            if there:
                backup.keep(self._real, _version(self._real))
        except (OSError, FileTrouble):
            self._notices.append(phrase("The earlier version could not be kept as a backup."))

    def _check_unchanged(self) -> bool:
        """Is there a file? ChangedOnDisk if it is another one than expected."""
        try:
            if not self._expect or stamped(self._real).same(self._expect):
                return self._real.exists()
        except Missing:
            return False
        raise ChangedOnDisk(self._path)


def _items(what: Grant, path: Path) -> Iterator[Item]:
    """Every entry of the file, in its order. Unfit if an answer, or another part, can stand in no file."""
    contents = {e.ATTACHMENTS + name: content for name, content in sorted(what.attachments.items())}
    contents |= sorted(what.extra.items())
    try:
        canon.check(what.answers, canon.ANSWERS)
        raw = {e.APPLICATION: canon.packed(grant.application(what)), e.CALL: what.call}
        facts = [(name, canon.digest(data), len(data)) for name, data in raw.items()]
        facts += [(name, content.sha256, content.size) for name, content in contents.items()]
        _check_size({name: size for name, _, size in facts})
        listed = {name: {"sha256": sha256, "size": size} for name, sha256, size in facts}
        manifest = canon.packed(grant.manifest(what, listed))
    except Flaw as flaw:
        raise Unfit(path, ".".join(flaw.place), flaw.what) from flaw
    yield e.MIMETYPE, e.MAGIC
    yield e.MANIFEST, manifest
    yield from raw.items()
    yield from contents.items()


def _check_size(sizes: Mapping[str, int]) -> None:
    """Flaw if no reader would take so much."""
    large = [name for name, size in sizes.items() if size > e.largest(name)]
    total = sum(sizes.values()) + e.largest(e.MANIFEST) + e.largest(e.MIMETYPE)
    if large or len(sizes) + 2 > e.ENTRIES or total > e.TOTAL:
        raise Flaw(phrase("it is too large"), (next(iter(large), "attachments"),))


def _contents(what: Grant) -> Iterator[Content]:
    yield from what.attachments.values()
    yield from what.extra.values()


def _version(path: Path) -> Version:
    """Which version the file at path is; one that cannot be read is known by its bytes."""
    try:
        found = reading.package_at(path).manifest
        return Version(*(_part(found, key) for key in ("application", "saved", "revision")))
    except (FileTrouble, ValueError):
        seen = stamped(path)
        return Version("other", f"{seen.changed:020}", seen.digest[:32])


def _part(manifest: Mapping[str, object], key: str) -> str:
    """A part of a backup's name, which must not lead anywhere else. ValueError."""
    pattern = {"application": grant.UUID, "saved": grant.MOMENT, "revision": grant.REVISION}[key]
    value = manifest.get(key)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(key)
    return value
