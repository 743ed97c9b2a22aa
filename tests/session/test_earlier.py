"""What is taken over from an earlier application, what differs between two versions, and which copies lie about."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desks import grant_of
from grantdesk.call.author import assembled
from grantdesk.call.form import Form
from grantdesk.model.tree import EMPTY, apply, at, leaves
from grantdesk.rules.check import Checker
from grantdesk.session.earlier.difference import Difference, differences
from grantdesk.session.earlier.heritage import inherited
from grantdesk.session.earlier.versions import compared, siblings, versions
from grantdesk.session.opening import Opening
from grantdesk.session.stock.calls import offered
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from session.conftest import written
from worlds import form, parts

EN = Language("en")
FULL: dict[str, Any] = {
    "title": "Valo",
    "story": "Pitkä tarina.",
    "price": 12_345,
    "people": 7,
    "months": 150,
    "share": 2500,
    "day": "2026-11-24",
    "one": "red",
    "some": {"red": True, "blue": True},
    "agreed": True,
    "email": "a@b.fi",
    "rows": {"r1": {"pos": "V", "name": "Rivi"}, "r2": {"pos": "k", "name": "Toinen"}},
}


def changed(**files: Any) -> Form:
    """The world of kinds with other nodes: changed(one={"options": "tastes"})."""
    folder = parts("kinds")
    for nodes in (part.get("nodes", []) for part in folder.values()):
        for node in nodes:
            node.update(files.get(node["id"], {}))
            for key in [key for key, value in node.items() if value is None]:
                del node[key]
    return Form(assembled(folder))


def labels(found: dict[Any, Any]) -> dict[str, set[str]]:
    return {reason: {each.en for each in texts} for reason, texts in found.items()}


def test_what_is_asked_in_the_same_way_is_taken_over() -> None:
    found = inherited(form("kinds"), FULL, form("kinds"))
    left_out = ("price", "day", "agreed")
    assert found.answers == {key: value for key, value in FULL.items() if key not in left_out}
    assert labels(dict(found.left)) == {"money": {"Price"}, "date": {"Day"}, "promise": {"Agreed"}}


def test_what_is_asked_in_another_way_is_not() -> None:
    other = changed(months={"decimals": 1}, email={"scheme": "url"}, story={"kind": "text", "limit": None})
    found = inherited(form("kinds"), FULL, other)
    assert not {"months", "email", "story"} & found.answers.keys()
    assert labels(dict(found.left))["other"] == {"Months", "E-mail", "Story"}


def test_another_call_takes_only_what_it_asks() -> None:
    found = inherited(form("kinds"), FULL, form("hevi"))
    assert found.taken == len([*leaves(found.answers)])
    assert "Title" in labels(dict(found.left))["gone"]


def test_an_option_that_is_not_offered_any_more_is_left_out() -> None:
    folder = parts("kinds")
    for part in folder.values():
        colours = part.get("lists", {}).get("colours")
        if colours:
            colours["options"] = [each for each in colours["options"] if each["id"] != "red"]
    found = inherited(form("kinds"), FULL, Form(assembled(folder)))
    assert "one" not in found.answers
    assert found.answers["some"] == {"blue": True}
    assert labels(dict(found.left))["option"] == {"One", "Some"}


def test_what_nobody_could_read_is_left_out() -> None:
    found = inherited(form("kinds"), {"people": "monta", "months": 100}, form("kinds"))
    assert found.answers == {"months": 100}
    assert labels(dict(found.left)) == {"unread": {"People"}}


def test_references_to_rows_that_do_not_come_along_are_left_out() -> None:
    answers = {
        "rows": {"r1": {"pos": "V", "name": "Rivi"}},
        "columns": {"c1": {"pos": "V", "name": "Sarake"}},
        "grid": {"r1": {"c1": 10, "c9": 20}, "r9": {"c1": 30}},
    }
    found = inherited(form("kinds"), answers, form("kinds"))
    kept = at(found.answers, ("grid",))
    assert kept in (None, {"r1": {"c1": 10}})
    assert all(key in found.answers.get("rows", {}) for key in kept or {})


@pytest.mark.parametrize("name", ["hevi", "kinds"])
def test_a_whole_application_comes_along_without_trouble(name: str) -> None:
    answers = sample_of(name)
    found = inherited(form(name), answers, form(name))
    before, after = dict(leaves(answers)), dict(leaves(found.answers))
    assert all(before[path] == value for path, value in after.items())
    assert len(after) > len(before) / 3 or name == "kinds"
    assert Checker(form(name)).report(found.answers).count("error") >= 0
    assert all(EN.say(each) for each in found.notices("x.grant"))


def sample_of(name: str) -> Any:
    return grant_of("hevi", "complete").answers if name == "hevi" else FULL


@given(
    st.recursive(
        st.text(max_size=3) | st.integers() | st.booleans(),
        lambda x: st.dictionaries(
            st.sampled_from([*FULL, "parts", "grid", "targets", "files", "r1", "pos", "name"]), x, max_size=4
        ),
        max_leaves=12,
    )
)
def test_whatever_stands_in_an_earlier_application_does_no_harm(answers: Any) -> None:
    tree = answers if isinstance(answers, dict) else EMPTY
    found = inherited(form("kinds"), tree, form("kinds"))
    Checker(form("kinds")).report(found.answers)
    assert differences(form("kinds"), tree, tree, EN) == []
    for each in differences(form("kinds"), tree, found.answers, EN):
        assert EN.say(each.place)


def told(found: list[Difference]) -> list[tuple[str, str, str]]:
    return [(EN.say(each.place).split(" › ", 1)[-1], each.before, each.after) for each in found]


def test_differences_are_told_in_words_and_in_the_order_of_the_form() -> None:
    after = {
        **FULL,
        "title": "Valoa",
        "price": 20_000,
        "one": "green",
        "some": {"red": True},
        "agreed": False,
    }
    assert told(differences(form("kinds"), FULL, after, EN)) == [
        ("Title", "Valo", "Valoa"),
        ("Price", "€123.45", "€200"),
        ("One", "Red", "Green"),
        ("Some", "Red and Blue, of the sky", "Red"),
        ("Agreed", "Yes", "No"),
    ]


def test_a_row_that_came_or_went_or_moved_is_one_difference() -> None:
    rows = FULL["rows"]
    came = {**FULL, "rows": {**rows, "r3": {"pos": "z", "name": "Uusi"}}}
    found = differences(form("kinds"), FULL, came, EN)
    assert [(each.path, each.before, each.after) for each in found] == [(("rows", "r3"), "–", "Uusi")]
    found = differences(form("kinds"), came, FULL, EN)
    assert [(each.before, each.after) for each in found] == [("Uusi", "–")]
    assert "Uusi" in EN.say(found[0].place)
    moved = {**FULL, "rows": {**rows, "r1": {**rows["r1"], "pos": "s"}}}
    (one,) = differences(form("kinds"), FULL, moved, EN)
    assert (one.path, one.before, one.after) == (("rows",), "Rivi · Toinen", "Toinen · Rivi")


def test_what_the_call_does_not_ask_is_told_too() -> None:
    (one,) = differences(form("kinds"), {}, {"odd": {"a": 1}}, EN)
    assert (one.path, one.before, one.after) == (("odd",), "–", "1")


@given(st.data())
def test_equal_answers_do_not_differ_and_others_do(data: Any) -> None:
    patch = data.draw(
        st.dictionaries(st.sampled_from([(key,) for key in FULL]), st.just("x") | st.none(), max_size=4)
    )
    after = apply(FULL, patch)
    found = {each.path[0] for each in differences(form("kinds"), FULL, after, EN)}
    assert found == {path[0] for path in patch}


def test_the_sample_of_a_call_differs_in_itself_from_nothing_else(qtbot: QtBot) -> None:
    complete, unfinished = (grant_of("hevi", each).answers for each in ("complete", "unfinished"))
    found = differences(form("hevi"), unfinished, complete, Language("fi"))
    assert found
    assert all(Language("fi").say(each.place) and each.before != each.after for each in found)
    assert differences(form("hevi"), complete, complete, EN) == []


def test_earlier_versions_are_listed_and_compared(qtbot: QtBot, open_: Opening) -> None:
    for title in ("Valoa", "Valoa!"):
        open_.session.edit({("title",): title}, phrase("Undo"))
        assert open_.keeper.save_and_wait()
    found = versions(open_.keeper)
    assert len(found) == 2
    assert found[0].moment >= found[1].moment
    assert all(each.size == each.path.stat().st_size for each in found)
    from grantdesk.session.application import opened

    titles = {
        compared(opened(each.path)[1].answers, open_.session.answers, open_.session, EN)[0].before
        for each in found
    }
    assert titles == {"Valo", "Valoa"}


def test_copies_of_cloud_clients_are_siblings_and_strangers_are_not(path: Path) -> None:
    copies = [
        "Hakemus (conflicted copy 2026-11-24 101500).grant",
        "Hakemus (Aino's conflicted copy 2026-11-24).grant",
        "Hakemus-KANNETTAVA.grant",
        "Hakemus.sync-conflict-20261124-101500-ABCDEFG.grant",
    ]
    for name in copies:
        path.with_name(name).write_bytes(path.read_bytes())
    written(path.with_name("Hakemus 2.grant"), answers={"title": "Muu"})
    path.with_name("Hakemus-rikki.grant").write_bytes(b"broken")
    path.with_name("Toinen.grant").write_bytes(path.read_bytes())
    assert {each.name for each in siblings(path)} == set(copies)
    assert siblings(path.with_name(copies[0])) == [path]
    assert siblings(path.with_name("gone.grant")) == []


def test_the_calls_that_come_along_are_offered_the_next_to_close_first() -> None:
    calls = offered()
    assert [call.id for call in calls] == ["hevi", "lump"]
    assert calls[0].closes
    assert calls[0].closes.tzinfo is not None
    assert calls[1].closes is None
    assert all(call.title.fi and call.summary.sv and call.authority.en for call in calls)
