"""What is shown and not edited: figures that are worked out, and texts to read."""
