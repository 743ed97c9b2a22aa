"""How an expression is written: its tokens, its parts, and the way from the one to the other."""
