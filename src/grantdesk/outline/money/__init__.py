"""What things cost and who pays, as tables."""
