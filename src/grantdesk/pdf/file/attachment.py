"""Files inside the file: what they are called, what they are, and how they belong to the document."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5
from typing import Literal, TypeAlias
from zlib import Z_SYNC_FLUSH, compressobj

from grantdesk.pdf.file.objects import array, date, reference, string, wide
from grantdesk.pdf.file.writer import Writer

Relation: TypeAlias = Literal["Source", "Supplement", "Data"]
END = b"endstream"  # what some readers take for the end of a stream wherever it stands
PLAIN = re.compile(r"[A-Za-z0-9+.-]{1,60}/[A-Za-z0-9+.-]{1,60}")  # a name has 127 bytes at the most (6.1.13)
FAR = re.compile("[\U00010000-\U0010ffff]")  # characters that UTF-16 sorts before others that are smaller


@dataclass(frozen=True, slots=True)
class Attachment:
    """`name` and `description` are clean one-line texts, `media` is a media type, `data` the bytes as they are."""

    name: str
    media: str
    description: str
    relation: Relation
    data: bytes


def attached(writer: Writer, attachments: Sequence[Attachment], moment: datetime) -> Mapping[bytes, bytes]:
    """What the catalog says of the files (ISO 19005-3, 6.8); nothing where there are none."""
    if not attachments:
        return {}
    names = _distinct(each.name for each in attachments)
    files = [_file(writer, name, each, moment) for name, each in zip(names, attachments, strict=True)]
    # Keys of a name tree are sorted by the bytes that stand there; some readers sort them as text, so all are written
    # in one encoding, and without what that sorts otherwise.
    keys = _distinct(FAR.sub("\N{REPLACEMENT CHARACTER}", name) for name in names)
    key = string if all(map(str.isascii, keys)) else wide
    tree = b"".join(
        key(name) + b" " + reference(file) for name, file in sorted(zip(keys, files, strict=True))
    )
    return {
        b"AF": array(map(reference, files)),
        b"Names": b"<</EmbeddedFiles<</Names[%s]>>>>" % tree,
    }


def _distinct(names: Iterable[str]) -> list[str]:
    """The names, numbered where several are alike: "CV.pdf", "CV (2).pdf"."""
    found: list[str] = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        tried, n = name, 1
        while tried in found:
            n += 1
            tried = f"{stem} ({n}){dot}{ending}" if stem else f"{name} ({n})"
        found.append(tried)
    return found


def _file(writer: Writer, name: str, attachment: Attachment, moment: datetime) -> int:
    media = attachment.media if PLAIN.fullmatch(attachment.media) else "application/octet-stream"
    # The format asks for this digest.
    check = md5(attachment.data, usedforsecurity=False).hexdigest().encode()
    params = b"<</Size %d/ModDate%s/CheckSum<%s>>>" % (len(attachment.data), date(moment), check)
    entries = b"/Type/EmbeddedFile/Subtype/%s/Params%s" % (media.replace("/", "#2F").encode(), params)
    data = reference(_stream(writer, entries, attachment.data))
    return writer.add(
        b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/%s/EF<</F %s/UF %s>>>>"
        % (
            string(name),
            string(name),
            string(attachment.description),
            attachment.relation.encode(),
            data,
            data,
        )
    )


def _stream(writer: Writer, entries: bytes, data: bytes) -> int:
    """The data as they are, so that they are found by whoever knows nothing of this format: they are packed already.

    Only where the end of a stream seems to stand in them, as in any PDF, they are deflated.
    """
    if END not in data:
        return writer.stream(entries, data, packed=False)
    return writer.stream(entries + b"/Filter/FlateDecode", _deflated(data), packed=False)


def _deflated(data: bytes) -> bytes:
    """Deflated so that the word is gone: a block ends within each, since what does not shrink is stored as it is."""
    packer = compressobj(6)
    first, *rest = data.split(END)
    packed = [packer.compress(first)]
    for part in rest:
        packed += [packer.compress(END[:3]), packer.flush(Z_SYNC_FLUSH), packer.compress(END[3:] + part)]
    return b"".join([*packed, packer.flush()])
