"""The running program: its windows, what becomes of a fault, and what it remembers of the files that were open."""
