"""The window in which an application is filled in: its frame, its commands, how it saves and closes."""
