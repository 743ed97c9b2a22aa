"""The table of all commands: the one place where each is declared, with its words, its icon and its keys."""

from dataclasses import dataclass
from functools import partial

from grantdesk.session.edit import Edit
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.window.deed.command import Command, Group
from grantdesk.ui.window.deed.doors import Doors
from grantdesk.ui.window.deed.handing import Handing
from grantdesk.ui.window.deed.looking import Looking
from grantdesk.ui.window.deed.moving import Moving
from grantdesk.ui.window.deed.saving import Saving
from grantdesk.ui.window.deed.view import View
from grantdesk.ui.window.deed.viewing import Viewing
from grantdesk.ui.window.part.body import Body
from grantdesk.words.phrase import Phrase, phrase

LANGUAGES = {
    "fi": phrase("Switch to Finnish"),
    "sv": phrase("Switch to Swedish"),
    "en": phrase("Switch to English"),
}
LOOKS = {
    "system": phrase("Look as the system does"),
    "light": phrase("Light look"),
    "dark": phrase("Dark look"),
    "contrast": phrase("High-contrast look"),
}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a window that do what the commands say."""

    desk: Desk
    doors: Doors
    saving: Saving
    handing: Handing
    moving: Moving
    looking: Looking
    viewing: Viewing
    body: Body
    view: View


def table(parts: Parts) -> tuple[Command, ...]:
    """All commands, in the order in which menus have them."""
    return (
        *_file(parts),
        *_hand(parts),
        *_leave(parts),
        *_edit(parts),
        *_go(parts),
        *_view(parts),
        *_help(parts),
    )


def _file(parts: Parts) -> list[Command]:
    group: Group = "file"
    doors, saving, desk, viewing = parts.doors, parts.saving, parts.desk, parts.viewing

    def writes() -> bool:
        return not desk.session.read_only

    return [
        Command("new", group, phrase("New or another application …"), doors.start, "file-plus", ("Ctrl+N",)),
        Command("open", group, phrase("Open …"), doors.open, "folder-open", ("Ctrl+O",)),
        Command("save", group, phrase("Save"), saving.save, "save", ("Ctrl+S",), is_shown=writes),
        Command("save_as", group, phrase("Save as …"), saving.save_as, "copy", ("Ctrl+Shift+S",)),
        Command(
            "compare", group, phrase("Compare with another version …"), parts.handing.compare, "git-compare"
        ),
        Command("read", group, phrase("Read the whole application"), viewing.read, "book-open", ("Ctrl+R",)),
        Command(
            *("preview", group, phrase("Print preview"), viewing.preview, "eye", ("Ctrl+Shift+P",)),
            is_checked=viewing.is_previewing,
        ),
        Command("trial", group, phrase("What if?"), viewing.try_out, "flask-conical", ("Ctrl+T",), writes),
    ]


def _hand(parts: Parts) -> list[Command]:
    group: Group = "file"
    handing = parts.handing
    return [
        Command("export", group, phrase("Export PDF"), handing.export, "file-output", ("Ctrl+E",)),
        Command("print", group, phrase("Print"), handing.print, "printer", ("Ctrl+P",)),
        Command("sign", group, phrase("Sign a PDF electronically …"), handing.sign, "pencil"),
        Command(
            "prove", group, phrase("Does a PDF belong to this application? …"), handing.prove, "circle-check"
        ),
        Command("form", group, phrase("The empty form as a PDF …"), handing.print_form, "file"),
    ]


def _leave(parts: Parts) -> list[Command]:
    group: Group = "file"
    return [
        Command("close", group, phrase("Close the window"), parts.doors.close, "x", ("Ctrl+W",)),
        Command("quit", group, phrase("Quit"), parts.doors.leave, "log-out", ("Ctrl+Q",)),
    ]


def _edit(parts: Parts) -> list[Command]:
    group: Group = "edit"
    stack, looking = parts.desk.session.stack, parts.looking

    def undone() -> Phrase | None:
        return _named(phrase("Undo"), stack.command(stack.index() - 1))

    def redone() -> Phrase | None:
        return _named(phrase("Redo"), stack.command(stack.index()))

    return [
        Command(
            *("undo", group, phrase("Undo"), stack.undo, "undo-2", ("Ctrl+Z",)),
            is_enabled=stack.canUndo,
            hint=undone,
        ),
        Command(
            *("redo", group, phrase("Redo"), stack.redo, "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y")),
            is_enabled=stack.canRedo,
            hint=redone,
        ),
        Command("find", group, phrase("Find in the answers"), looking.find, "text-search", ("Ctrl+F",)),
        Command("find_next", group, phrase("Next place that was found"), looking.find_next, "", ("F3",)),
        Command(
            *("find_previous", group, phrase("Previous place that was found")),
            *(looking.find_previous, "", ("Shift+F3",)),
        ),
    ]


def _named(said: Phrase, command: object) -> Phrase | None:
    """Undo, and what: "Undo: Change “Budget”"."""
    if not isinstance(command, Edit):
        return None
    return phrase("{do}: {step}", do=said, step=command.step.said)


def _go(parts: Parts) -> list[Command]:
    group: Group = "go"
    moving, body = parts.moving, parts.body
    return [
        Command("goto", group, phrase("Go to …"), parts.looking.go_to, "search", ("Ctrl+K",)),
        Command("check", group, phrase("Check answers"), moving.check, "list-checks", ("F7",)),
        Command("next_finding", group, phrase("Next issue"), moving.next_finding, "", ("F8",)),
        Command(
            "previous_finding", group, phrase("Previous issue"), moving.previous_finding, "", ("Shift+F8",)
        ),
        Command("next_page", group, phrase("Next page"), moving.next_page, "arrow-right", ("Ctrl+PgDown",)),
        Command(
            "previous_page",
            group,
            phrase("Previous page"),
            moving.previous_page,
            "arrow-left",
            ("Ctrl+PgUp",),
        ),
        Command(
            "pages", group, phrase("To the list of pages"), body.show_pages, "panel-left", ("F2", "Ctrl+1")
        ),
        Command("page", group, phrase("To the page"), moving.focus_page, "", ("Ctrl+2",)),
        Command("issues", group, phrase("To the issues"), body.show_issues, "panel-right", ("F4", "Ctrl+3")),
        Command("paper", group, phrase("To the print preview"), parts.viewing.show_paper, "", ("Ctrl+4",)),
    ]


def _view(parts: Parts) -> list[Command]:
    group: Group = "view"
    view = parts.view
    languages = [
        Command(
            *(f"speak_{code}", group, said, partial(view.speak, code)),
            is_checked=partial(view.speaks, code),
        )
        for code, said in LANGUAGES.items()
    ]
    looks = [
        Command(
            *(f"look_{name}", group, said, partial(view.look, name)), is_checked=partial(view.looks, name)
        )
        for name, said in LOOKS.items()
    ]
    return [
        *languages,
        *looks,
        Command("larger", group, phrase("Larger text"), view.enlarge, "", ("Ctrl++", "Ctrl+=")),
        Command("smaller", group, phrase("Smaller text"), view.reduce, "", ("Ctrl+-",)),
        Command("usual", group, phrase("Text in its usual size"), view.reset, "", ("Ctrl+0",)),
        Command("preferences", group, phrase("Preferences …"), parts.looking.prefer, "settings", ("Ctrl+,",)),
    ]


def _help(parts: Parts) -> list[Command]:
    group: Group = "help"
    looking = parts.looking
    return [
        Command("help", group, phrase("Help for this page"), looking.help, "circle-help", ("F1",)),
        Command("shortcuts", group, phrase("Keyboard shortcuts"), looking.shortcuts, "keyboard", ("Ctrl+/",)),
        Command("about", group, phrase("About grantdesk"), looking.about, "info"),
        Command("menu", group, phrase("All commands"), looking.menu, "menu", ("F10",)),
    ]
