"""The application as on paper: the pages of its PDF on the screen, and on a printer."""
