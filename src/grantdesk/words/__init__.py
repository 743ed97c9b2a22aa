"""How a thing is said."""
