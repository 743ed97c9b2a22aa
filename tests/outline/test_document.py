"""The document as a whole: what stands in it, in which order, and what an edition leaves out."""

from typing import Any

import pytest

from grantdesk.call.form import Form
from grantdesk.outline.block import Entry, Grid, Heading, Note, Prose, Signature
from outline.laid import changed, every, hevi, labelled, outline, said, table
from worlds import form, sample


def headings(made: object, level: int) -> list[str]:
    return [
        f"{b.number} {b.text}".strip() for b in made.blocks if isinstance(b, Heading) and b.level == level
    ]


def test_sections_stand_in_the_calls_order_and_the_partners_where_their_sections_are() -> None:
    made = outline("hevi", hevi("complete"))
    assert headings(made, 2)[:4] == ["In brief", "1 Call and programme", "2 Project", "3 Implementers"]
    assert headings(made, 2)[11:] == [
        "11 Costs and financing",
        "12 Details of each partner",
        "13 Attachments of the project",
        "14 Classification",
        "15 Declarations",
        "16 Signatures",
    ]
    assert headings(made, 3)[-3:] == [
        "12.1 Main implementer: Vantaan kaupunki",
        "12.2 Part implementer 2: Vantaanjoen yliopisto",
        "12.3 Part implementer 3: Kehittämisyhtiö Kehäväylä Oy",
    ]
    assert headings(made, 4)[-1] == "12.3.7 Implementer’s attachments and declarations"


def test_what_is_hidden_is_not_printed_though_it_is_kept() -> None:
    closed = outline("hidden", sample("hidden", "closed"))
    assert [b.label for b in every(closed, Entry)] == ["Name", "Is there an output?", "Places"]
    assert "parked" not in said(*closed.blocks)
    assert "So." not in said(*closed.blocks)
    assert "Abroad" not in headings(closed, 2)
    opened = outline("hidden", sample("hidden", "open"))
    assert labelled(opened, "Why so?").paragraphs == ("So.",)
    assert labelled(opened, "Is a visa needed?").text == "not answered yet"
    assert labelled(opened, "How it leads").text == "not answered yet"


def test_a_cell_that_a_row_is_not_asked_is_empty_and_a_column_of_such_cells_is_left_out() -> None:
    steps = labelled(outline("hidden", sample("hidden", "open")), "Steps")
    assert steps.rows == (("Go", "–"), ("–", ""))
    nameless = outline("hidden", {"name": "x", "steps": table({"day": "2027-01-01"})})
    assert [column.label for column in labelled(nameless, "Steps").columns] == ["What"]
    assert "2027" not in said(*nameless.blocks)


def test_what_is_empty_and_optional_can_be_left_out_and_what_is_required_stays() -> None:
    full, short = (outline("hevi", hevi("unfinished"), empty=empty) for empty in (True, False))
    gone = {b.label for b in every(full, Entry)} - {b.label for b in every(short, Entry)}
    assert "Project title in Swedish" in gone
    assert labelled(short, "Call identifier").text == "not answered yet"
    assert labelled(short, "Coordination of the group project").answered is False
    required = [b for b in every(full, Entry) if not b.answered and b.text == "not answered yet"]
    assert required == [b for b in every(short, Entry) if not b.answered]
    assert "14 Classification" in headings(full, 2)
    assert not [heading for heading in headings(short, 2) if "Classification" in heading]


def test_a_section_that_only_informs_is_left_out_with_what_is_empty() -> None:
    def only_inform(files: dict) -> None:
        note = {"id": "read", "kind": "info", "label": {"fi": "R", "sv": "R", "en": "R"}}
        files["15-read"] = {
            "id": "read_me",
            "title": {"fi": "T", "sv": "T", "en": "Read me"},
            "nodes": [note],
        }

    ready = changed("kinds", only_inform)
    assert "2 Read me" in headings(outline(ready, {}), 2)
    assert "2 Read me" not in headings(outline(ready, {}, empty=False), 2)


