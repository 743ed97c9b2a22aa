"""A call's own proof: texts, slots, limits, conditions that can never hold, tables of rules, what nothing uses."""

from typing import Any

import pytest

from call.change import GONE, call, told, unproved
from grantdesk.call.proof import proved, remarks
from worlds import NAMES, world

TEXT = {"fi": "a", "sv": "a", "en": "a"}
EMPTY = {"fi": "", "sv": "a", "en": " \n"}
ADDED = "rules.+"


def option(name: str) -> dict[str, Any]:
    return {"id": name, "label": TEXT}


@pytest.mark.parametrize("name", [*NAMES, "lump", "hevi"])
def test_the_worlds_and_the_built_in_calls_are_sound(name: str) -> None:
    assert told(proved(world(name))) == []


def test_what_keeps_a_call_from_being_read_is_told_with_the_rest() -> None:
    changes = {"parts.title": "price", "sections.singles.title": EMPTY}
    assert unproved("kinds", changes) == [
        "parts.title: There is no “price”.",
        "sections.singles.title.fi: The text is empty.",
        "sections.singles.title.en: The text is empty.",
    ]


@pytest.mark.parametrize(
    "place",
    [
        "title",
        "notice.remark",
        "sections.singles.nodes.story.help",
        "tables.row.prefix",
        "tables.cost.columns.euros.label",
        "lists.colours.options.red.help",
        "costs.models.plain.label",
        "indicators.co2.unit",
        "layers.worth.label",
        "criteria.good.label",
        "signatures.signed.promise",
        "deadlines.questions.label",
    ],
)
def test_every_text_is_there_in_three_languages(place: str) -> None:
    assert unproved("kinds", {place: EMPTY}) == [
        f"{place}.fi: The text is empty.",
        f"{place}.en: The text is empty.",
    ]


def test_texts_of_groups_in_rules_are_texts_too() -> None:
    place = "rules.one_head.groups.0.label"
    assert unproved("rules", {place: {**TEXT, "sv": ""}}) == [f"{place}.sv: The text is empty."]


def test_a_text_holds_nothing_that_nobody_can_see() -> None:
    assert unproved("kinds", {"title": {**TEXT, "sv": "a\u202eb", "en": "one\ntwo"}}) == [
        "title.sv: The text has characters that nobody can see."
    ]


@pytest.mark.parametrize(
    ("name", "place", "text", "said"),
    [
        ("kinds", "title", {**TEXT, "fi": "{count}"}, ["fi: Nothing fills {count} here."]),
        (
            "rules",
            "rules.in_order.text",
            {"fi": "{first} {then}", "sv": "{first}", "en": "{then} {first} {label}"},
            [
                "fi: {then} does not stand in every language.",
                "en: {label} does not stand in every language.",
                "en: {then} does not stand in every language.",
            ],
        ),
        (
            "rules",
            "rules.in_order.text",
            {**TEXT, "en": "{value}"},
            ["en: Nothing fills {value} here; there are {first}, {label} and {then}."],
        ),
        (
            "rules",
            "rules.summary_length.text",
            {"fi": "{over}", "sv": "{over}", "en": "{over}"},
            [
                f"{code}: Nothing fills {{over}} here; there are {{count}} and {{label}}."
                for code in ("fi", "sv", "en")
            ],
        ),
        ("rules", "rules.in_order.text", {"fi": "{}", "sv": "{ x }", "en": "{0}"}, []),
    ],
)
def test_slots_are_the_same_in_every_language_and_something_fills_them(
    name: str, place: str, text: dict[str, str], said: list[str]
) -> None:
    assert unproved(name, {place: text}) == [f"{place}.{fault}" for fault in said]


