"""Nodes that are only read have nothing to judge, whatever stands in their place."""

import pytest

from grantdesk.rules.answer.judge import judge
from rules.small import form, node


@pytest.mark.parametrize("value", ["x", 1, {}, True])
def test_what_is_only_read_is_not_judged(value: object):
    call = form([node("told", "info")]).call
    info = call.sections[0].nodes[1]
    assert judge(call, info)(value) == ()
