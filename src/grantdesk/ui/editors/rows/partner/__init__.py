"""Partners as cards: who they are, how far their parts are, what they cost; and copying one from another file."""
