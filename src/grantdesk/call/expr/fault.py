"""What is wrong in an expression, and where."""

from grantdesk.words.phrase import Phrase
from grantdesk.words.trouble import Trouble


class ExpressionFault(Trouble):
    """An expression that is not sound. `position` is the offset of the first character of what is wrong."""

    def __init__(self, phrase: Phrase, position: int) -> None:
        super().__init__(phrase)
        self.position = position
