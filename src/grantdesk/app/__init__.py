"""How it starts and stops: the command line, what is put together for it, and what happens at a fault."""
