"""The dictionaries of the computer, asked through Enchant. Where there are none, nothing is wrong."""

from collections.abc import Mapping
from typing import Protocol, cast

TAGS: Mapping[str, tuple[str, ...]] = {
    "fi": ("fi_FI", "fi"),
    "sv": ("sv_FI", "sv_SE", "sv"),
    "en": ("en_GB", "en_US", "en"),
}
"""What a language's dictionaries may be called, the best first."""


class Dictionary(Protocol):
    """Judges the words of one language. For one thread at a time."""

    def check(self, word: str) -> bool:
        """Is it spelt right? The word is not empty."""
        ...

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first."""
        ...


def dictionary(language: str) -> Dictionary | None:
    """The dictionary of a language, "fi", "sv" or "en"; None if the computer has none. Takes up to some 100 ms."""
    try:
        from enchant import Broker, errors  # 34 ms, and it fails where the C library is not installed
    except (ImportError, OSError):
        return None
    broker = Broker()
    for tag in TAGS.get(language, ()):
        try:
            if broker.dict_exists(tag):
                return cast(Dictionary, broker.request_dict(tag))
        except errors.Error:
            continue
    return None
