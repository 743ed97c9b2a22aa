"""Every pair of colours that meets on the screen can be told apart, in every look."""

import pytest

from grantdesk.ui.look.tokens import LOOKS, contrast, tokens

GROUNDS = ("bg", "panel", "nav", "selected", "hover", "chip", "field")
TINTS = ("error_back", "warning_back", "info_back", "ok_back")
TEXT = {
    "text": (*GROUNDS, *TINTS),
    "mute": (*GROUNDS, *TINTS),
    "accent_text": ("accent", "accent_hover"),
    "accent": ("bg", "panel", "nav", "info_back"),
    "accent_hover": ("bg", "panel", "nav"),
    "error": ("bg", "panel", "nav", "selected", "hover", "error_back"),
    "warning": ("bg", "panel", "nav", "warning_back"),
    "ok": ("bg", "panel", "nav", "ok_back"),
}
MARKS = {
    "field_line": ("bg", "panel", "nav", "field", "chip"),
    "accent": (*GROUNDS, *TINTS),
    "error": (*GROUNDS, "error_back"),
    "warning": (*GROUNDS, "warning_back"),
    "ok": (*GROUNDS, "ok_back"),
    "mute": GROUNDS,
}


def pairs(meeting: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(front, back) for front, backs in meeting.items() for back in backs]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "back"), pairs(TEXT))
def test_text_can_be_read_on_every_ground_it_stands_on(look: str, front: str, back: str) -> None:
    colors = tokens(look)
    assert contrast(colors[front], colors[back]) >= (7 if look == "contrast" else 4.5)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "back"), pairs(MARKS))
def test_borders_and_marks_stand_out_from_their_ground(look: str, front: str, back: str) -> None:
    colors = tokens(look)
    assert contrast(colors[front], colors[back]) >= 3


def test_the_looks_know_the_same_roles() -> None:
    assert len({frozenset(tokens(look)) for look in LOOKS}) == 1


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_a_look_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        tokens("../light")