MOST = "At least is more than at most."
NOTHING = "The rule demands nothing: give it least or most."


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        ("kinds", {"sections.singles.nodes.price.least": 200_000_000}, f"sections.singles.price: {MOST}"),
        ("kinds", {"sections.singles.nodes.months.least": 12_001}, f"sections.singles.months: {MOST}"),
        ("kinds", {"sections.singles.nodes.share.least": 10_001}, f"sections.singles.share: {MOST}"),
        ("kinds", {"sections.singles.nodes.day.least": "2041-01-01"}, f"sections.singles.day: {MOST}"),
        ("kinds", {"sections.singles.nodes.story.limit.least": 201}, f"sections.singles.story.limit: {MOST}"),
        ("kinds", {"sections.singles.nodes.some.least": 3}, f"sections.singles.some: {MOST}"),
        (
            "kinds",
            {"sections.singles.nodes.some.least": 4, "sections.singles.nodes.some.most": GONE},
            f"sections.singles.some.least: {MOST}",
        ),
        ("kinds", {"tables.cost.columns.euros.least": 10**11}, f"tables.cost.euros: {MOST}"),
        ("kinds", {"tables.row.least": 6}, f"tables.row: {MOST}"),
        (
            "hidden",
            {"sections.project.nodes.name.required_when": "has_output"},
            "sections.project.name: The node is always required: required_when says nothing more.",
        ),
        ("rules", {"rules.summary_length.least": 6}, f"rules.summary_length: {MOST}"),
        (
            "rules",
            {"rules.enough_people.least": 0, "rules.enough_people.text": TEXT},
            f"rules.enough_people: {NOTHING}",
        ),
        ("rules", {"rules.one_head.groups.0.least": 2}, f"rules.one_head.groups.0: {MOST}"),
        (
            "rules",
            {
                "rules.one_head.groups.0.least": 0,
                "rules.one_head.groups.0.most": GONE,
                "rules.one_head.text": TEXT,
            },
            f"rules.one_head.groups.0: {NOTHING}",
        ),
        (
            "rules",
            {
                "rules.months_in_range.least": GONE,
                "rules.months_in_range.most": GONE,
                "rules.months_in_range.text": TEXT,
            },
            f"rules.months_in_range: {NOTHING}",
        ),
        ("rules", {"rules.at_most_half.rate": 0}, "rules.at_most_half.rate: A rate of nothing says nothing."),
        (
            "rules",
            {"rules.at_least_a_tenth.rate": 0},
            "rules.at_least_a_tenth.rate: A rate of nothing says nothing.",
        ),
        (
            "cents",
            {"costs.models.flat.lines.side.rate": 0},
            "costs.flat.side.rate: A rate of nothing says nothing.",
        ),
        (
            "cents",
            {"financing.sources.support.rate": 0},
            "financing.support.rate: A source pays more than 0% and at most 100%.",
        ),
        (
            "cents",
            {"financing.sources.support.rate": 10_001},
            "financing.support.rate: A source pays more than 0% and at most 100%.",
        ),
        (
            "kinds",
            {"criteria.good.threshold": 6},
            "criteria.good.threshold: The threshold is not on the scale of the layer.",
        ),
        (
            "kinds",
            {"criteria.good.threshold": 0},
            "criteria.good.threshold: The threshold is not on the scale of the layer.",
        ),
        (
            "kinds",
            {"criteria.able.threshold": 1},
            "criteria.able.threshold: The threshold is not on the scale of the layer.",
        ),
        ("kinds", {"opens.day": "2027-05-01"}, "closes: The call closes before it opens."),
        (
            "kinds",
            {"opens": {"day": "2027-04-30", "time": "13:15", "zone": "UTC"}},
            "closes: The call closes before it opens.",
        ),
        (
            "kinds",
            {"closes.zone": "Europe/Atlantis"},
            "closes.zone: There is no time zone “Europe/Atlantis”.",
        ),
        ("kinds", {"opens.zone": "Europe"}, "opens.zone: There is no time zone “Europe”."),
        (
            "kinds",
            {"deadlines.questions.at.zone": "Mars"},
            "deadlines.questions.at.zone: There is no time zone “Mars”.",
        ),
    ],
)
def test_limits_do_not_contradict_each_other(name: str, changes: dict[str, Any], said: str) -> None:
    assert unproved(name, changes) == [said]


