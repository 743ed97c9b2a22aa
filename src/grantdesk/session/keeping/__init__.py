"""How the work of a session stays: saved to its file, watched there, and kept aside until it is saved."""