def test_a_guide_says_what_to_check_in_the_call_notice() -> None:
    label = "No public page confirms these questions or their limits"
    made = outline("kinds", {}, guidance=True)
    assert labelled(made, label).items == ("Single values: Agreed",)
    assert made.blocks.index(labelled(made, "Check the call notice")) < made.blocks.index(
        labelled(made, "Single values")
    )
    assert label not in said(*outline("kinds", {}).blocks)
    assert "Check the call notice" not in said(*outline(confirmed(), {}, guidance=True).blocks)


def test_what_every_partner_is_asked_is_to_be_checked_once() -> None:
    label = "No public page confirms these questions or their limits"
    whole = labelled(outline("hevi", hevi("complete"), guidance=True), label).items
    assert whole.count("Indicators: Output and result indicators") == 1
    assert "Results and impact: everything that is asked" in whole
    (most,) = [item for item in whole if item.startswith("Horizontal principles")]
    assert most.startswith("Horizontal principles: everything that is asked, except: ")
    part = labelled(outline("hevi", hevi("complete"), guidance=True, partner="city"), label).items
    assert set(part) < set(whole)
    assert part[0].startswith("Contact details: ")


def test_a_section_that_is_called_like_its_question_is_said_once() -> None:
    told = labelled(
        outline("lump", sample("lump", "complete"), guidance=True),
        "No public page confirms these questions or their limits",
    ).items
    assert "Applicants" in told
    assert "Outputs: Description or plan of the output" in told


def test_what_is_asked_in_the_table_of_partners_is_checked_where_it_stands() -> None:
    def doubt(files: dict) -> None:
        files["20-many"]["tables"]["part"]["columns"][0]["confirmed"] = False

    made = outline(changed("kinds", doubt), {"parts": table({"who": "A"}, {"who": "B"})}, guidance=True)
    assert labelled(made, "No public page confirms these questions or their limits").items[1:] == (
        "Many values: Who",
    )


def confirmed() -> Form:
    def confirm(files: dict) -> None:
        for node in files["10-singles"]["nodes"]:
            node.pop("confirmed", None)

    return changed("kinds", confirm)


def wide_partners() -> Form:
    def widen(files: dict) -> None:
        for n in range(5):
            label = {"fi": f"Q{n}", "sv": f"Q{n}", "en": f"Q{n}"}
            files["20-many"]["tables"]["part"]["columns"].append(
                {"id": f"q{n}", "kind": "text", "label": label}
            )

    return changed("kinds", widen)


def test_a_wide_table_of_partners_says_the_rest_in_each_part() -> None:
    made = outline(wide_partners(), {"parts": table({"who": "A", "role": "lead", "q3": "here"})})
    grid = next(block for block in every(made, Grid) if block.caption == "Parts")
    assert grid.rows == (("A", "Leads"),)
    assert labelled(made, "Q3") == Entry("Q3", "here", ("parts", "a", "q3"))
    assert made.blocks.index(labelled(made, "Q3")) == made.blocks.index(labelled(made, "Leads: A")) + 6


def test_a_wide_table_of_partners_without_names_has_its_first_column() -> None:
    def nameless(files: dict) -> None:
        del files["call"]["parts"]["partner_name"], files["20-many"]["nodes"][6]["lead"]
        for n in range(5):
            label = {"fi": f"Q{n}", "sv": f"Q{n}", "en": f"Q{n}"}
            files["20-many"]["tables"]["part"]["columns"].append(
                {"id": f"q{n}", "kind": "text", "label": label}
            )

    made = outline(changed("kinds", nameless), {"parts": table({"who": "A", "role": "lead"})})
    assert next(block for block in every(made, Grid) if block.caption == "Parts").rows == (("A",),)


