"""The command grantdesk: how it begins, and how it ends."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from grantdesk.app.command.names import in_full, is_file
from grantdesk.app.exit import DONE, FAULT, USAGE, code_of
from grantdesk.app.speech import spoken, tell, use_utf8
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code. Expected trouble is one sentence on stderr."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    speaker = Language(_asked(given))
    try:
        return _ran(given)
    except Trouble as trouble:
        tell(speaker, trouble.phrase)
        return code_of(trouble)
    except KeyboardInterrupt:
        return USAGE
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception as error:  # everything expected was caught above
        return _crashed(error, speaker)


def _ran(given: list[str]) -> int:
    files = _files(given)
    if files is None:
        from grantdesk.app.command.group import ran  # for start-up: a window needs no commands …

        return ran(in_full(given))
    from grantdesk.app.screen import shown  # … and commands no window

    return shown(files, None, None)


def _files(given: list[str]) -> list[Path] | None:
    """The files to open in windows; None if another command, or an option, is among what is given."""
    is_desk = given[:1] == ["desk"]
    if given and not is_desk and not is_file(given[0]):
        return None
    files = given[1:] if is_desk else given
    return None if any(file.startswith("-") for file in files) else [Path(file) for file in files]


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
    """The entry point of the command.

    A command is over in half a second, of which a fifth would go into looking for garbage among what is loaded and
    stays: so that is not looked for until all is loaded, nor at the end, when everything goes with the process.
    """
    if getattr(sys, "frozen", False):  # a process beside the window begins here, too
        from multiprocessing import freeze_support

        freeze_support()
    use_utf8()
    gc.disable()
    code = run()
    gc.freeze()
    sys.exit(code)
