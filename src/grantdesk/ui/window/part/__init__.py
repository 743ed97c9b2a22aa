"""The parts of the window beside and over the page, and the middle column itself."""
