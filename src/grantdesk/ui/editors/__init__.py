"""What somebody answers with, by hand for each kind of node."""
