"""Rows are added, copied, moved and removed by patches; who refers to them is known; one partner leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desks import grant_of
from grantdesk.model.order import ordered
from grantdesk.model.tree import Answers, apply
from grantdesk.session.rows import (
    added,
    begun,
    duplicated,
    follower,
    following,
    led,
    moved,
    referring,
    removed,
    shifted,
)
from worlds import form

PATH = ("rows",)


def table(positions: list[str]) -> Answers:
    return {f"r{n}": {"pos": pos, "name": str(n)} for n, pos in enumerate(positions)}


def keys(answers: Answers) -> list[str]:
    return [key for key, _ in ordered(answers.get("rows"))]


POSITIONS = st.lists(st.sampled_from(["", "1", "2", "A", "AV", "Z", "z", "zz", "0"]), max_size=8)


@given(POSITIONS, st.integers(0, 8), st.integers(0, 40))
def test_new_rows_stand_together_right_after_the_row_that_was_named(
    positions: list[str], place: int, n: int
) -> None:
    answers = {"rows": table(positions)}
    before = keys(answers)
    after = before[place] if place < len(before) else None
    made = added(answers["rows"], PATH, [{"name": f"new {i}"} for i in range(n)], after)
    place = place + 1 if after else len(before)
    assert keys(apply(answers, made.patch)) == before[:place] + list(made.keys) + before[place:]


@given(POSITIONS, st.sets(st.integers(0, 7)), st.integers(-1, 7))
def test_moved_rows_keep_their_order_and_so_do_the_others(
    positions: list[str], chosen: set[int], goal: int
) -> None:
    answers = {"rows": table(positions)}
    before = keys(answers)
    moving = [key for i, key in enumerate(before) if i in chosen]
    staying = [key for key in before if key not in moving]
    after = staying[goal] if 0 <= goal < len(staying) else None
    place = staying.index(after) + 1 if after else 0
    done = apply(answers, moved(answers["rows"], PATH, moving, after).patch)
    assert keys(done) == staying[:place] + moving + staying[place:]
    assert {key: row["name"] for key, row in ordered(done.get("rows"))} == {
        key: row["name"] for key, row in ordered(answers["rows"])
    }


@given(POSITIONS.filter(lambda some: len(some) > 1), st.data())
def test_a_row_that_went_up_and_down_again_is_where_it_was(positions: list[str], data: st.DataObject) -> None:
    answers: Answers = {"rows": table(positions)}
    before = keys(answers)
    row = data.draw(st.sampled_from(before[1:]))
    up = apply(answers, shifted(answers["rows"], PATH, [row], -1).patch)
    assert keys(up).index(row) == before.index(row) - 1
    assert keys(apply(up, shifted(up["rows"], PATH, [row], 1).patch)) == before


def test_the_first_row_does_not_go_up_and_the_last_not_down() -> None:
    rows = table(["1", "2"])
    assert shifted(rows, PATH, ["r0"], -1).patch == {}
    assert shifted(rows, PATH, ["r1"], 1).patch == {}
    assert shifted(rows, PATH, [], 1).patch == {}


def test_a_copy_of_rows_stands_below_the_last_of_them_with_the_same_answers() -> None:
    answers: Answers = {"rows": table(["1", "2", "3"])}
    made = duplicated(answers["rows"], PATH, ["r0", "r1"])
    rows = ordered(apply(answers, made.patch)["rows"])
    assert [row["name"] for _, row in rows] == ["0", "1", "0", "1", "2"]
    assert len(dict(rows)) == 5


def test_many_new_rows_get_short_keys() -> None:
    made = added({}, PATH, [{}] * 300)
    assert max(len(row["pos"]) for row in made.patch.values()) <= 4


def test_a_removed_row_is_gone() -> None:
    answers: Answers = {"rows": table(["1", "2"])}
    assert keys(apply(answers, removed(PATH, ["r0"]).patch)) == ["r1"]


def test_whoever_refers_to_a_row_is_found_and_the_row_itself_does_not_count() -> None:
    answers: Answers = {
        "rows": {
            "a": {"pos": "1", "after": "a"},
            "b": {"pos": "2", "after": "a", "done_by": {"p": True}},
        },
        "grid": {"a": {"c": 100}, "b": {"c": 100, "d": 200}},
    }
    assert referring(form("kinds"), answers, "rows", ["a"]) == [("rows", "b", "after"), ("grid", "a")]
    assert referring(form("kinds"), answers, "columns", ["d"]) == [("grid", "b", "d")]
    assert referring(form("kinds"), answers, "parts", ["p"]) == [("rows", "b", "done_by", "p")]


def test_work_packages_are_referred_to_from_the_staff_of_every_partner() -> None:
    answers = grant_of("hevi", "complete").answers
    package = ordered(answers["work_packages"])[0][0]
    paths = referring(form("hevi"), answers, "work_packages", [package])
    assert any(path[0] == "partners" and path[2] == "staff" for path in paths)
    assert any(path[0] == "milestones" for path in paths)


ROLES = st.dictionaries(
    st.sampled_from("abcdef"), st.sampled_from(["lead", "partner", "odd", None]), min_size=1
)


@given(ROLES, st.data())
def test_never_more_than_one_lead_after_one_was_made(
    roles: dict[str, str | None], data: st.DataObject
) -> None:
    rows = {key: {"pos": "1"} | ({"role": role} if role else {}) for key, role in roles.items()}
    key = data.draw(st.sampled_from(sorted(roles)))
    answers: Answers = {"partners": rows}
    done = apply(answers, led(form("hevi"), answers, key))["partners"]
    assert [k for k, row in done.items() if row.get("role") == "lead"] == [key]


@pytest.mark.parametrize("name", ["cents", "models"])
def test_a_call_without_a_lead_makes_none(name: str) -> None:
    assert led(form(name), {"partners": {"a": {"pos": "1"}}}, "a") == {}
    assert follower(form(name)) is None
    assert begun(form(name), {}) == {}
    assert following(form(name), {"pos": "1", "role": "lead"}) == {"pos": "1", "role": "lead"}


def test_the_first_partner_leads_and_no_other_nor_a_copy_of_it() -> None:
    hevi = form("hevi")
    one = begun(hevi, {})
    assert one == {"role": "lead"}
    assert begun(hevi, {"partners": {"a": {"pos": "1", **one}}}) == {"role": follower(hevi)}
    assert following(hevi, {"name": "A", **one}) == {"name": "A", "role": follower(hevi)}
    assert following(hevi, {"name": "A", "role": "odd"}) == {"name": "A", "role": "odd"}
