"""What docs/call-format.md tells is so: its call is sound, and it knows every kind, key and fact there is."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from call.change import told
from grantdesk.call.author import assembled
from grantdesk.call.entry import entered
from grantdesk.call.form import Form
from grantdesk.call.proof import proved
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.cost import AnyLine, AnySource
from grantdesk.call.terms.node import AnyNode, Counting, Node, Scheme, Section, Table
from grantdesk.call.terms.rule import AnyRule, Rule
from grantdesk.rules.proof import samples_proved
from grantdesk.rules.sentence import SENTENCES

DOC = (Path(__file__).resolve().parents[2] / "docs/call-format.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOC, re.DOTALL)


def models(union: Any) -> dict[str, type[Any]]:
    """The models of a union by their kind."""
    return {model.model_fields["kind"].annotation.__args__[0]: model for model in union.__origin__.__args__}


def rows(heading: str) -> dict[str, list[str]]:
    """The rows of the first table under a heading, by what stands in backticks at their beginning."""
    table = DOC.partition(f"## {heading}\n")[2].partition("\n|")[2].partition("\n\n")[0]
    cells = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in ("|" + table).splitlines()
    ]
    return {row[0].strip("`"): row for row in cells if row[0].startswith("`")}


def words(text: str) -> set[str]:
    """Every word that stands in backticks."""
    return {
        word for quoted in re.findall(r"`([^`]*)`", text) for word in re.findall(r"[a-z_][a-z0-9_]*", quoted)
    }


def form() -> Form:
    folder = {
        found[1]: tomllib.loads(block)
        for block in blocks("toml")
        if (found := re.match(r"# ([a-z0-9-]+)\.toml\n", block))
    }
    assert [*folder] == ["call", "10-project"]
    return Form(assembled(folder))


def test_the_call_that_is_told_is_sound() -> None:
    assert told(proved(form().call)) == []


def test_the_answers_that_are_told_fit_the_call() -> None:
    (answers,) = blocks("json")
    got = entered(form(), json.loads(answers))
    assert got.answers == {"name": "Kokeilu", "budget": 750000, "why_so_much": "Siksi."}


def test_the_sample_that_is_told_is_written_as_samples_are() -> None:
    sample = {"answers": {"name": "a", "budget": "50"}}
    expected = re.search(r'"expect": (\[.*?\])', DOC)
    assert expected
    sample["expect"] = json.loads(expected[1])
    assert told(samples_proved(form(), {"told": sample})) == []


def test_every_kind_of_node_is_told_with_its_keys() -> None:
    table, kinds = rows("Nodes"), models(AnyNode)
    assert table.keys() == kinds.keys()
    for kind, model in kinds.items():
        own = model.model_fields.keys() - Node.model_fields.keys() - {"kind"}
        same = "the same" in table[kind][2]
        assert own <= words(table[kind][2]) | ({"options", "rows_of"} if same else set()), kind


def test_every_kind_of_rule_is_told_with_its_parameters_and_facts() -> None:
    table, kinds = rows("Rules"), models(AnyRule)
    assert table.keys() == kinds.keys()
    for kind, model in kinds.items():
        own = {field.alias or name for name, field in model.model_fields.items()}
        assert own - Rule.model_fields.keys() - {"kind"} <= words(table[kind][2]), kind
        facts = [set(re.findall(r"`([a-z]+)`", way)) for way in table[kind][3].split(";") if way]
        assert facts == [set(way) for way in model.ways], kind


@pytest.mark.parametrize("model", [Node, Rule, Table, Section, Call])
def test_every_common_key_is_told(model: type[Any]) -> None:
    known = words(DOC) | {word for block in blocks("toml") for word in re.findall(r"[a-z_]+", block)}
    assert model.model_fields.keys() - known <= {"format_version", "currency"}


def test_every_kind_of_line_and_source_is_told() -> None:
    told_ = words(DOC)
    for union in (AnyLine, AnySource):
        for kind, model in models(union).items():
            assert {kind, *model.model_fields} - {"shown"} <= told_ | {"label"}, kind
    assert {*get_args(Scheme), *get_args(Counting)} <= told_


def test_answers_of_every_kind_are_told() -> None:
    table = DOC.partition("## Answers as JSON\n")[2].partition("## Packed")[0]
    assert models(AnyNode).keys() - words(table) == {"total", "info"}


def test_what_rules_say_by_themselves_is_told() -> None:
    table = DOC.partition("### What a rule says by itself\n")[2].partition("\n## ")[0]
    told_ = set(re.findall(r"^\| `([a-z_]+)` \| (.*) \|$", table, re.MULTILINE))
    own = {kind: said for kind, said in SENTENCES.items() if kind.startswith("rule.")}
    said = {
        (next(name for name in models(AnyRule) if f"{kind}_".startswith(f"rule.{name}_")), text)
        for kind, phrase in own.items()
        if not kind.endswith("_words")
        for text in (phrase.said, phrase.plural)
        if text
    }
    assert told_ == {(kind, re.sub(r"^“{label}”:? ", "", text)) for kind, text in said}
