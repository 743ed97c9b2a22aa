"""Pictures that are attached stand where they were attached, if they go along; what is hidden or another's does not."""

from typing import Any

import pytest

from grantdesk.call.form import Form
from grantdesk.outline.block import Entry, Grid, Heading, Image, Listing, Outline
from grantdesk.outline.text import text
from outline.laid import changed, every, outline, table

HELD = frozenset({"a" * 64, "b" * 64})


def file(name: str = "map.png", media: Any = "image/png", digest: Any = "a" * 64) -> dict[str, Any]:
    return {"pos": "1", "name": name, "type": media, "size": 1000, "sha256": digest}


def shown(made: Outline) -> list[tuple[str, str]]:
    return [(each.caption, each.digest[:1]) for each in every(made, Image)]


def test_a_picture_follows_the_answer_that_names_it() -> None:
    answers = {"files": {"x": file(), "y": file("plan.jpg", "image/jpeg", "b" * 64)}}
    made = outline("kinds", answers, held=HELD)
    at = made.blocks.index(every(made, Image)[0])
    assert made.blocks[at - 1] == Listing(
        "Files", ("map.png (1\u00a0kB)", "plan.jpg (1\u00a0kB)"), ("files",)
    )
    assert made.blocks[at : at + 2] == (
        Image("Files: map.png", "A picture that was attached to “Files”: map.png", "a" * 64, ("files",)),
        Image("Files: plan.jpg", "A picture that was attached to “Files”: plan.jpg", "b" * 64, ("files",)),
    )
    assert not isinstance(made.blocks[at + 2], Image)
    one = outline("kinds", {"files": {"x": file()}}, held=HELD)
    assert isinstance(one.blocks[one.blocks.index(every(one, Image)[0]) - 1], Entry)


@pytest.mark.parametrize(
    "odd",
    [
        file(digest="c" * 64),
        file(media="application/pdf"),
        file(media={}),
        file(digest=["a"]),
        {"pos": "1", "type": "image/png", "sha256": "a" * 64},
        "map.png",
    ],
)
def test_what_is_no_picture_or_does_not_go_along_is_only_named(odd: Any) -> None:
    assert shown(outline("kinds", {"files": {"x": odd}}, held=HELD)) == []


def test_without_files_at_hand_none_is_shown() -> None:
    assert shown(outline("kinds", {"files": {"x": file()}})) == []


def with_maps(wide: bool = False) -> Form:
    """The table of rows with a map in each; too wide for a grid, or not."""

    def change(files: dict) -> None:
        label = {"fi": "Map", "sv": "Map", "en": "Map"}
        more = [{"id": "map", "kind": "attachment", "formats": ["png"], "label": label}]
        more += [{"id": f"n{n}", "kind": "text", "label": label} for n in range(7 * wide)]
        files["20-many"]["tables"]["row"]["columns"] += more

    return changed("kinds", change)


def test_pictures_of_a_table_stand_below_it_or_under_the_heading_of_their_row() -> None:
    answers = {"rows": table({"map": {"x": file()}}, {"map": {"y": file("other.png", digest="b" * 64)}}, {})}
    made = outline(with_maps(), answers, held=HELD)
    first, second = every(made, Image)
    at = made.blocks.index(first)
    assert isinstance(made.blocks[at - 1], Grid)
    assert made.blocks[at + 1] == second
    assert first.caption.endswith("– Map: map.png")
    assert first.caption.removesuffix(" – Map: map.png") not in (
        "",
        second.caption.removesuffix(" – Map: other.png"),
    )
    assert (first.at, second.at) == (("rows", "a", "map"), ("rows", "b", "map"))
    by_row = outline(with_maps(wide=True), answers, held=HELD)
    assert shown(by_row) == [("Map: map.png", "a"), ("Map: other.png", "b")]
    heads = [n for n, each in enumerate(by_row.blocks) if isinstance(each, Heading)]
    places = [by_row.blocks.index(each) for each in every(by_row, Image)]
    assert any(places[0] < head < places[1] for head in heads)


def test_a_partner_has_its_own_pictures_only_and_the_public_what_is_public() -> None:
    parts = table({"papers": {"x": file()}}, {"papers": {"y": file("other.png", digest="b" * 64)}})
    answers = {"parts": parts, "files": {"x": file("common.png")}}
    names = {name for name, _ in shown(outline("kinds", answers, held=HELD))}
    assert {"Papers: map.png", "Papers: other.png", "Files: common.png"} == names
    assert shown(outline("kinds", answers, held=HELD, partner="b")) == [("Papers: other.png", "b")]
    assert shown(outline("kinds", answers, held=HELD, only="public")) == []

    def publish(files: dict) -> None:
        next(each for each in files["20-many"]["nodes"] if each["id"] == "files")["public"] = True

    public = outline(changed("kinds", publish), answers, held=HELD, only="public")
    assert shown(public) == [("Files: common.png", "a")]


def test_as_text_a_picture_is_said() -> None:
    said = text(outline("kinds", {"files": {"x": file()}}, held=HELD))
    assert "\n\nA picture that was attached to “Files”: map.png\n\n" in said
