"""What a PDF file is made of: objects, the structure tree, metadata, marked pages.

The rules are ISO 32000-1 (PDF 1.7), ISO 19005-3 (PDF/A-3, level A) and ISO 14289-1 (PDF/UA-1); a number such as
6.1.7.1 in this package is a clause of ISO 19005-3.
"""
