"""What shall be said of answers and rows, before anyone has chosen a language."""
