"""What is done with rows: the buttons, the steps, and what is told afterwards."""
