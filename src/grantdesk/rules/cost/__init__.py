"""What a part costs and who pays it."""
