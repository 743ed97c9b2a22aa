"""What goes along inside a printed file: the application itself, and every file that its answers name."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from grantdesk.call.form import Form
from grantdesk.files.container.entry import MAGIC
from grantdesk.files.grant import Grant
from grantdesk.files.reading import read
from grantdesk.files.result import put
from grantdesk.files.writing import packed
from grantdesk.model.tree import Answers
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import place
from grantdesk.pdf import Attachment, enclosed
from grantdesk.rules.check import Report
from grantdesk.session.named import DIGEST, named
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

MEDIA = MAGIC.decode()


def enclosures(form: Form, grant: Grant, report: Report, language: Language) -> list[Attachment]:
    """The application first, then its attachments in the order of the answers, each described by its place in the form.

    Unfit, Damaged (an attachment).
    """
    said = language.say(phrase("The application itself, to be opened with grantdesk"))
    own = Attachment(f"{grant.id[:8]}.grant", MEDIA, said, "Source", packed(grant))
    return [own, *_files(form, grant, report.asked, language)]


def lost(grant: Grant, asked: Answers) -> list[str]:
    """The names of the files that answers name and the application does not hold: they cannot go along."""
    return [str(file.get("name", "")) for _, file in named(asked) if file[DIGEST] not in grant.attachments]


def _files(form: Form, grant: Grant, asked: Answers, language: Language) -> Iterator[Attachment]:
    names = Names(form, asked)
    for path, file in named(asked):
        content = grant.attachments.get(file[DIGEST])
        if content is not None:
            said = language.say(place(names, path[:-1]))
            name, media = str(file.get("name", "")), str(file.get("type", ""))
            yield Attachment(name, media, said, "Supplement", content.read())


def extracted(data: bytes, target: Path) -> None:
    """Puts the application that travels inside a printed file at target. NothingEnclosed; what `put` raises."""
    put(target, enclosed(data, MAGIC))


def unpacked(raw: bytes) -> Grant:
    """The application in the bytes that travelled inside a printed file, with its contents in memory.

    FileTrouble: they are a stranger's."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "enclosed.grant"
        path.write_bytes(raw)
        return read(path).grant
