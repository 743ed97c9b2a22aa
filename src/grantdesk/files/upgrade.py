"""Brings the raw data of older files up to the format of today, one small step a version.

History of the format
    1   the first: manifest.json, application.json, call.json, attachments/

A step takes the raw data {"manifest": …, "application": …} of its version and gives that of the next. It changes
nothing that it was given, is never edited once released, and has a frozen file in tests/old.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from grantdesk.files.canon import Flaw
from grantdesk.files.grant import VERSION
from grantdesk.words.phrase import phrase

Raw: TypeAlias = Mapping[str, Any]
Step: TypeAlias = Callable[[Raw], Raw]

STEPS: Final[Mapping[int, Step]] = {}


def upgraded(raw: Raw, steps: Mapping[int, Step] = STEPS, current: int = VERSION) -> Raw:
    """The raw data in the format `current`; data of that format or a newer one stays as it is.

    Flaw if its version has no step, as a version that was never released.
    """
    while (version := raw["manifest"]["version"]) < current:
        if version not in steps:
            raise Flaw(phrase("it is of a format that never was"))
        raw = steps[version](raw)
        raw = {**raw, "manifest": {**raw["manifest"], "version": version + 1}}
    return raw
