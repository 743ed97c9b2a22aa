"""Files that somebody attaches, read in the background and looked at for what they are."""

import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path as File

from grantdesk.call.entry.file import LONGEST_NAME
from grantdesk.call.terms.node import Attachment
from grantdesk.files.container.content import Content, taken
from grantdesk.files.trouble import Missing, from_system
from grantdesk.session.attaching.kind import format_of, formats, is_what_it_says
from grantdesk.words.phrase import Bytes, Phrase, phrase
from grantdesk.words.trouble import Trouble
from grantdesk.words.typed import line

AT_ONCE = 50
"""Files that are taken at once; no question allows more."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was read and is what its name says."""

    name: str
    content: Content


@dataclass(frozen=True, slots=True)
class Harvest:
    """What came of reading files: those that can be attached, and why others cannot."""

    taken: Sequence[Taken] = ()
    refused: Sequence[Phrase] = ()


def read(files: Iterable[File], node: Attachment) -> Harvest:
    """Reads files, as many as are taken at once. It takes as long as the disk does, and never raises for a bad file."""
    chosen = list(files)
    found: list[Taken] = []
    refused: list[Phrase] = []
    for file in chosen[:AT_ONCE]:
        try:
            found.append(_read(file, node))
        except Trouble as trouble:
            refused.append(trouble.phrase)
    if len(chosen) > AT_ONCE:
        refused.append(phrase("Only the first {n} files were taken. Add the others after that.", n=AT_ONCE))
    return Harvest(found, refused)


def _read(file: File, node: Attachment) -> Taken:
    name = _name(file)
    found = _looked_at(file)
    if stat.S_ISDIR(found.st_mode):
        raise Trouble(phrase("“{file}” is a folder. Add the files in it one by one.", file=name))
    kind = format_of(name)
    if kind not in node.formats:
        said = phrase(
            "“{file}” was not added: only {formats} can be attached here.", file=name, formats=formats(node)
        )
        raise Trouble(said)
    if not stat.S_ISREG(found.st_mode):
        raise Trouble(phrase("“{file}” was not added: it is a device, not a file.", file=name))
    _check_size(name, found.st_size, node)
    content = taken(file)
    if not is_what_it_says(kind, content):
        raise Trouble(
            phrase(
                "“{file}” was not added: what is in it is not {format}. Open it in the program that it was made with "
                "and save it as {format}.",
                file=name,
                format=kind.upper(),
            )
        )
    return Taken(name, content)


def _looked_at(file: File) -> os.stat_result:
    """What the system says of it. FileTrouble."""
    try:
        return file.stat()
    except OSError as error:
        raise from_system(file, error, writing=False) from error
    except ValueError as error:  # a name that no file can have
        raise Missing(file) from error


def _check_size(name: str, size: int, node: Attachment) -> None:
    """Before it is read: a file that is too large may be very large."""
    if size > node.most_size:
        raise Trouble(
            phrase(
                "“{file}” was not added: it is {size}; at most {most} is allowed. Make it smaller and add it again.",
                file=name,
                size=Bytes(size),
                most=Bytes(node.most_size),
            )
        )
    if not size:
        raise Trouble(phrase("“{file}” was not added: there is nothing in it.", file=name))


def _name(file: File) -> str:
    """What a file is called, on one line and not too long."""
    name = line(os.fsencode(file.name).decode("utf-8", "replace"))
    stem, dot, ending = name.rpartition(".")
    return name if len(name) <= LONGEST_NAME else stem[: LONGEST_NAME - len(ending) - 1] + dot + ending
