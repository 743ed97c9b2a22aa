"""The commands: what grantdesk does without a window."""
