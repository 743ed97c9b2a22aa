"""Whether a code from a printed page is that of an application."""

import re

from grantdesk.files.grant import Grant, digest
from grantdesk.pdf.code import PREFIX, SHORT, spelled
from grantdesk.session.paper.verdict import Verdict
from grantdesk.words.phrase import Phrase, phrase

SHOWN = 80  # characters of what somebody typed
_APART = re.compile(r"[\s:–—-]+")


def code_verified(code: str, file: Grant) -> Verdict:
    """Whether a code that somebody typed or scanned from paper is that of the application: all of it, or the beginning
    that stands at the foot of every page."""
    asked = _APART.sub("", code).lower().removeprefix(_APART.sub("", PREFIX).lower())
    own = digest(file)
    holds = len(asked) >= SHORT and own.startswith(asked)
    return Verdict(holds, (_said(code, asked, holds, spelled(own[:SHORT])),))


def _said(code: str, asked: str, holds: bool, short: str) -> Phrase:
    if holds:
        return phrase("The paper and the application belong together ({code}).", code=short)
    if len(asked) < SHORT or not re.fullmatch(r"[0-9a-f]+", asked):
        typed = code[:SHOWN]
        return phrase(
            "“{code}” is no code of a printed page: it has 12 or 64 digits and letters A–F.", code=typed
        )
    return phrase("The paper is not of this application as it is now: its code is {code}.", code=short)
