"""The command grantdesk with its commands, each of which is loaded when it is asked for."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from grantdesk import __version__
from grantdesk.app.command.names import COMMANDS, is_file
from grantdesk.app.exit import DONE, USAGE
from grantdesk.app.loading import loaded


class Commands(click.Group):
    """The commands: one starts without what only another one needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"grantdesk.app.{module}"), name)
        loaded()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A file in place of a command opens the desk."""
        if args and is_file(args[0]):
            return "desk", self.get_command(ctx, "desk"), args
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grantdesk", message="%(prog)s %(version)s")
def grantdesk() -> None:
    """Fill in, check, put together and print grant applications, offline. Without a command, or with a file in place
    of one, the window opens.

    \b
    Exit codes: 0 done and no error finding, 1 error findings, 2 the command cannot be done as asked,
    3 a file or a call could not be read.
    """


def ran(arguments: Sequence[str]) -> int:
    """Runs a command and gives its exit code. What click has to say of the arguments is said on stderr. Trouble."""
    try:
        result: Any = grantdesk.main(args=arguments, prog_name="grantdesk", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.exceptions.Abort:
        return USAGE
    return result if isinstance(result, int) else DONE
