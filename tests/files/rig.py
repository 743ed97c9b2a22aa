"""What cannot be tried inside pytest: processes that are killed, a small disk, an account without rights.

rig.py kill FOLDER COUNT SEED     saves are killed; prints what was found
rig.py full FOLDER LIMIT          a save that needs more than LIMIT bytes in one file
rig.py barred FOLDER              saves by an account that may write the file but not its folder
rig.py sealed FOLDER              an account that may only read
"""

import importlib
import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from grantdesk.files import canon, grant, reading, writing
from grantdesk.files.container.content import held
from grantdesk.files.disk.lock import Lock
from grantdesk.files.trouble import FileTrouble

NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
CALL = canon.packed({"format": "grantdesk/call", "id": "demo", "version": "1.0"})
NOBODY = 65534


def answers(version: int) -> dict[str, Any]:
    """Answers that all say the version, so that a torn file shows."""
    return {f"row{i}": {"n": version, "text": "ä" * 200} for i in range(300)}


def version_of(path: Path) -> int:
    opened = reading.read(path)
    reading.verify(opened)
    (version,) = {row["n"] for row in opened.grant.answers.values()}
    return int(version)


def begun(path: Path) -> None:
    pdf = held(random.Random(1).randbytes(2**20))
    first = replace(grant.begun(CALL, "rig", NOW, answers(0)), attachments={pdf.sha256: pdf})
    writing.write(first, path)


def save_on(path: Path, report: int) -> None:
    opened = reading.read(path)
    now, stamp, version = opened.grant, opened.stamp, version_of(path)
    while True:
        version += 1
        now = grant.revised(now, answers(version), "rig", NOW)
        stamp = writing.write(now, path, stamp).stamp
        os.write(report, version.to_bytes(4, "big"))


def kill(folder: Path, count: int, seed: int) -> dict[str, int]:
    rnd, path = random.Random(seed), folder / "kill.grant"
    begun(path)
    found = {"saved": 0, "lost": 0, "left": 0, "still left": 0}
    for _ in range(count):
        ear, mouth = os.pipe()
        child = os.fork()
        if not child:
            os.close(ear)
            save_on(path, mouth)
        os.close(mouth)
        time.sleep(rnd.uniform(0.005, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(ear, "rb") as said:
            acknowledged = [int.from_bytes(x, "big") for x in iter(lambda: said.read(4), b"")]
        version = version_of(path)
        found["saved"] += len(acknowledged)
        found["lost"] += version < max(acknowledged, default=0)
        found["left"] += any(folder.glob(".*.tmp"))
        Lock.take(path, "rig", NOW).release()
        found["still left"] += any(folder.glob(".*.tmp"))
    return found


def full(folder: Path, limit: int) -> dict[str, str | int]:
    path = folder / "full.grant"
    begun(path)
    opened = reading.read(path)
    big = held(random.Random(2).randbytes(2 * limit))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    more = replace(grant.revised(opened.grant, answers(1), "rig", NOW), attachments={big.sha256: big})
    return {"trouble": trouble(lambda: writing.write(more, path, opened.stamp)), "version": version_of(path)}


def barred(folder: Path) -> dict[str, Any]:
    path, home = folder / "barred.grant", Path(os.environ["GRANTDESK_HOME"])
    begun(path)
    path.chmod(0o666)
    folder.chmod(0o755)
    home.chmod(0o777)
    without_rights()
    lock = Lock.take(path, "rig", NOW)
    opened = reading.read(path)
    now, stamp = opened.grant, opened.stamp
    for version in (1, 2):
        now = grant.revised(now, answers(version), "rig", NOW)
        stamp = writing.write(now, path, stamp).stamp
    return {
        "version": version_of(path),
        "locked": bool(lock.token),
        "notice": lock.notice and lock.notice.said,
        "beside": sorted(x.name for x in folder.iterdir()),
        "aside": sorted(x.name for x in (home / "state/moving").iterdir()),
        "backups": len(list(home.glob("data/backups/*/*.grant"))),
    }


def sealed(folder: Path) -> dict[str, Any]:
    path = folder / "sealed.grant"
    begun(path)
    path.chmod(0o444)
    folder.chmod(0o555)
    without_rights()
    opened = reading.read(path)
    change = grant.revised(opened.grant, answers(1), "rig", NOW)
    targets = (path, folder / "new.grant")
    said = [trouble(partial(writing.write, change, target)) for target in targets]
    return {"troubles": said, "version": version_of(path)}


def trouble(work: Callable[[], object]) -> str:
    try:
        work()
    except FileTrouble as caught:
        return type(caught).__name__
    return ""


def without_rights() -> None:
    importlib.import_module("tempfile")  # Python itself may lie where such an account cannot read
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


if __name__ == "__main__":
    name, where, *numbers = sys.argv[1:]
    work: dict[str, Callable[..., Any]] = {"kill": kill, "full": full, "barred": barred, "sealed": sealed}
    print(json.dumps(work[name](Path(where), *map(int, numbers))))
