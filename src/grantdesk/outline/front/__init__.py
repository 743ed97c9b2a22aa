"""What stands before the first section."""
