"""What cannot be tried inside pytest: a person at work whose program is killed, and a disk that takes no more.

rig.py kill FOLDER COUNT SEED    edits and saves go on and on, and are killed; prints what was found
rig.py full FOLDER LIMIT         a save that needs more than LIMIT bytes in one file
"""

import json
import os
import random
import resource
import signal
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer

from desks import grant_of
from grantdesk.files import reading, writing
from grantdesk.files.container.content import held
from grantdesk.model.tree import at
from grantdesk.session.earlier.left import left_behind
from grantdesk.session.opening import Opening, opened, restored
from grantdesk.words.phrase import phrase

SAID = phrase("Undo")
PEOPLE = ("people",)
ACK = struct.Struct("<qd")  # which edit, and when it was there for the person to see
STORY = "ä" * 20_000
EDIT_MS = 15
SAVE_MS = (140, 800, 5000)  # a person saves all the time, now and then, or leaves it to the program


def begun(path: Path) -> None:
    writing.write(grant_of("kinds", {"people": 0, "story": STORY}), path)


def number(answers: Any) -> int:
    found = at(answers, PEOPLE)
    assert isinstance(found, int)
    return found


def work_on(path: Path, report: int, seed: int) -> None:
    """A person edits, saves now and then and attaches a file; every edit is told once it is in the window."""
    app, rnd = QCoreApplication([]), random.Random(seed)
    opening = started(path)
    session, keeper = opening.session, opening.keeper
    pdf = session.hold(held(rnd.randbytes(200_000)))
    file = {"pos": "V", "name": "a.pdf", "type": "application/pdf", "size": pdf.size, "sha256": pdf.sha256}
    session.edit({("files", "a"): file}, SAID)

    def edit() -> None:
        n = number(session.answers) + 1
        session.edit({PEOPLE: n}, SAID, typing=PEOPLE)
        os.write(report, ACK.pack(n, time.monotonic()))

    timers = [QTimer(interval=EDIT_MS), QTimer(interval=rnd.choice(SAVE_MS) + rnd.randrange(40))]
    for timer, act in zip(timers, (edit, keeper.save), strict=True):
        timer.timeout.connect(act)
        timer.start()
    app.exec()


def started(path: Path) -> Opening:
    """What the next start gives the person."""
    work = left_behind()
    opening = restored(work[0]) if work else opened(path)
    assert opening.keeper.path == path
    return opening


def kill(folder: Path, count: int, seed: int) -> dict[str, int]:
    rnd, path = random.Random(seed), folder / "kill.grant"
    begun(path)
    found = {"acknowledged": 0, "old": 0, "lost": 0, "apart": 0, "offered": 0, "saved": 0}
    for _ in range(count):
        ear, mouth = os.pipe()
        child = os.fork()
        if not child:
            os.close(ear)
            work_on(path, mouth, rnd.randrange(10**6))
        os.close(mouth)
        with os.fdopen(ear, "rb") as said:
            first = said.read(ACK.size)  # it is at work
            time.sleep(rnd.uniform(0.02, 1.7))
            moment = time.monotonic()
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            told = [
                ACK.unpack(x) for x in (first, *iter(lambda: said.read(ACK.size), b"")) if len(x) == ACK.size
            ]
        judge(path, found, [n for n, when in told if when <= moment - 1], len(told))
    return found


def judge(path: Path, found: dict[str, int], old: list[int], told: int) -> None:
    """What is on the disk now, against what was acknowledged more than a second before the kill."""
    there = reading.read(path)
    reading.verify(there)
    work = left_behind()
    saved = number(there.grant.answers)
    now = max(saved, *(number(each.record.grant.answers) for each in work)) if work else saved
    found["acknowledged"] += told
    found["old"] += len(old)
    found["lost"] += now < max(old, default=0)
    found["apart"] += any(each.fate != "same" for each in work) or len(work) > 1
    found["offered"] += bool(work)
    found["saved"] += saved > 0


def full(folder: Path, limit: int) -> dict[str, Any]:
    app, path = QCoreApplication([]), folder / "full.grant"
    begun(path)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    opening = opened(path)
    big = opening.session.hold(held(random.Random(2).randbytes(2 * limit)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    told: list[str] = []
    opening.keeper.troubled.connect(lambda trouble: told.append(type(trouble).__name__))
    opening.keeper.kept.connect(lambda: told.append("kept"))
    file = {"pos": "V", "name": "a.pdf", "type": "application/pdf", "size": big.size, "sha256": big.sha256}
    opening.session.edit({("files", "a"): file, PEOPLE: 5}, SAID)
    opening.keeper.save()
    end = time.monotonic() + 10
    while len(told) < 2 and time.monotonic() < end:
        app.processEvents()
    is_saved = opening.keeper.is_saved
    opening.keeper.close()
    (work,) = left_behind()
    return {
        "told": sorted(set(told)),
        "saved": is_saved,
        "in the file": number(reading.read(path).grant.answers),
        "in recovery": number(work.record.grant.answers),
    }


if __name__ == "__main__":
    name, where, *numbers = sys.argv[1:]
    tries: dict[str, Callable[..., Any]] = {"kill": kill, "full": full}
    print(json.dumps(tries[name](Path(where), *map(int, numbers))))
