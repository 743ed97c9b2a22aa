"""The file itself: numbered objects in, bytes out, packed into object streams and found by a cross-reference stream."""

from collections.abc import Iterator
from hashlib import sha256
from zlib import compress

from grantdesk.pdf.file.objects import reference

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACKED = 200
FREE = b"\0\0\0\0\0\xff\xff"
WHOLE, INSIDE = b"\1", b"\2"


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
        parts, places, place = [HEADER], [FREE], len(HEADER)
        bodies = dict(enumerate(self._objects, 1))
        packs = dict(self._packs())
        found = {inner: (pack, at) for pack, inners in packs.items() for at, inner in enumerate(inners)}
        for number in range(1, len(bodies) + len(packs) + 1):
            if number in found:
                pack, at = found[number]
                places.append(INSIDE + pack.to_bytes(4) + at.to_bytes(2))
                continue
            body = self._pack(packs[number]) if number in packs else bodies[number]
            part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            places.append(WHOLE + place.to_bytes(4) + b"\0\0")
            parts.append(part)
            place += len(part)
        return b"".join([*parts, _table(places, place, _trailer(root, info, parts))])

    def _packs(self) -> Iterator[tuple[int, list[int]]]:
        """Numbers of object streams, each with the numbers of the objects that it holds."""
        loose = [number for number in range(1, len(self._objects) + 1) if number not in self._streams]
        for at in range(0, len(loose), PACKED):
            yield len(self._objects) + 1 + at // PACKED, loose[at : at + PACKED]

    def _pack(self, inners: list[int]) -> bytes:
        place, head, bodies = 0, [], []
        for number in inners:
            body = self._objects[number - 1]
            head.append(b"%d %d" % (number, place))
            bodies.append(body)
            place += len(body) + 1
        first = b" ".join(head) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(inners), len(first))
        return _stream(entries, first + b"\n".join(bodies), True)


def _stream(entries: bytes, data: bytes, packed: bool) -> bytes:
    # CRLF before endstream (6.1.7.1): with LF alone, data that happens to end in CR would be ambiguous.
    if packed:
        entries, data = entries + b"/Filter/FlateDecode", compress(data, 6)
    return b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(data), data)


def _trailer(root: int, info: int, parts: list[bytes]) -> bytes:
    body = sha256()
    for part in parts:
        body.update(part)
    name = body.hexdigest()[:32].encode()
    return b"/Root %s/Info %s/ID[<%s><%s>]" % (reference(root), reference(info), name, name)


def _table(places: list[bytes], place: int, trailer: bytes) -> bytes:
    number = len(places)
    rows = b"".join([*places, WHOLE + place.to_bytes(4) + b"\0\0"])
    body = _stream(b"/Type/XRef/Size %d/W[1 4 2]%s" % (number + 1, trailer), rows, True)
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, body, place)
