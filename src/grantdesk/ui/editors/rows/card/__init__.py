"""Rows as cards: a head that says how far a row is, and fields while it is open."""
