"""What happens at a fault of the program itself: a report on this computer, without a single answer in it."""

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from grantdesk import __version__


def report(error: BaseException) -> str:
    """The places in the program and the kinds of the errors; no message of them, since that may quote an answer."""
    lines = [
        f"grantdesk {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += _frames(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]


def written(error: BaseException) -> Path | None:
    """Puts the report among the logs; None if there is no place for it."""
    from grantdesk.files import places  # for start-up: faults are rare

    try:
        folder = places.state() / "crashes"
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S}.txt"
        file.write_text(report(error), encoding="utf-8")
    except OSError:
        sys.stderr.write(report(error))
        return None
    return file
