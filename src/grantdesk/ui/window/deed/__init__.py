"""What can be done in the window, and the table in which each thing is declared once."""