def test_a_criterion_of_a_layer_that_is_not_there_has_no_scale_to_be_off() -> None:
    assert unproved("kinds", {"criteria.good.layer": "wealth"}) == [
        "criteria.good.layer: There is no “wealth”."
    ]


def test_a_number_that_has_no_bounds_in_a_rule_about_rows_is_fine() -> None:
    assert unproved("rules", {"rules.summary_length.most": GONE}) == []


NEVER = "The condition can never be true."
HOW = "sections.project.nodes.how.visible_when"
WHY = "sections.project.nodes.why_so.visible_when"
UNASKED = ["project.why_so.visible_when", "project.how.visible_when", "members.other_way.required_when"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        # What hangs on an answer that is never asked for never holds either, in the parts too.
        ({HOW: "false"}, UNASKED),
        ({HOW: "has_output && !has_output"}, UNASKED),
        ({WHY: 'how == "alone" && how == "together"'}, ["project.why_so.visible_when"]),
        # A chain: `how` is asked only with an output, so without one it has no answer.
        ({WHY: 'how == "alone" && !has_output'}, ["project.why_so.visible_when"]),
        (
            {"sections.abroad.visible_when": '"abroad" in places && !("abroad" in places)'},
            ["project.country.visible_when", "project.visa.visible_when"],
        ),
        (
            {
                "sections.project.nodes.name.required": False,
                "sections.project.nodes.name.required_when": "1 > 2",
            },
            ["project.name.required_when"],
        ),
        # The section of a part is shown only with an output.
        ({"sections.part.nodes.lead_text.visible_when": "!has_output"}, ["members.lead_text.visible_when"]),
        (
            {"sections.part.nodes.other_way.required_when": '"lead" in this.roles && size(this.roles) == 0'},
            ["members.other_way.required_when"],
        ),
        ({"rules.why_is_long.when": 'how == "alone" && !has(how)'}, ["rules.why_is_long.when"]),
    ],
)
def test_a_condition_that_can_never_hold_is_a_fault(changes: dict[str, Any], said: list[str]) -> None:
    assert unproved("hidden", changes) == [f"{place}: {NEVER}" for place in said]


@pytest.mark.parametrize(
    "changes",
    [
        {WHY: 'how != "alone" && how != "together"'},
        {WHY: "!has(how)"},
        {"sections.part.nodes.lead_text.visible_when": 'size(this.roles) == 2 && how == "together"'},
        # What cannot be tried is left alone: free texts, figures, rows, too many choices.
        {WHY: 'name == "a" && name == "b"'},
        {"rules.why_is_long.when": "size(steps) > 1 && size(steps) < 1"},
        {"rules.why_is_long.when": "1 < 2"},
    ],
)
def test_a_condition_that_can_hold_or_cannot_be_tried_is_none(changes: dict[str, Any]) -> None:
    assert unproved("hidden", changes) == []


def test_a_rule_that_waits_for_figures_is_not_tried() -> None:
    rule = {"id": "x", "kind": "expr", "when": "figures.total > eur(1)", "must": "has(name)", "text": TEXT}
    assert unproved("cents", {ADDED: rule}) == []
    rule |= {"scope": "members", "when": "this.figures.total > eur(1)", "must": "has(this.gross)"}
    assert unproved("cents", {ADDED: rule}) == []


def test_long_lists_are_tried_as_far_as_it_goes() -> None:
    many = [option("otherwise"), *(option(f"o{at}") for at in range(9))]
    never = 'how == "o1" && how == "o2"'
    assert unproved("hidden", {"lists.ways.options": many, WHY: never}) == [
        f"project.why_so.visible_when: {NEVER}"
    ]
    ticks = '"o1" in places && !("o1" in places)'
    changes = {"lists.places.options": [*many, option("abroad")], WHY: ticks}
    assert unproved("hidden", changes) == []  # 1 024 ways to tick
    most = [option("otherwise"), *(option(f"o{at}") for at in range(1999))]
    pair = node("other", options="ways")
    both = 'how == "o1" && how == "o2" && other == "o1"'
    assert unproved("hidden", {"lists.ways.options": most, "sections.project.nodes.+": pair, WHY: both}) == []


