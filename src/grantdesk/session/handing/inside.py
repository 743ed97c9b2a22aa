"""What travels inside a PDF: the application, to be taken out byte for byte, and the files that go along with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grantdesk.files.result import got, put
from grantdesk.session.handing.attached import attached, content, free, safe
from grantdesk.session.session import Session
from grantdesk.words.language import Language


@dataclass(frozen=True, slots=True)
class Inside:
    """The bytes of the application in the PDF at `pdf`. Nothing of them has been read yet."""

    pdf: Path
    raw: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """What its file might be called."""
        return f"{self.pdf.stem}.grant"


def inside(pdf: Path) -> Inside:
    """What is in a PDF. FileTrouble; NothingEnclosed if no application is in it."""
    from grantdesk.files.container.entry import MAGIC  # for start-up: PDFs are rarely opened
    from grantdesk.pdf import enclosed

    return Inside(pdf, enclosed(got(pdf), MAGIC))


def take_out(found: Inside, target: Path) -> None:
    """Puts the application at target, byte for byte. What `put` raises."""
    put(target, found.raw)


def take_attachments(found: Inside, folder: Path, language: Language) -> list[Path]:
    """Puts every file that goes along with the application into a folder, in the order of the form; nothing that lies
    there is replaced. FileTrouble, CallFault; what `put` raises."""
    from grantdesk.session.paper.enclosing import unpacked  # for start-up: as above

    session = Session(unpacked(found.raw), read_only=True)
    return list(_taken(session, folder, language))


def _taken(session: Session, folder: Path, language: Language) -> Iterator[Path]:
    for file in attached(session, language):
        target = free(folder / safe(file.name))
        put(target, content(session, file).read())
        yield target
