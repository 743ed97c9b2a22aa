"""What a person has chosen for this computer, and which files they had open: one small JSON file, never trusted."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from grantdesk.files import places
from grantdesk.files.container.source import Source
from grantdesk.files.result import put
from grantdesk.files.trouble import FileTrouble

NAME = "preferences.json"
MOST = 1024 * 1024
RECENT = 30
SIZES = range(100, 201)
SHARES = range(10_001)
LANGUAGES = ("", "fi", "sv", "en")
LOOKS = ("system", "light", "dark", "contrast")
PLACES, PLACE = 20, 4096
LONGEST = {"path": 4096, "opened": 30, "application": 40, "name": 300, "call": 300, "closes": 40}
"""Characters of what a list of files tells of each of them."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A file that was open here. `opened` is UTC, as in files; the rest is how it stood then, to be shown in a list.
    `share` is how much of what is asked was answered, in basis points.

    ValueError for what no file is like.
    """

    path: str
    opened: str = ""
    application: str = ""
    name: str = ""
    call: str = ""
    closes: str = ""
    share: int = 0

    def __post_init__(self) -> None:
        texts = all(_is_text(getattr(self, name), most) for name, most in LONGEST.items())
        _hold(texts and bool(self.path) and _is_of(self.share, SHARES))


@dataclass(frozen=True, slots=True)
class Preferences:
    """`language` empty: the system's. `text` is the size of text in percent. `places` are sizes of windows and panels
    by name, as Qt writes them, in base 64.

    ValueError for what cannot be chosen.
    """

    language: str = ""
    look: str = "system"
    text: int = 100
    spelling: bool = True
    recent: tuple[Recent, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _hold(self.language in LANGUAGES and self.look in LOOKS)
        _hold(_is_of(self.text, SIZES) and isinstance(self.spelling, bool))
        _hold(isinstance(self.recent, tuple) and len(self.recent) <= RECENT)
        _hold(all(isinstance(each, Recent) for each in self.recent))
        _hold(isinstance(self.places, dict) and len(self.places) <= PLACES)
        _hold(all(_is_text(key, PLACE) and _is_text(place, PLACE) for key, place in self.places.items()))


def read() -> Preferences:
    """The preferences; what cannot be read of them is as if it had never been chosen."""
    try:
        source = Source(places.config() / NAME)
        data = json.loads(source.read(0, min(source.size, MOST)))
    except (FileTrouble, ValueError, RecursionError):
        return Preferences()
    return _understood(data if isinstance(data, dict) else {})


def write(preferences: Preferences) -> bool:
    """Keeps them; False if there is no place for them, which is no reason to stop anybody."""
    path = places.config() / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, json.dumps(asdict(preferences), indent=1).encode())
    except (OSError, FileTrouble):
        return False
    return True


def _understood(data: Mapping[str, Any]) -> Preferences:
    """One wrong value does not take the others along."""
    found = Preferences()
    for name in {each.name for each in fields(Preferences)} & data.keys():
        told: Any = data[name]
        try:
            value: dict[str, Any] = {name: tuple(_files(told)) if name == "recent" else told}
            found = replace(found, **value)
        except (ValueError, TypeError):
            continue
    return found


def _files(value: Any) -> Iterator[Recent]:
    """The files of a list that are told as they should be. TypeError if it is none."""
    names = {each.name for each in fields(Recent)}
    for file in value[:RECENT]:
        try:
            yield Recent(**{name: file[name] for name in names & file.keys()})
        except (ValueError, TypeError, AttributeError):
            continue


def _hold(is_so: bool) -> None:
    if not is_so:
        raise ValueError("this is no preference")


def _is_text(value: Any, most: int) -> bool:
    return isinstance(value, str) and len(value) <= most


def _is_of(value: Any, numbers: range) -> bool:
    return type(value) is int and value in numbers
