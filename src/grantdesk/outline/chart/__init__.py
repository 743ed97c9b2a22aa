"""Figures that a reader sees at a glance, each with its words and its table."""
