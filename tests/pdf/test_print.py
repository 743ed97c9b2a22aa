"""What a print tells beside its bytes: how many pages there are, and which sections stand on which."""

from dataclasses import replace

import pypdfium2

from grantdesk.outline.block import Entry, Heading, Prose
from grantdesk.pdf import laid, seal
from grantdesk.pdf.look import HEIGHT, TOP
from grantdesk.pdf.seal import _MOST
from pdf.sample import PARAGRAPH, outline


def test_a_print_tells_from_which_page_to_which_a_section_goes() -> None:
    long = Prose("Tarve", (PARAGRAPH,) * 60, at=("need",))
    made = laid(
        outline(
            Entry("Lyhyesti", "HILJA", at=("acronym",)),
            Heading(2, "Hanke", "1", section=("project",)),
            Entry("Nimi", "HILJA", at=("name",)),
            Heading(2, "Tarve", "2", section=("needs",)),
            long,
        )
    )
    with pypdfium2.PdfDocument(made.data) as document:
        assert made.pages == len(document)
        texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    first, last = made.sections[("needs",)]
    assert made.sections[("project",)] == (0, 0)
    assert "Tarve" in texts[first]
    assert {strip.at for strip in made.strips} == {(), ("acronym",), ("name",), ("need",)}
    assert [*made.sections] == [("project",), ("needs",)]
    assert last == made.pages - 1
    assert last > first


def test_a_head_says_whose_application_it_is_and_nothing_where_nobody_is_known() -> None:
    for call, applicant, head in (
        ("HEVi", "Vantaa", "HEVi · Vantaa"),
        ("HEVi", "", "HEVi"),
        ("", "", ""),
    ):
        long = Prose("Tarve", ("Tarve",) * 90)
        made = laid(replace(outline(Heading(2, "Osa"), long), call=call, applicant=applicant))
        with pypdfium2.PdfDocument(made.data) as document:
            assert document[1].get_textpage().get_text_bounded(bottom=HEIGHT - TOP) == head


def test_only_so_many_ends_of_a_file_are_looked_at() -> None:
    data = laid(outline()).data
    ends = b"startxref\n1\n%%EOF\n"
    assert seal(ends * (_MOST - 1) + data) == "altered"
    assert seal(data) == "whole"
    assert seal(ends * 10_000) == "altered"
