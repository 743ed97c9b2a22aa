"""What lies at hand to begin with: calls, the applications of a folder, the resources of the program."""
