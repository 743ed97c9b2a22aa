"""An application put together from its file: its call made ready, its answers checked and laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from grantdesk import __version__
from grantdesk.call.author import assembled
from grantdesk.call.form import Form
from grantdesk.call.pack import packed, read
from grantdesk.call.terms.call import Call
from grantdesk.files import calls, places, reading
from grantdesk.files.grant import Grant
from grantdesk.files.reading import Opened
from grantdesk.model.tree import Answers
from grantdesk.rules.check import Checker, Report
from grantdesk.words.language import Language

if TYPE_CHECKING:  # for start-up
    from grantdesk.outline.block import Outline
    from grantdesk.outline.fact.name import Names

PROGRAM = f"grantdesk {__version__}"


@lru_cache(maxsize=8)
def form_of(call: bytes) -> Form:
    """The form of a packed call. CallFault if it is not sound."""
    return Form(read(call))


@dataclass(frozen=True)
class Application:
    """One revision of an application with everything that follows from it, worked out when it is asked for.

    `checked` is the report on its answers, from whoever has it already.
    """

    grant: Grant
    checked: Report | None = field(default=None, compare=False, repr=False)

    @cached_property
    def form(self) -> Form:
        """The call that travels with the answers, ready."""
        return form_of(self.grant.call)

    @cached_property
    def report(self) -> Report:
        """Findings, figures, progress."""
        return self.checked or Checker(self.form).report(self.grant.answers)

    @property
    def answers(self) -> Answers:
        """What was said."""
        return self.grant.answers

    @cached_property
    def names(self) -> "Names":
        """What the rows of all tables are called."""
        from grantdesk.outline.fact.name import Names  # for start-up: a clean application needs none

        return Names(self.form, self.answers)

    def outline(self, lang: Language, empty: bool = True, guidance: bool = False) -> "Outline":
        """The application as a reader meets it; `empty` keeps optional parts without answers, `guidance` adds where the
        call notice should be checked."""
        from grantdesk.outline.edition import Edition  # for start-up: checking needs no outline
        from grantdesk.outline.outline import outlined

        edition = Edition(
            identity=identity(self.grant), saved=self.grant.saved, empty=empty, guidance=guidance
        )
        return outlined(self.form, self.answers, self.report, lang, edition)


def identity(grant: Grant) -> str:
    """The application and its revision, short enough for the foot of a page."""
    return f"{grant.id[:8]}-{grant.revision[:8]}"


def opened(path: Path) -> tuple[Opened, Application]:
    """The file and the application in it. FileTrouble, CallFault."""
    file = reading.read(path)
    return file, Application(file.grant)


@dataclass(frozen=True, slots=True)
class Found:
    """A call as it lies on the disk, with the sample answers beside it."""

    call: Call
    samples: Mapping[str, object]


def found(name: str) -> Found:
    """A call by its id among those that come with the program, or by the path of its folder or packed file.

    FileTrouble, CallFault.
    """
    built_in = {path.stem: path for path in places.calls()}
    path = built_in.get(name, Path(name))
    if path.suffix == ".json":
        return Found(read(calls.packed(path)), {})
    folder = calls.folder(path)
    return Found(assembled(folder.parts), folder.samples)


def packed_call(name: str) -> bytes:
    """The packed call by id or path."""
    return packed(found(name).call)
