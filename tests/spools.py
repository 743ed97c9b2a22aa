"""A spooler for tests: programs called lp and lpstat that write down what they were asked."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

LPSTAT = """#!{python}
import sys, pathlib
here = pathlib.Path({here!r})
if (here / "silent").exists():
    sys.exit(1)
if sys.argv[1] == "-e":
    print("Attic\\nCellar\\nOffice")
else:
    print("system default destination: Office")
"""
LP = """#!{python}
import json, pathlib, sys
here = pathlib.Path({here!r})
if (here / "refuses").exists():
    print("lp: The printer or class does not exist.", file=sys.stderr)
    sys.exit(1)
number = len(list(here.glob("*.job")))
(here / f"{{number}}.pdf").write_bytes(pathlib.Path(sys.argv[-1]).read_bytes())
(here / f"{{number}}.job").write_text(json.dumps(sys.argv[1:]))
print("request id is Office-1 (1 file(s))")
"""


@dataclass(frozen=True)
class Job:
    """What was handed over: the arguments and the file."""

    arguments: list[str]
    data: bytes

    @property
    def options(self) -> set[str]:
        """The values of -o."""
        return {
            value for flag, value in zip(self.arguments, self.arguments[1:], strict=False) if flag == "-o"
        }

    @property
    def path(self) -> Path:
        """Where the file was."""
        return Path(self.arguments[-1])


class Spool:
    """The spooler of a test, in a folder of its own."""

    def __init__(self, here: Path) -> None:
        self._here = here
        here.mkdir()
        for name, source in (("lp", LP), ("lpstat", LPSTAT)):
            program = here / name
            program.write_text(source.format(python=sys.executable, here=str(here)))
            program.chmod(0o755)

    @property
    def path(self) -> str:
        """For PATH: before all others."""
        return f"{self._here}{os.pathsep}{os.environ['PATH']}"

    @property
    def jobs(self) -> list[Job]:
        """Everything that was printed."""
        files = sorted(self._here.glob("*.job"))
        return [Job(json.loads(file.read_text()), file.with_suffix(".pdf").read_bytes()) for file in files]

    def silence(self) -> None:
        """Does not answer any more."""
        (self._here / "silent").touch()

    def refuse(self) -> None:
        """Does not take anything any more."""
        (self._here / "refuses").touch()
