"""What an application is on paper: printed with itself inside, and checked against its data again."""
