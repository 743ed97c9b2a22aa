"""The text of the pages: where its letters stand, and what of it is marked."""
