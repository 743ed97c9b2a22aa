"""What a person has chosen is kept; what somebody else wrote into its place is taken for what it is."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from grantdesk.files import places, preferences
from grantdesk.files.preferences import NAME, RECENT, Preferences, Recent


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(places.HOME, str(tmp_path))
    return tmp_path


def left(text: str) -> None:
    """Lets something else lie where the preferences do."""
    places.config().mkdir(parents=True, exist_ok=True)
    (places.config() / NAME).write_text(text, encoding="utf-8")


def test_what_is_written_is_read_again() -> None:
    chosen = Preferences(
        language="fi",
        look="dark",
        text=150,
        spelling=False,
        recent=(Recent(path="/a/b.grant", name="Hanke", call="HEVi", closes="2027-04-30", share=1234),),
        places={"window": "AAAA"},
    )
    assert preferences.write(chosen)
    assert preferences.read() == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "[" * 100_000])
def test_what_is_no_list_of_preferences_is_as_if_nothing_had_been_chosen(text: str) -> None:
    left(text)
    assert preferences.read() == Preferences()


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "de"},
        {"language": None},
        {"look": ["dark"]},
        {"text": 99},
        {"text": True},
        {"text": "150"},
        {"text": 1e9},
        {"spelling": 1},
        {"recent": 7},
        {"recent": {"path": "x"}},
        {"places": []},
        {"places": {"window": 7}},
        {"places": {str(n): "" for n in range(21)}},
        {"places": {"window": "A" * 4097}},
    ],
    ids=str,
)
def test_one_wrong_value_does_not_take_the_others_along(wrong: dict[str, object]) -> None:
    sound = {"language": "sv", "look": "contrast", "text": 125, "from a newer program": {}}
    left(json.dumps({**sound, **wrong}))
    chosen = Preferences(language="sv", look="contrast", text=125)
    name = next(iter(wrong))
    assert preferences.read() == replace(chosen, **{name: getattr(Preferences(), name)})


def test_of_recent_files_those_that_are_sound_stay() -> None:
    sound = {"path": "/a.grant", "share": 5000, "newer": "x"}
    odd = [
        {},
        {"path": ""},
        {"path": 1},
        {"path": "x", "share": -1},
        {"path": "x", "name": "n" * 301},
        None,
        "x",
    ]
    left(json.dumps({"recent": [*odd, sound]}))
    assert preferences.read().recent == (Recent(path="/a.grant", share=5000),)


def test_what_is_no_file_is_not_waited_for(home: Path) -> None:
    path = home / "config" / NAME
    path.parent.mkdir(parents=True)
    os.mkfifo(path)
    assert preferences.read() == Preferences()


def test_a_full_list_of_files_with_long_names_is_read_again() -> None:
    full = Preferences(
        recent=tuple(Recent(f"/{n}/{'ä' * 600}.grant", name="ä" * 300, call="ä" * 300) for n in range(RECENT))
    )
    assert preferences.write(full)
    assert preferences.read() == full


def test_a_file_whose_name_is_no_text_is_remembered() -> None:
    path = os.fsdecode(b"/home/maija/\xff.grant")
    assert preferences.write(Preferences(recent=(Recent(path),)))
    assert preferences.read().recent[0].path == path


def test_of_too_many_recent_files_the_first_stay() -> None:
    left(json.dumps({"recent": [{"path": f"/{n}"} for n in range(RECENT + 5)]}))
    assert [each.path for each in preferences.read().recent] == [f"/{n}" for n in range(RECENT)]


def test_without_a_place_for_them_nobody_is_stopped(home: Path) -> None:
    (home / "config").write_text("a file where the folder should be", encoding="utf-8")
    assert not preferences.write(Preferences())
    assert preferences.read() == Preferences()


@pytest.mark.parametrize("chosen", [{"look": "pink"}, {"text": 201}, {"recent": ("x",)}, {"language": "FI"}])
def test_what_cannot_be_chosen_is_refused(chosen: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Preferences(**chosen)  # type: ignore[arg-type]
