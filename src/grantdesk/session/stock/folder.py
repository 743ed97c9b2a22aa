"""The applications that lie in a folder: what they are called, for which call, and how far they are."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from grantdesk.files.trouble import NotAllowed
from grantdesk.model.tree import at
from grantdesk.session.application import opened
from grantdesk.words.phrase import Texts

SUFFIX = ".grant"
MOST = 500
"""Files that are listed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An application as it stands in its file. `share` is how much is answered, in basis points."""

    path: Path
    name: str
    call: Texts
    closes: datetime | None
    share: int


def applications(folder: Path) -> list[Path]:
    """The files of applications in a folder, by name. NotAllowed if it cannot be looked into."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() == SUFFIX and path.is_file()]
    except OSError as error:
        raise NotAllowed(folder, writing=False) from error
    return sorted(found, key=lambda path: path.name.casefold())[:MOST]


def listed(path: Path) -> Listed:
    """What is told of one of them. FileTrouble, CallFault."""
    _, application = opened(path)
    call = application.form.call
    title = at(application.answers, (call.parts.title,))
    return Listed(
        path,
        title if isinstance(title, str) else "",
        call.title,
        call.closes.when() if call.closes else None,
        application.report.progress.whole.share,
    )
