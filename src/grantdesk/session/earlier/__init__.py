"""What was before: an earlier application, an earlier version, what a crash left; and what differs from it."""
