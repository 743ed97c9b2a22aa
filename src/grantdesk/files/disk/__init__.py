"""How bytes get to the disk and stay there: whole or not at all, with the old version kept, by one person at a time."""
