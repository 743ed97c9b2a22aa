"""Editors of choices: one, several, yes or no; from a list of the call or the rows of a table."""
