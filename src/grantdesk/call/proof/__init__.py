"""A call's own proof: what can be seen to be wrong before anyone has answered.

proved(call)      what is not sound
remarks(call)     what is worth a second look
"""

from grantdesk.call.fault import CallFault, Fault
from grantdesk.call.form import Form
from grantdesk.call.proof.condition import condition_faults
from grantdesk.call.proof.judgement import judgement_faults
from grantdesk.call.proof.limit import limit_faults
from grantdesk.call.proof.text import text_faults
from grantdesk.call.proof.use import unused, unused_faults
from grantdesk.call.terms.call import Call

__all__ = ["proved", "remarks"]


def proved(call: Call) -> list[Fault]:
    """Everything that is not sound in the call: names, types and conditions, texts, limits, what is never used."""
    plain = [*text_faults(call), *limit_faults(call), *unused_faults(call)]
    try:
        form = Form(call)
    except CallFault as trouble:
        return [*trouble.faults, *plain]
    return [*condition_faults(form), *judgement_faults(form), *plain]


def remarks(call: Call) -> list[Fault]:
    """What may be meant so, and may be a slip."""
    return list(unused(call))
