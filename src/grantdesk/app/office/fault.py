"""What is shown after a fault of the program, and what the person can do about it then."""

from functools import partial
from pathlib import Path

from grantdesk.app.office.office import Office
from grantdesk.files import places
from grantdesk.files.result import put
from grantdesk.session.handing.attached import free
from grantdesk.ui.dialog.crash import CrashDialog, Fault
from grantdesk.ui.window.part.title import documents
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

NAME = "grantdesk-report.txt"


def tell(office: Office, report: str, file: Path | None) -> None:
    """Tells of it; ends the program if the person would rather begin anew."""
    kept = places.state() / "recovery" if office.is_kept else None
    dialog = CrashDialog(office.stage, Fault(report, file, kept), office.front())
    dialog.save_wanted.connect(partial(_save, office, dialog))
    dialog.exec()
    dialog.deleteLater()
    if dialog.wants_end:
        office.end()


def _save(office: Office, dialog: CrashDialog) -> None:
    """Writes the report where the person wants it."""
    ask = office.ask_over(dialog)
    path = ask.file_to_save("text", free(documents() / NAME))
    if path is None:
        return
    try:
        put(path, dialog.report.toPlainText().encode())
    except Trouble as trouble:
        dialog.tell(trouble.phrase)
    else:
        dialog.tell(phrase("The report is in {file}.", file=str(path)))
