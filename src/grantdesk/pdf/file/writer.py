"""The file itself: numbered objects in, bytes out, packed into object streams and found by a cross-reference stream."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate
from struct import Struct
from zlib import compress

from grantdesk.pdf.file.objects import reference

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACKED = 200
LEVEL = 4  # takes two thirds of the time of 6, the usual one, and 3 % more room
FREE = b"\0\0\0\0\0\xff\xff"
WHOLE, INSIDE = 1, 2
ENTRY = Struct(
    ">BLH"
).pack  # what an object is, where it stands (in the file, or in which object), and at which place


class Writer:
    """Collects objects. Numbers are given out in the order asked for, so that the same calls give the same bytes."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """A number for an object that others refer to before it is known."""
        self._objects.append(b"null")
        return len(self._objects)

    def put(self, number: int, body: bytes) -> None:
        """The object that a number was reserved for."""
        self._objects[number - 1] = body

    def add(self, body: bytes) -> int:
        """The number of a new object."""
        self._objects.append(body)
        return len(self._objects)

    def stream(self, entries: bytes, data: bytes, *, packed: bool = True) -> int:
        """The number of a new stream; `entries` are those of its dictionary beside length and filter."""
        number = self.reserve()
        self._streams.add(number)
        self.put(number, _stream(entries, data, packed))
        return number

    def file(self, root: int, info: int) -> bytes:
        """The whole file. Its identifier is taken from what stands in it, not from the clock."""
        parts, place = [HEADER], len(HEADER)
        packs = dict(self._packs())
        places = [FREE] * (1 + len(self._objects) + len(packs))
        for number in [*sorted(self._streams), *packs]:
            body = self._pack(packs[number]) if number in packs else self._objects[number - 1]
            part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            places[number] = ENTRY(WHOLE, place, 0)
            parts.append(part)
            place += len(part)
        for number, inners in packs.items():
            for at, inner in enumerate(inners):
                places[inner] = ENTRY(INSIDE, number, at)
        return b"".join([*parts, _table(places, place, _trailer(root, info, parts))])

    def _packs(self) -> Iterator[tuple[int, list[int]]]:
        """Numbers of object streams, each with the numbers of the objects that it holds."""
        loose = [number for number in range(1, len(self._objects) + 1) if number not in self._streams]
        for at in range(0, len(loose), PACKED):
            yield len(self._objects) + 1 + at // PACKED, loose[at : at + PACKED]

    def _pack(self, inners: list[int]) -> bytes:
        bodies = [self._objects[number - 1] for number in inners]
        places = accumulate((len(body) + 1 for body in bodies), initial=0)
        first = (
            " ".join([f"{number} {place}" for number, place in zip(inners, places, strict=False)]).encode()
            + b"\n"
        )
        entries = b"/Type/ObjStm/N %d/First %d" % (len(inners), len(first))
        return _stream(entries, first + b"\n".join(bodies), True)


def _stream(entries: bytes, data: bytes, packed: bool) -> bytes:
    # CRLF before endstream (6.1.7.1): with LF alone, data that happens to end in CR would be ambiguous.
    if packed:
        entries, data = entries + b"/Filter/FlateDecode", compress(data, LEVEL)
    return b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(data), data)


def _trailer(root: int, info: int, parts: list[bytes]) -> bytes:
    body = sha256()
    for part in parts:
        body.update(part)
    name = body.hexdigest()[:32].encode()
    return b"/Root %s/Info %s/ID[<%s><%s>]" % (reference(root), reference(info), name, name)


def _table(places: list[bytes], place: int, trailer: bytes) -> bytes:
    number = len(places)
    rows = b"".join([*places, ENTRY(WHOLE, place, 0)])
    body = _stream(b"/Type/XRef/Size %d/W[1 4 2]%s" % (number + 1, trailer), rows, True)
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, body, place)
