"""Puts pages on paper: what a person chooses, and the way to the system's printers."""
