"""The empty form of a call on paper, to be filled in by hand, in any of its languages."""

from dataclasses import dataclass, field
from pathlib import Path

from grantdesk.call.form import Form
from grantdesk.files.result import put
from grantdesk.session.application import found
from grantdesk.words.language import Language


@dataclass(frozen=True, slots=True)
class EmptyForm:
    """Of the `call` by its id, or of the `form` of an application that is open: its call travels with it."""

    call: str
    form: Form | None = field(default=None, repr=False)

    def name(self, language: str) -> str:
        """What its file might be called."""
        return f"{self.call} ({language}).pdf"

    def export(self, language: str, target: Path) -> Path:
        """Puts the PDF in the language of the code at target. FileTrouble, CallFault; what `put` raises."""
        from grantdesk.session.paper.printing import form_printed  # for start-up: few people write by hand

        put(target, form_printed(self.form or Form(found(self.call).call), Language(language)))
        return target
