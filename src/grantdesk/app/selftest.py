"""grantdesk selftest: does everything that the program needs stand where it is installed?"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from grantdesk.app.command.calls import faults
from grantdesk.app.command.demo import sample, samples
from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, FINDINGS, usage
from grantdesk.app.screen import has_screen
from grantdesk.app.speech import language
from grantdesk.files import places
from grantdesk.files.writing import write
from grantdesk.session.application import opened
from grantdesk.session.paper.picture import known, remember
from grantdesk.session.paper.printing import printed
from grantdesk.words.language import LANGUAGES, Language
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

PATIENCE = 60  # seconds for a process to begin


def words() -> bool:
    """Are the catalogues there? Both of the languages that are not the source say something else than English."""
    error = phrase("error")
    return all(Language(code).say(error) != "error" for code in LANGUAGES if code != "en")


def calls() -> bool:
    """Is every call that comes with the program sound?"""
    return bool(places.calls()) and not any(faults(path.stem) for path in places.calls())


def samples_print() -> bool:
    """Can every sample be saved, opened again, checked and printed?"""
    with tempfile.TemporaryDirectory() as folder:
        for source in samples():
            file = Path(folder) / "sample.grant"
            grant = sample(source)
            write(grant, file)
            found, application = opened(file)
            if found.grant != grant or not printed(application, Language("fi")).startswith(b"%PDF"):
                return False
    return bool(samples())


def pictures_draw() -> bool:
    """Is every picture in the samples drawn, and not a sentence in its place?"""
    grants = [sample(source) for source in samples()]
    for grant in grants:
        remember(grant, {})
    drawn = [picture for grant in grants for picture in known(grant).values()]
    return bool(drawn) and not any(isinstance(picture, Phrase) for picture in drawn)


def beside() -> bool:
    """Does a process beside this one do work, as long prints need?"""
    from concurrent.futures import ProcessPoolExecutor  # for start-up
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(abs, -1).result(PATIENCE) == 1


TESTS: tuple[tuple[Phrase, Callable[[], bool]], ...] = (
    (phrase("The words of all languages are there"), words),
    (phrase("Every call that comes with the program is sound"), calls),
    (phrase("A sample is saved, opened, checked and printed"), samples_print),
    (phrase("An attached picture is drawn"), pictures_draw),
    (phrase("A process beside the program does its work"), beside),
)


def window() -> bool:
    """Does a window open, paint every page of a sample, and close?"""
    if not has_screen():
        raise usage(phrase("There is no screen here to open a window on."))
    from grantdesk.app.painted import painted  # for start-up: the other tests need no Qt

    return painted()


WINDOW = (phrase("The window opens, and shows every page of a sample"), window)


@click.command()
@click.option("--window", "with_window", is_flag=True, help="Open a window, too.")
@LANG
def selftest(with_window: bool, lang: str | None) -> int:
    """Test the installed program itself."""
    speaker, code = language(lang), DONE
    for said, passes in (*TESTS, *([WINDOW] if with_window else [])):
        try:
            passed = passes()
        except Trouble as trouble:
            passed = False
            click.echo(speaker.say(trouble.phrase), err=True)
        click.echo(f"{'ok  ' if passed else 'FAIL'}  {speaker.say(said)}")
        code = code if passed else FINDINGS
    return code
