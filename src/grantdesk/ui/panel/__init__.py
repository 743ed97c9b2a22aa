"""What stands beside the page: where one is, and what is still to be done."""
