"""The program's own resources for the window, which asks the session for all that lies on the disk."""

from grantdesk.files.places import cache, resource

__all__ = ["cache", "resource"]
