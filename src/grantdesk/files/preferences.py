"""What a person has chosen for this computer, and which files they had open: one small JSON file, never trusted."""

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grantdesk.files import places
from grantdesk.files.result import put
from grantdesk.files.trouble import FileTrouble

NAME = "preferences.json"
MOST = 64 * 1024
RECENT = 30


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Recent(_Kept):
    """A file that was open here. `opened` is UTC, as in files; the rest is how it stood then, to be shown in a list."""

    path: Annotated[str, Field(min_length=1, max_length=4096)]
    opened: Annotated[str, Field(max_length=30)] = ""
    application: Annotated[str, Field(max_length=40)] = ""
    name: Annotated[str, Field(max_length=300)] = ""
    call: Annotated[str, Field(max_length=300)] = ""
    closes: Annotated[str, Field(max_length=40)] = ""
    share: Annotated[int, Field(ge=0, le=10_000)] = 0
    """How much of what is asked was answered, in basis points."""


class Preferences(_Kept):
    """`language` empty: the system's. `text` is the size of text in percent. `places` are sizes of windows and panels
    by name, as Qt writes them, in base 64."""

    language: Literal["", "fi", "sv", "en"] = ""
    look: Literal["system", "light", "dark", "contrast"] = "system"
    text: Annotated[int, Field(ge=100, le=200)] = 100
    spelling: bool = True
    recent: Annotated[tuple[Recent, ...], Field(max_length=RECENT)] = ()
    places: Annotated[dict[str, Annotated[str, Field(max_length=4096)]], Field(max_length=20)] = Field(
        default_factory=dict
    )


def read() -> Preferences:
    """The preferences; what cannot be read of them is as if it had never been chosen."""
    try:
        with (places.config() / NAME).open("rb") as file:
            data = json.loads(file.read(MOST))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    return _understood(data if isinstance(data, dict) else {})


def _understood(data: dict[str, object]) -> Preferences:
    try:
        return Preferences.model_validate(data)
    except ValidationError as error:
        wrong = {fault["loc"][0] for fault in error.errors()}
        return Preferences.model_validate({key: value for key, value in data.items() if key not in wrong})


def write(preferences: Preferences) -> bool:
    """Keeps them; False if there is no place for them, which is no reason to stop anybody."""
    path = places.config() / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, json.dumps(preferences.model_dump(), ensure_ascii=False, indent=1).encode())
    except (OSError, FileTrouble):
        return False
    return True
