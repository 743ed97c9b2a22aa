"""Finding one's way: go to anything by a few letters, and find a word in the answers."""
