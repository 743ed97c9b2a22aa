"""What Linux desktops are told: the entry, the type of .grant files, the metadata, the manual, the icons."""

import configparser
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from desks import grant_of
from grantdesk import __version__
from grantdesk.app.command.group import grantdesk
from grantdesk.app.command.names import COMMANDS
from grantdesk.files.writing import write
from machine import linux, tool

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging/linux"
MIME = "application/vnd.grantdesk+zip"
LANGUAGES = ("fi", "sv")
MIME_INFO = "{http://www.freedesktop.org/standards/shared-mime-info}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(autouse=True)
def on_linux() -> None:
    linux()


def run(*command: str | Path, **environment: str) -> str:
    """What it printed; the test fails with it if the program did."""
    done = subprocess.run(
        command, env=os.environ | environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_desktop_entry_is_valid() -> None:
    assert run(tool("desktop-file-validate"), LINUX / "grantdesk.desktop") == ""


def test_the_desktop_entry_opens_one_application_and_speaks_three_languages() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign,assignment]  # keys keep their capitals
    parser.read(LINUX / "grantdesk.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "grantdesk %f"
    assert entry["MimeType"] == f"{MIME};"
    for key in ("GenericName", "Comment", "Keywords"):
        texts = [entry[key], *(entry[f"{key}[{language}]"] for language in LANGUAGES)]
        assert len(set(texts)) == 3


def test_the_metadata_is_valid() -> None:
    run(tool("appstreamcli"), "validate", "--no-net", LINUX / "org.grantdesk.grantdesk.metainfo.xml")


def test_the_metadata_say_everything_in_three_languages() -> None:
    root = ET.parse(LINUX / "org.grantdesk.grantdesk.metainfo.xml").getroot()
    for tag in ("summary", "description/p", "description/ul/li"):
        told = [element.get(XML_LANG, "en") for element in root.findall(tag)]
        assert told
        assert told.count("en") == told.count("fi") == told.count("sv")


def test_the_type_of_the_file_is_told_in_three_languages() -> None:
    root = ET.parse(LINUX / "grantdesk.xml").getroot()
    comments = root.findall(f"{MIME_INFO}mime-type/{MIME_INFO}comment")
    assert [comment.get(XML_LANG, "en") for comment in comments] == ["en", *LANGUAGES]


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of shared data that knows the system's types and ours."""
    folder = tmp_path_factory.mktemp("share")
    (folder / "mime/packages").mkdir(parents=True)
    shutil.copy(LINUX / "grantdesk.xml", folder / "mime/packages")
    shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", folder / "mime/packages")
    run(tool("update-mime-database"), folder / "mime", PKGSYSTEM_ENABLE_FSYNC="0")
    return folder


@pytest.mark.parametrize("name", ["north.grant", "north", "north.zip.backup"])
def test_a_real_file_is_known_by_its_name_and_by_its_first_bytes(
    name: str, types: Path, tmp_path: Path
) -> None:
    gio = tool("gio")
    write(grant_of("kinds"), tmp_path / "north.grant")
    file = (tmp_path / "north.grant").rename(tmp_path / name)
    shared = {"XDG_DATA_DIRS": str(types), "XDG_DATA_HOME": str(tmp_path)}
    said = run(gio, "info", "-a", "standard::content-type", file, **shared)
    assert f"standard::content-type: {MIME}\n" in said


def test_the_manual_is_well_formed() -> None:
    assert run(tool("groff"), "-man", "-ww", "-z", "-Tutf8", LINUX / "grantdesk.1") == ""


def commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {under}", inner) for under, inner in commands(command))


def test_the_manual_tells_every_command_and_option() -> None:
    manual = (LINUX / "grantdesk.1").read_text("utf-8").replace("\\-", "-")
    known = dict(commands(grantdesk))
    assert set(COMMANDS) <= set(known)
    plain = [name for name, command in known.items() if not isinstance(command, click.Group)]
    told = re.findall(r'^\.BI? "?([a-z ]+?) ?(?:"|$)', manual, re.MULTILINE)
    assert sorted(set(plain) - set(told)) == []
    options = {o for c in known.values() for p in c.params for o in p.opts if o.startswith("--")}
    assert {option for option in options if option not in manual} == set()


def test_the_manual_is_of_this_version() -> None:
    assert f'"grantdesk {__version__}"' in (LINUX / "grantdesk.1").read_text("utf-8")


@pytest.mark.parametrize("name", ["grantdesk", "grantdesk-file"])
def test_the_icons_are_pictures_without_a_colour_of_their_surroundings(name: str) -> None:
    """An icon theme gives no colour: currentColor would be black on black."""
    picture = (ROOT / f"resources/icons/{name}.svg").read_text("utf-8")
    assert ET.fromstring(picture).tag.endswith("svg")
    assert "currentColor" not in picture
