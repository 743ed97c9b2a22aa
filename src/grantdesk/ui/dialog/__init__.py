"""Questions to the person, and what comes up over the window."""
