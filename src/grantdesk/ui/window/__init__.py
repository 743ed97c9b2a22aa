"""The window of one application: header, panels, page, status, commands."""
