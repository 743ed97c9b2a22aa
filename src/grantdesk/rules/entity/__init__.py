"""Examines the project, its rows and its parts, one by one, and remembers each."""
