"""grantdesk: grant applications filled in, checked, put together and printed, offline."""

__version__ = "0.1.0"
