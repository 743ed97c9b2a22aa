"""A desktop for tests: a screen, a window manager, a message bus, the accessibility bus, and a reader of windows."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from machine import there, tool
from screen import ended, screen

WALKER = Path(__file__).with_name("walker.py")
PATIENCE = 20.0
SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
Seen = TypeVar("Seen")


class Gone(AssertionError):
    """What a test waited for never came."""


@dataclass(frozen=True)
class Node:
    """What a screen reader says of one thing in a window."""

    node: int
    depth: int
    role: str
    name: str
    description: str
    labels: list[str]
    states: list[str]
    actions: list[str]

    def __str__(self) -> str:
        return f"{'  ' * self.depth}{self.role} “{self.name}” {' '.join(self.states)} {self.actions}"


def until(look: Callable[[], Seen | None], what: str, patience: float = PATIENCE) -> Seen:
    """What `look` sees, as soon as it sees anything."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if seen := look():
            return seen
        time.sleep(0.1)  # another process is waited for: nothing here could tell us
    raise Gone(what)


class Reader:
    """Reads and uses a program through its accessibility tree alone."""

    def __init__(self, walker: "subprocess.Popen[str]") -> None:
        self._walker = walker
        if self._line() != "ready":
            raise Gone("the program did not come to the accessibility bus")

    def tree(self) -> list[Node]:
        """Everything that is shown."""
        return [Node(**about) for about in self._ask(do="tree")]

    def find(self, name: str, *roles: str) -> Node:
        """The first node of that name (or labelled with it) and of one of the roles, as soon as it is there."""

        def look() -> Node | None:
            fits = (n for n in self.tree() if name in (n.name, *n.labels) and (not roles or n.role in roles))
            return next(fits, None)

        try:
            return until(look, "")
        except Gone:
            shown = "\n".join(map(str, self.tree()))
            raise Gone(f"nothing called “{name}” of {roles} is shown:\n{shown}") from None

    def write(self, name: str, text: str) -> None:
        """Puts a text into the field of that name."""
        field = self.find(name, "text", "entry")
        self._ask(do="focus", node=field.node)
        self._ask(do="write", node=field.node, text=text)

    def read(self, name: str) -> str:
        """What stands in the field of that name."""
        said: str = self._ask(do="read", node=self.find(name, "text", "entry").node)
        return said

    def press(self, name: str, *roles: str) -> None:
        """Presses what is called so."""
        self._ask(do="act", node=self.find(name, *(roles or BUTTONS)).node)

    def focus(self, node: Node) -> None:
        """Brings the focus there."""
        self._ask(do="focus", node=node.node)

    def act(self, node: Node, action: str = "") -> None:
        """Does an action of a node of the last tree."""
        self._ask(do="act", node=node.node, text=action)

    def _ask(self, **wish: Any) -> Any:
        assert self._walker.stdin
        self._walker.stdin.write(json.dumps(wish) + "\n")
        self._walker.stdin.flush()
        answer = self._line()
        if isinstance(answer, dict) and "failed" in answer:
            raise Gone(f"{wish}: {answer['failed']}")
        return answer

    def _line(self) -> Any:
        assert self._walker.stdout
        line = self._walker.stdout.readline()
        if not line:
            raise Gone("the walker ended: the program may never have come to the accessibility bus")
        return json.loads(line)


BUTTONS = (
    "push button",
    "button",
    "toggle button",
    "check box",
    "radio button",
    "list item",
    "link",
    "menu item",
)


class Desktop:
    """A running desktop."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self._stack = ExitStack()

    @contextmanager
    def program(self, command: Sequence[str | Path], home: Path) -> "Iterator[subprocess.Popen[str]]":
        """Runs a program here for a while; what it says lands in home/said.txt."""
        settings = self.environment | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "GRANTDESK_HOME": str(home)}
        home.mkdir(parents=True, exist_ok=True)
        with (home / "said.txt").open("w", encoding="utf-8") as said:
            process = subprocess.Popen(command, env=settings, stdout=said, stderr=said, text=True)
            try:
                yield process
            finally:
                ended(process)

    @contextmanager
    def reader(self, name: str) -> Iterator[Reader]:
        """Reads the window of the program of that name."""
        command = [
            there("/usr/bin/python3"),
            "-W",
            "ignore",
            WALKER,
            name,
        ]  # it calls what newer Atspi renames
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        walker = subprocess.Popen(command, env=self.environment, text=True, **pipes)  # type: ignore[call-overload]
        try:
            yield Reader(walker)
        finally:
            walker.stdin.close()
            ended(walker)
            walker.stdout.close()

    def keys(self, *keys: str) -> None:
        """Presses keys on the keyboard, "ctrl+s"."""
        subprocess.run([tool("xdotool"), "key", "--delay", "30", *keys], env=self.environment, check=True)

    def type(self, text: str) -> None:
        """Types a text on the keyboard."""
        subprocess.run([tool("xdotool"), "type", "--delay", "15", text], env=self.environment, check=True)


def programs() -> None:
    """Skips the test where a desktop cannot be had; in CI it fails."""
    for name in ("Xvfb", "openbox", "xdotool", "dbus-daemon"):
        tool(name)
    there("/usr/libexec/at-spi-bus-launcher")
    there("/usr/lib/python3/dist-packages/gi")


@contextmanager
def desktop(run: Path) -> Iterator[Desktop]:
    """A desktop of its own for a while; `run` is a folder for its sockets."""
    run.chmod(0o700)
    with screen() as shown, ExitStack() as stack:

        def start(*command: str | Path, **more: Any) -> "subprocess.Popen[str]":
            process = subprocess.Popen(command, env=environment, text=True, **(SILENT | more))
            stack.callback(ended, process)
            return process

        plain = {
            name: value for name, value in os.environ.items() if not name.startswith(("DBUS_", "XDG_", "QT_"))
        }
        environment = plain | {"XDG_RUNTIME_DIR": str(run), "LANG": "C.UTF-8", **extra(shown.environment)}
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        assert bus.stdout
        stack.callback(bus.stdout.close)
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        start("openbox")
        start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        yield Desktop(environment)


def extra(shown: dict[str, str]) -> dict[str, str]:
    """What a screen adds to an environment."""
    return {name: shown[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")}
