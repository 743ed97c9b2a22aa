"""Files that go along with the application."""
