"""What was found in one sentence, and how good or bad it is."""

from grantdesk.session.handing.proving import Verdict
from grantdesk.ui.piece.banner import Tone
from grantdesk.words.phrase import Phrase, phrase


def headline(verdict: Verdict) -> tuple[Phrase, Tone]:
    """The sentence that stands above everything else, and its tone."""
    if not verdict.sound:
        if verdict.fit == "same":
            return phrase("The answers are the same, but the PDF is not as it was made"), "error"
        return phrase("The PDF is not as it was made"), "error"
    match verdict.fit:
        case "alone":
            return phrase("The PDF is as it was made"), "ok"
        case "same":
            return phrase("They belong together"), "ok"
        case "changed":
            return phrase("The application has changed since"), "warning"
        case "differs":
            return phrase("The page was not printed from the application as it is now"), "warning"
        case "other":
            return phrase("They do not belong together"), "error"
        case _:
            return phrase("That is not the code of a printed page"), "warning"
