"""What somebody pastes into a long text, without what a word processor, a mail or a PDF leaves in it.

pasted(html, text)   → paragraphs and lists, from what the clipboard holds
plain(text)          → the text as it is
"""

from grantdesk.ui.editors.long.paste.pasted import LONGEST, pasted, plain

__all__ = ["LONGEST", "pasted", "plain"]
