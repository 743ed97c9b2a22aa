"""The ways into the desk, and the window that each application gets: to work in, or to read in."""
