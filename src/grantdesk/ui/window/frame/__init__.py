"""The head and the foot of the window."""
