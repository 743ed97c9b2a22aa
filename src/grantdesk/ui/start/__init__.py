"""The window that comes first: what one worked on, what can be applied for, what a crash left behind."""