def node(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": "choice", "label": TEXT, **more}


def test_rows_that_are_chosen_are_not_tried() -> None:
    choice = node("after", rows_of="steps")
    changes = {"sections.project.nodes.+": choice, WHY: 'after == "a" && after == "b"'}
    assert unproved("hidden", changes) == []


REACHED = "The line is never reached: an earlier one fits wherever it does."


def test_a_line_of_a_table_is_reached_and_its_keys_can_be_chosen() -> None:
    table = "rules.category_allowed.table"
    assert unproved("rules", {f"{table}.0.keys": ["industrail", "*"]}) == [
        "rules.category_allowed.table.0: There is no “industrail”."
    ]
    assert unproved("rules", {f"{table}.+": {"keys": ["none", "small"]}}) == [
        f"rules.category_allowed.table.3: {REACHED}"
    ]
    assert unproved("rules", {f"{table}.+": {"keys": ["*", "*"]}}) == []


def test_keys_that_are_free_texts_may_be_anything() -> None:
    changes = {
        "rules.category_allowed.keys": ["title", "size"],
        "rules.category_allowed.table.0.keys": ["x", "*"],
    }
    assert unproved("rules", changes) == []


def test_aid_is_judged_only_where_the_call_has_its_table() -> None:
    said = "rules.aid_within.category: The call has no aid category for this."
    assert unproved("rules", {"aid": GONE}) == [said]
    assert unproved(
        "rules", {"lists.categories.options": [option("none")], "rules.category_allowed": GONE}
    ) == [said]
    assert unproved("rules", {"rules.aid_within.category": "title"}) == []


def test_what_no_field_uses_is_a_fault() -> None:
    changes: dict[str, Any] = {
        "tables.idle": {"columns": [{"id": "x", "kind": "text", "label": TEXT}]},
        "lists.idle": {"options": [option("x")]},
        "indicators.+": {"id": "idle", "label": TEXT, "unit": TEXT},
    }
    assert unproved("kinds", changes) == [
        "tables.idle: No field uses this.",
        "lists.idle: No field uses this.",
        "indicators.idle: No field uses this.",
    ]


def remarked(name: str, changes: dict[str, Any]) -> list[str]:
    return told(remarks(call(name, changes)))


@pytest.mark.parametrize("name", [*NAMES, "lump", "hevi"])
def test_the_worlds_leave_nothing_to_remark(name: str) -> None:
    assert told(remarks(world(name))) == []


def test_what_may_be_meant_so_is_a_remark() -> None:
    idle = {"label": TEXT, "scale": {"kind": "yes_no"}}
    assert remarked("kinds", {"layers.idle": idle}) == ["layers.idle: Nothing uses this."]
    bonus = {"label": TEXT, "rate": 100}
    assert remarked("rules", {"aid.bonuses.idle": bonus}) == ["aid.bonuses.idle: Nothing uses this."]
    assert remarked("models", {"lists.categories.options.+": option("rent")}) == [
        "purchases.category: No cost line and no source counts the rows that say “rent”."
    ]
    assert remarked("split", {"lists.payers.options.+": option("friend")}) == [
        "promises.payer: No cost line and no source counts the rows that say “friend”."
    ]


def test_the_proof_never_raises_on_a_call_that_can_be_read() -> None:
    changes: dict[str, Any] = {"parts.title": "x", "costs": GONE, "aid": GONE, "criteria.good.layer": "none"}
    changes |= {
        "financing": {"base": "x", "sources": [{"id": "own", "kind": "rest", "label": TEXT}]},
        "aid": {},
    }
    assert len(unproved("kinds", changes)) > 3
