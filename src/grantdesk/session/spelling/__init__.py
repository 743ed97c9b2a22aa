"""Spelling of long texts, where the computer has a dictionary for their language.

spelling_of(preferences)         → Spelling: one for all windows of these preferences
proper_of(session)               → Proper: the names that the application itself brings, which are never wrong
words(text)                      → the words of a text that can be judged, with their places
"""

from grantdesk.session.spelling.dictionary import Dictionary, dictionary
from grantdesk.session.spelling.proper import Proper, proper_of
from grantdesk.session.spelling.spelling import Spelling, spelling_of
from grantdesk.session.spelling.word import Word, words

__all__ = ["Dictionary", "Proper", "Spelling", "Word", "dictionary", "proper_of", "spelling_of", "words"]
