"""Answers that come from outside: JSON into the tree and back, and one typed text into an answer.

    entered(form, data)                  → Entered, or Misfit with every place that does not fit
    given(form, answers)                 → the JSON that `entered` reads
    typed(node, text, language, call)    → an answer, or Unreadable

The JSON is told in docs/call-format.md.
"""

from grantdesk.call.entry.giving import given
from grantdesk.call.entry.misfit import Misfit
from grantdesk.call.entry.reading import Entered, entered
from grantdesk.call.entry.typing import typed

__all__ = ["Entered", "Misfit", "entered", "given", "typed"]
