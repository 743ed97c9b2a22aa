"""The editor of a choice of few options: radio buttons, all of them to be seen."""

from collections.abc import Sequence

from grantdesk.call.terms.node import Choice
from grantdesk.ui.editors.choice.offer import Offer, offers
from grantdesk.ui.editors.choice.one import OneEditor


class FewEditor(OneEditor):
    """One of a few options."""

    node: Choice

    def offered(self) -> tuple[Sequence[Offer], str | None]:
        """Those of the list, and what was chosen of it."""
        chosen = None if self.answer is None else str(self.answer)
        return offers(self.desk, self.node, (chosen,) if chosen is not None else ()), chosen

    def pick(self, key: str) -> None:
        """The answer is the id of the option."""
        self.put(key or None)
