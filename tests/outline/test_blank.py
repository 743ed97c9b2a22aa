"""A call on paper: everything that can be asked, with room to answer by hand."""

from typing import Any

from grantdesk.call.terms.node import Attachment, Essay, Info, Total, YesNo
from grantdesk.outline.blank.form import blank
from grantdesk.outline.block import Blank, Grid, Heading, Note, Outline, Signature
from grantdesk.outline.text import text
from grantdesk.words.language import Language
from outline.laid import Parts, changed, every, labelled
from worlds import NAMES, form


def paper(name: str, language: str = "en") -> Outline:
    return blank(form(name), Language(language))


def test_everything_that_is_not_worked_out_is_asked_once_in_every_language() -> None:
    for name in (*NAMES, "hevi", "lump"):
        for language in ("fi", "sv", "en"):
            made = paper(name, language)
            said = text(made)
            for section in form(name).call.sections:
                assert Language(language).pick(section.title) in said
                for node in section.nodes:
                    if not isinstance(node, Total | Info) and node.kind != "partners":
                        words = Language(language).pick(node.label).split()
                        assert words[0] in said, (name, node.id)


def test_a_long_answer_has_as_many_lines_as_its_limit_needs_within_reason() -> None:
    lines = {block.label: block.lines for block in every(paper("hevi"), Blank) if not block.options}
    essays = [n for s in form("hevi").call.sections for n in s.nodes if isinstance(n, Essay)]
    assert all(3 <= lines[node.label.en] <= 14 for node in essays)
    assert labelled(paper("hevi"), "Acronym").lines == 1


def test_what_else_must_be_known_stands_in_one_line_below_the_help() -> None:
    helps = {block.label: block.help.split("\n") for block in every(paper("hevi"), Blank)}
    assert helps["Need and starting point"][-1] == (
        "At most 4,000 characters. If the lines are not enough, continue on a separate sheet."
    )
    assert all(sum("At most" in line for line in lines) <= 1 for lines in helps.values())


def test_a_limit_in_words_is_told_in_words() -> None:
    def in_words(files: Parts) -> None:
        for section in files.values():
            for node in section.get("nodes", ()):
                if node["id"] == "need":
                    node["limit"] = {"most": 100, "counting": "words"}

    asked = labelled(blank(changed("hevi", in_words), Language("en")), "Need and starting point")
    assert "At most 100 words." in asked.help
    assert asked.lines == 10


def test_what_is_chosen_is_ticked_and_a_long_list_is_written() -> None:
    made = paper("hevi")
    assert labelled(made, "Fund").options
    questions = [n for s in form("hevi").call.sections for n in s.nodes if isinstance(n, YesNo)]
    assert labelled(made, questions[0].label.en).options == ("Yes", "No")
    files = [n for s in form("hevi").call.sections for n in s.nodes if isinstance(n, Attachment)]
    assert labelled(made, files[0].label.en).options == ("Attached",)
    long = [block for block in every(made, Blank) if not block.options and block.lines == 2]
    assert long, "municipalities are too many to tick"


def test_narrow_tables_have_rows_and_wide_ones_are_asked_row_by_row() -> None:
    made = paper("hevi")
    staff = labelled(made, "Staff")
    assert isinstance(staff, Grid)
    assert all(cell == "" for row in staff.rows for cell in row)
    assert "Pay in total" not in {column.label for column in staff.columns}
    assert isinstance(labelled(made, "Work packages"), Heading)
    assert "Copy this part and fill it in for each row." in {note.text for note in every(made, Note)}


def test_the_partners_pages_stand_once_and_each_signs() -> None:
    made = paper("hevi")
    assert [block.text for block in every(made, Heading)].count("Details of each partner") == 1
    assert {block.organisation for block in every(made, Signature)} <= {"Each partner", "Applicant"}
    assert not [
        block for block in every(paper("cents"), Heading) if block.text == "Details of each partner"
    ] or (form("cents").partners is not None)


def test_what_depends_on_an_answer_says_so() -> None:
    assert any("only if this concerns you" in block.help for block in every(paper("hidden"), Blank))


def test_a_call_without_signatures_deadline_and_needs_has_none_on_paper() -> None:
    def bare(files: Parts) -> None:
        call: dict[str, Any] = files["call"]
        for key in ("signatures", "closes", "needs"):
            call.pop(key, None)

    made = blank(changed("kinds", bare), Language("en"))
    assert not every(made, Signature)
    assert "Signatures" not in {block.text for block in every(made, Heading)}


def test_headings_are_counted_without_a_gap() -> None:
    numbers = [block.number for block in every(paper("hevi"), Heading)][1:]
    tops = [number for number in numbers if "." not in number]
    assert tops == [str(n) for n in range(1, len(tops) + 1)]


def test_a_section_of_partners_says_where_they_are_asked_and_the_form_is_dated_by_a_day() -> None:
    made = paper("lump", "fi")
    assert "Jokainen toteuttaja täyttää osan ”Toteuttajien tiedot”." in {b.text for b in every(made, Note)}
    assert made.saved == str(form("lump").call.notice.checked)
