"""What the commands are called and where each is, and what is a file instead."""

from pathlib import Path

COMMANDS = {
    "desk": "desk:desk",
    "calls": "command.calls:calls",
    "call": "command.calls:call",
    "new": "command.change:new",
    "set": "command.change:set_",
    "show": "command.read:show",
    "check": "command.check:check",
    "export": "command.export:export",
    "extract": "command.extract:extract",
    "sign": "command.sign:sign_",
    "verify": "verify:verify",
    "rescue": "command.read:rescue",
    "demo": "command.demo:demo",
    "selftest": "selftest:selftest",
}
"""The module and the name in it."""


def is_file(argument: str) -> bool:
    """Does an argument in place of a command name a file?"""
    if argument in COMMANDS or argument.startswith("-"):
        return False
    return Path(argument).suffix.lower() in (".grant", ".pdf") or Path(argument).exists()