def test_one_partners_part_can_stand_alone() -> None:
    made = outline("hevi", hevi("complete"), partner="university", findings="front")
    assert made.applicant == "Vantaanjoen yliopisto"
    assert headings(made, 2)[:3] == ["In brief", "1 Contact details", "2 Implementer’s plan"]
    assert labelled(made, "Implementers").items == ("Part implementer 2: Vantaanjoen yliopisto",)
    assert labelled(made, "Key figures").rows[0][1] == "€200,774"
    assert [block.organisation for block in every(made, Signature)] == ["Vantaanjoen yliopisto"]
    assert "Kehäväylä" not in said(*made.blocks)
    company = outline("hevi", hevi("complete"), partner="company", findings="front")
    assert [block.tone for block in every(company, Note) if block.tone != "info"] == ["warning"]
    with pytest.raises(KeyError):
        outline("hevi", hevi("complete"), partner="nobody")


def test_the_project_signs_once_and_each_partner_for_itself() -> None:
    assert every(outline("kinds", {"title": "T", "parts": table({"who": "A"})}), Signature) == [
        Signature("A", "Head", "T", "It is true.", ("title",))
    ]
    assert [block.name for block in every(outline("hevi", hevi("unfinished")), Signature)] == ["", "", ""]
    assert "6 Signatures" not in headings(outline("lump", {}), 2)
    assert not every(outline("kinds", {"parts": table({"who": "A"})}, partner="a"), Signature)


def test_a_place_to_sign_need_not_name_a_node() -> None:
    def anybody(files: dict) -> None:
        del files["call"]["signatures"][0]["name"]

    (signature,) = every(outline(changed("kinds", anybody), {"title": "T"}), Signature)
    assert (signature.name, signature.at) == ("", ())
    (odd,) = every(outline("kinds", {"title": 3}), Signature)
    assert odd.name == ""


def test_a_call_without_partners_has_no_parts() -> None:
    def alone(files: dict) -> None:
        del files["30-part"]
        files["20-many"]["nodes"] = [
            n for n in files["20-many"]["nodes"] if n["id"] not in ("parts", "grand_total")
        ]
        columns = files["20-many"]["tables"]["row"]["columns"]
        files["20-many"]["tables"]["row"]["columns"] = [c for c in columns if c["id"] != "done_by"]
        del files["20-many"]["tables"]["part"], files["call"]["parts"]["partner_name"], files["call"]["costs"]

    made = outline(changed("kinds", alone), {"title": "T"})
    assert made.applicant == ""
    assert headings(made, 2) == ["1 Single values", "2 Many values", "3 Signatures"]
    assert form("kinds").partners


def test_the_public_edition_has_what_the_call_publishes_and_nothing_else() -> None:
    public = outline("hevi", hevi("complete"), only="public")
    call = form("hevi").call
    labels = {node.label.en for section in call.sections for node in section.nodes if node.public}
    told = {block.label for block in public.blocks if isinstance(block, Entry | Prose)}
    assert told
    assert told <= labels
    assert not every(public, Signature)
    assert not public.draft
    assert "Details of each partner" not in {block.text for block in every(public, Heading)}


def test_a_partners_public_answers_stand_under_its_name() -> None:
    def publish(files: dict[str, dict[str, Any]]) -> None:
        for section in files.values():
            for node in section.get("nodes", ()):
                node["public"] = node["id"] == "tasks"

    told = outline(changed("hevi", publish), hevi("complete"), only="public")
    texts = [block.text for block in every(told, Heading)]
    plan = next(each.title.en for each in form("hevi").call.sections if each.id == "plan")
    assert texts.count(plan) == 3
    assert "Details of each partner" in texts


def test_the_edition_of_findings_has_nothing_but_them() -> None:
    told = outline("hevi", hevi("unfinished"), only="findings")
    assert [block.text for block in every(told, Heading)][1:] == ["In brief", "What the checks found"]
    assert every(told, Note)
    assert not told.draft


def test_a_draft_is_marked_though_nothing_is_wrong() -> None:
    assert outline("lump", sample("lump", "complete"), draft=True).draft == "DRAFT"
    assert not outline("lump", sample("lump", "complete")).draft
