"""Long texts: written, pasted, checked for spelling, kept beside their translation."""
