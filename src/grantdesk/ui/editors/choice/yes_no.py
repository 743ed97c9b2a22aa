"""The editor of a question that is answered by yes or no."""

from collections.abc import Sequence

from grantdesk.call.terms.node import YesNo
from grantdesk.ui.editors.choice.offer import Offer
from grantdesk.ui.editors.choice.one import OneEditor

KEYS = {"yes": True, "no": False}


class YesNoEditor(OneEditor):
    """Two radio buttons side by side. Nothing is chosen before somebody chooses."""

    node: YesNo

    def offered(self) -> tuple[Sequence[Offer], str | None]:
        """The two; what is neither is shown as it came."""
        answer, language = self.answer, self.desk.speech.language
        chosen = next((key for key, value in KEYS.items() if value is answer), None)
        found = [Offer(key, language.yes_no(value)) for key, value in KEYS.items()]
        if answer is not None and chosen is None:
            chosen = "other"
            found.append(Offer(chosen, str(answer)))
        return found, chosen

    def pick(self, key: str) -> None:
        """The answer is true or false."""
        if key in KEYS or not key:
            self.put(KEYS.get(key))
