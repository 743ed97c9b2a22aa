"""Whether a code from a printed page is that of an application."""

import re

from grantdesk.files.grant import Grant, digest
from grantdesk.pdf.code import PREFIX, SHORT, spelled
from grantdesk.session.paper.verdict import Fit, Verdict
from grantdesk.words.phrase import Phrase, phrase

SHOWN = 80  # characters of what somebody typed
_APART = re.compile(r"[\s:–—-]+")


def code_verified(code: str, file: Grant) -> Verdict:
    """Whether a code that somebody typed or scanned from paper is that of the application: all of it, or the beginning
    that stands at the foot of every page."""
    asked = _APART.sub("", code).lower().removeprefix(_APART.sub("", PREFIX).lower())
    own, is_code = digest(file), len(asked) >= SHORT and re.fullmatch(r"[0-9a-f]+", asked) is not None
    fit: Fit = "unread" if not is_code else "same" if own.startswith(asked) else "differs"
    return Verdict(fit == "same", (_said(code, fit, spelled(own[:SHORT])),), fit=fit)


def _said(code: str, fit: Fit, short: str) -> Phrase:
    match fit:
        case "same":
            return phrase("The paper and the application belong together ({code}).", code=short)
        case "unread":
            typed = code[:SHOWN]
            return phrase(
                "“{code}” is no code of a printed page: it has 12 or 64 digits and letters A–F.", code=typed
            )
        case _:
            return phrase(
                "The paper is not of this application as it is now: its code is {code}.", code=short
            )
