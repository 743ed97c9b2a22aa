"""The command grantdesk: what it can do, and how every command ends."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from grantdesk import __version__
from grantdesk.app.exit import DONE, FAULT, USAGE, code_of
from grantdesk.app.speech import spoken, tell, use_utf8
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

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


class Commands(click.Group):
    """The commands, each loaded when it is asked for: a command starts without what only another one needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"grantdesk.app.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A file in place of a command opens the desk."""
        if args and args[0] not in COMMANDS and _looks_like_a_file(args[0]):
            return "desk", self.get_command(ctx, "desk"), args
        return super().resolve_command(ctx, args)


def _looks_like_a_file(name: str) -> bool:
    return not name.startswith("-") and (
        Path(name).suffix.lower() in (".grant", ".pdf") or Path(name).exists()
    )


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="grantdesk", message="%(prog)s %(version)s")
@click.pass_context
def grantdesk(context: click.Context) -> int:
    """Fill in, check, put together and print grant applications, offline. Without a command, or with a file in place
    of one, the window opens.

    \b
    Exit codes: 0 done and no error finding, 1 error findings, 2 the command cannot be done as asked,
    3 a file or a call could not be read.
    """
    if context.invoked_subcommand is None:
        from grantdesk.app.desk import desk  # for start-up: other commands need no window

        code: int = context.invoke(desk, files=(), lang=None, look=None)
        return code
    return DONE


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code. Expected trouble is one sentence on stderr."""
    speaker = Language(_asked(arguments if arguments is not None else sys.argv[1:]))
    try:
        result: Any = grantdesk.main(args=arguments, prog_name="grantdesk", standalone_mode=False)
    except Trouble as trouble:
        tell(speaker, trouble.phrase)
        return code_of(trouble)
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.exceptions.Abort, KeyboardInterrupt):
        return USAGE
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception as error:  # everything expected was caught above
        return _crashed(error, speaker)
    return result if isinstance(result, int) else DONE


def _asked(arguments: Sequence[str]) -> str:
    """The language of --lang, for trouble that comes before the command has read it."""
    for i, argument in enumerate(arguments):
        code = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and i + 1 < len(arguments):
            code = arguments[i + 1]
        if code in ("fi", "sv", "en"):
            return code
    return spoken()


def _crashed(error: Exception, speaker: Language) -> int:
    from grantdesk.app.crash import written  # for start-up: faults are rare

    file = written(error)
    said = phrase("Something went wrong in grantdesk. No file was changed by it.")
    tell(speaker, said)
    if file:
        tell(speaker, phrase("What happened, without any answers, stands in {file}.", file=str(file)))
    return FAULT


def main() -> None:
    """The entry point of the command."""
    use_utf8()
    sys.exit(run())
