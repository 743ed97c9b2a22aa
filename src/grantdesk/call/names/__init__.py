"""Does every name in a call lead somewhere, and to a thing of the kind that is meant?"""

from collections.abc import Iterator

from grantdesk.call.fault import Fault
from grantdesk.call.names.cost import cost_faults, financing_faults
from grantdesk.call.names.judging import judging_faults, parts_faults
from grantdesk.call.names.node import node_faults
from grantdesk.call.terms.call import Call


def unresolved(call: Call) -> Iterator[Fault]:
    """Every name that leads nowhere, and every id that stands twice in its scope."""
    yield from node_faults(call)
    yield from cost_faults(call)
    yield from financing_faults(call)
    yield from parts_faults(call)
    yield from judging_faults(call)
