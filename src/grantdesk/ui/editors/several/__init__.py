"""Editors of several choices: ticks, or a list that is searched, with what is chosen above it."""
