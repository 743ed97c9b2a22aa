"""Editors of one line: a text, an amount, a number, a rate, a day, an identifier."""
