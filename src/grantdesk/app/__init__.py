"""How it starts and stops."""
