"""Whether a code from a printed page is that of an application."""

import re

from grantdesk.files.grant import Grant, digest
from grantdesk.pdf.code import PREFIX, SHORT, spelled
from grantdesk.session.paper.verdict import Fit, Verdict
from grantdesk.words.phrase import Phrase, counted, phrase

SHOWN = 80  # characters of what somebody typed
SLIPS = (
    2  # characters that may be wrong in a code of which all others are right: it is more likely typed wrong
)
_WHOLE = 64
_APART = re.compile(r"[\W_]+")
_PREFIX = _APART.sub("", PREFIX).lower()
_TAKEN_FOR = str.maketrans("oilsz", "01152")  # letters that no code has, and the digits that look like them


def code_verified(code: str, file: Grant) -> Verdict:
    """Whether a code that somebody typed or scanned from paper is that of the application: all of it, or the beginning
    that stands at the foot of every page. Capitals, spaces and lines do not matter, nor an O for a 0."""
    asked = _APART.sub("", code).lower().removeprefix(_PREFIX).translate(_TAKEN_FOR)
    own = digest(file)
    fit: Fit = "same" if len(asked) >= SHORT and own.startswith(asked) else _misfit(asked, own)
    return Verdict(fit == "same", (_said(code, asked, fit, own),), fit=fit)


def _misfit(asked: str, own: str) -> Fit:
    """Is it another code, or a mistake in typing one?"""
    is_code = len(asked) in (SHORT, _WHOLE) and re.fullmatch(r"[0-9a-f]+", asked)
    return "differs" if is_code and _slips(asked, own) > SLIPS else "unread"


def _slips(asked: str, own: str) -> int:
    """How many characters are not those that stand at the same place."""
    return sum(one != other for one, other in zip(asked, own, strict=False))


def _said(code: str, asked: str, fit: Fit, own: str) -> Phrase:
    short = spelled(own[:SHORT])
    if fit == "same":
        return phrase("The paper and the application belong together ({code}).", code=short)
    if fit == "differs":
        return phrase("The paper is not of this application as it is now: its code is {code}.", code=short)
    if not re.fullmatch(r"[0-9a-f]+", asked):
        return phrase(
            "“{code}” is no code of a printed page: it has 12 or 64 digits and letters A–F.",
            code=code[:SHOWN],
        )
    if len(asked) in (SHORT, _WHOLE):
        return counted(
            "All but {n} character of the code is right. Compare what you typed with the paper.",
            "All but {n} characters of the code are right. Compare what you typed with the paper.",
            n=_slips(asked, own),
        )
    return counted(
        "The code is not whole: it has {n} character. It has 12 at the foot of a page, and 64 on the first one.",
        "The code is not whole: it has {n} characters. It has 12 at the foot of a page, and 64 on the first one.",
        n=len(asked),
    )
