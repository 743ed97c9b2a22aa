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
OPTIONS = ("-h", "--help", "--version")
"""What may be asked of the program without a command."""


def in_full(arguments: list[str]) -> list[str]:
    """The arguments with the command that may be left out: whoever begins with an option of the desk means the desk."""
    begins_with_option = arguments[:1] and arguments[0].startswith("-") and arguments[0] not in OPTIONS
    return ["desk", *arguments] if begins_with_option and not COMMANDS.keys() & set(arguments) else arguments


def is_file(argument: str) -> bool:
    """Does an argument in place of a command name a file?"""
    if argument in COMMANDS or argument.startswith("-"):
        return False
    return Path(argument).suffix.lower() in (".grant", ".pdf") or Path(argument).exists()
