"""Pictures of strangers: opened within bounds, drawn anew in a process of their own, and remembered."""
