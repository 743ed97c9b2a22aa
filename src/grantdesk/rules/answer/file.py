"""Attachments: how many, of which format, how large."""

from collections.abc import Iterator, Mapping
from typing import Any

from grantdesk.call.terms.node import Attachment
from grantdesk.model.order import ordered
from grantdesk.rules.fault import SHAPE, Fault, Judge, quoted
from grantdesk.words.phrase import Bytes

SAME = {"jpeg": "jpg"}


def attachment(node: Attachment) -> Judge:
    """What the answer says of the files; the files themselves are looked at where they are added."""

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, dict) or not all(isinstance(file, dict) for file in value.values()):
            return [SHAPE]
        faults = [fault for key, file in ordered(value) for fault in _file(node, key, file)]
        if len(value) > node.most:
            faults.append(Fault("files_many", {"n": node.most}))
        return faults

    return judged


def _file(node: Attachment, key: str, file: Mapping[str, Any]) -> Iterator[Fault]:
    name, size = file.get("name"), file.get("size")
    if not isinstance(name, str) or not isinstance(size, int) or isinstance(size, bool) or size < 0:
        yield Fault("shape", below=(key,))
        return
    ending = name.lower().rpartition(".")[2] if "." in name else ""
    if SAME.get(ending, ending) not in node.formats:
        yield Fault("format", {"name": quoted(name), "formats": ", ".join(node.formats)}, (key,))
    if size > node.most_size:
        yield Fault(
            "size", {"name": quoted(name), "size": Bytes(size), "most": Bytes(node.most_size)}, (key,)
        )
