"""What a customer holds in the hand: conforming, whole, the same every time."""

import io
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.outline.block import (
    Bar,
    Chart,
    Column,
    Entry,
    Gantt,
    Grid,
    Heading,
    Listing,
    Note,
    Outline,
    Prose,
    Signature,
    Stack,
    Stacks,
)
from grantdesk.pdf import Marks, printed
from grantdesk.words.language import Language
from pdf.hostile import BLOCKS as HOSTILE
from pdf.hostile import TEXTS as HOSTILE_TEXTS
from pdf.reading import tree
from pdf.sample import PARAGRAPH, budget, gantt, matrix, outline, stacks


def verdicts(data: bytes, folder: Path) -> list[tuple[str, str, str]]:
    file = folder / "printed.pdf"
    file.write_bytes(data)
    return [
        (profile, failure.rule_id, failure.message)
        for profile in ("3a", "ua1")
        for failure in page.validate_pdf(str(file), profile=profile).failures
    ]


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [document[at].get_textpage().get_text_range() for at in range(len(document))]


def squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("draft", ["", "LUONNOS"])
def test_the_sample_conforms(draft: str, tmp_path: Path) -> None:
    assert verdicts(printed(outline(draft=draft)), tmp_path) == []


def test_what_people_type_never_breaks_conformance(tmp_path: Path) -> None:
    data = printed(outline(*HOSTILE, draft="<draft>\n\\("))
    assert verdicts(data, tmp_path) == []
    assert tree(data).all("H1")


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_hostile_title_conforms(text: str, tmp_path: Path) -> None:
    made = Outline(
        text, text, text, "fi", text, "2026-11-24T10:15:00Z", (Heading(2, text), Entry(text, text)), text
    )
    assert verdicts(printed(made), tmp_path) == []


def test_an_outline_without_blocks_is_a_page_that_conforms(tmp_path: Path) -> None:
    data = printed(Outline("Otsikko", "", "", "sv", "", "2026-11-24T10:15:00Z"))
    assert verdicts(data, tmp_path) == []
    assert len(pages(data)) == 1


def test_every_mark_is_claimed_and_leads_back() -> None:
    read = tree(printed(outline(*outline().blocks, matrix(25, 15), draft="LUONNOS")))
    assert {each.kind for each in read.kids} == {"P", "H1", "Div", "H2", "TOC", "Sect"}


def test_the_text_of_each_element_is_that_of_its_block() -> None:
    read = tree(printed(outline()))
    said = [each.whole() for each in read.all("P")]
    for block in outline().blocks:
        match block:
            case Entry():
                assert f"{block.label} {block.text}" in said
            case Note():
                assert block.text in said
            case Prose():
                assert block.label in said
    assert said.count(PARAGRAPH) == 6
    rows = [[cell.whole() for cell in row.kids] for row in read.all("TR")]
    assert [*map(str, ("Yhteensä", "", "286 500 €", "171 900 €"))] in [
        [" ".join(c.split()) for c in row] for row in rows
    ]


def test_nothing_is_cut(tmp_path: Path) -> None:
    """Not a long answer, not a word without end, not a row that is higher than a page."""
    answer = " ".join(f"sana{n}" for n in range(2500))
    word = "".join(f"x{n}" for n in range(1500))
    blocks = (
        Heading(2, "Pitkät"),
        Prose("Vastaus", (answer,)),
        Entry("Sana", word),
        Entry(word, "lyhyt"),
        Grid(
            "Korkea rivi", (Column("A"), Column("B", 3), Column("C", numeric=True)), ((word, answer, "1 €"),)
        ),
        Grid(word, tuple(Column(word) for _ in range(5)), (("a", "b", "c", "d", "e"),)),
        Note(answer, "error"),
        Signature(word, answer, word, answer),
    )
    data = printed(outline(*blocks))
    text = squashed("".join(pages(data)))
    assert verdicts(data, tmp_path) == []
    read = tree(data)
    said = [squashed(each.whole()) for each in read.all("P", "TD", "TH", "Caption")]
    assert said.count(squashed(answer)) == 5
    assert sum(word in each for each in said) == 11
    assert all(f"sana{n}" in text for n in range(2500))


def test_characters_that_no_font_has_are_read_from_the_box() -> None:
    data = printed(outline(Heading(2, "x"), Prose("", ("日本語 👩‍🔬 ok",)), Entry("كي", "한국어")))
    read = tree(data)
    assert "日本語 👩‍🔬 ok" in [each.whole() for each in read.all("P")]
    assert "كي 한국어" in [each.whole() for each in read.all("P")]


def test_a_tall_row_goes_on_over_pages_as_one_cell() -> None:
    long = "rivi\n" * 200
    read = tree(printed(outline(Grid("T", (Column("A"), Column("B")), (("a", long), ("b", "c"))))))
    cells = read.all("TD")
    assert len(cells) == 4
    assert len(cells[1].pages) > 3
    assert cells[1].whole() == " ".join(long.split())


def test_the_head_of_a_table_is_content_once_and_drawn_on_every_page() -> None:
    data = printed(outline(Heading(2, "x"), budget(120)))
    read = tree(data)
    assert [head.whole() for head in read.all("THead")] == ["Kustannuslaji Kuvaus Arvio Haettava tuki"]
    assert [len(head.pages) for head in read.all("TH")][:4] == [1, 1, 1, 1]
    assert [("Haettava tuki" in text) for text in pages(data)] == [True] * 4


def test_a_grid_without_rows_is_a_paragraph(tmp_path: Path) -> None:
    data = printed(outline(Grid("Muu rahoitus", (Column("A"),), ()), Grid("Ilman sarakkeita", (), ())))
    assert verdicts(data, tmp_path) == []
    assert not tree(data).all("Table")
    assert [each.whole() for each in tree(data).all("P")][-4:] == [
        "Muu rahoitus",
        "–",
        "Ilman sarakkeita",
        "–",
    ]


def test_a_grid_of_sums_only_has_a_body(tmp_path: Path) -> None:
    data = printed(outline(Grid("", (Column("A"), Column("B", numeric=True)), (), (("Yhteensä", "1"),), 1)))
    assert verdicts(data, tmp_path) == []
    assert [each.whole() for each in tree(data).all("TBody")] == ["Yhteensä 1"]


def test_rows_and_columns_have_heads() -> None:
    table = tree(printed(outline(Heading(2, "x"), matrix(3, 4)))).all("Table")[0]
    assert {head.scope for head in table.all("THead")[0].all("TH")} == {"/Column"}
    assert [head.whole() for row in table.all("TBody", "TFoot") for head in row.all("TH")] == [
        *(f"TP{n} Työpaketin nimi" for n in (1, 2, 3)),
        "Yhteensä",
    ]


def test_a_matrix_of_fifteen_partners_turns_the_page() -> None:
    data = printed(outline(Heading(2, "Työmäärät"), matrix(25, 15), Prose("Sitten", (PARAGRAPH,))))
    with pypdfium2.PdfDocument(data) as document:
        turned = [document[at].get_width() > document[at].get_height() for at in range(len(document))]
    assert turned[0] is False
    assert True in turned
    assert turned[-1] is False
    cells = [cell.whole() for cell in tree(data).all("TD")]
    assert len(cells) == 26 * 16
    assert "Työmäärät" in pages(data)[turned.index(True)]


def test_a_matrix_that_no_page_can_hold_is_parted_by_columns(tmp_path: Path) -> None:
    data = printed(outline(Heading(2, "x"), matrix(4, 60)))
    assert verdicts(data, tmp_path) == []
    tables = tree(data).all("Table")
    assert len(tables) > 1
    assert [table.all("Caption")[0].whole()[-5:] for table in tables] == [
        f"({n}/{len(tables)})" for n in range(1, len(tables) + 1)
    ]
    for table in tables:
        assert table.all("TBody")[0].whole().startswith("TP1 Työpaketin nimi")
    assert sum(len(table.all("THead")[0].all("TH")) - 1 for table in tables) == 61


def test_headings_leave_no_level_out_and_are_bookmarks() -> None:
    data = printed(
        outline(
            Heading(1, outline().title),
            Heading(4, "Syvä"),
            Heading(2, "Ylä", "1"),
            Heading(9, "Alin"),
            Heading(1, "Muu"),
        )
    )
    read = tree(data)
    kinds = [(each.kind, each.whole()) for each in read.all(*(f"H{n}" for n in range(1, 10)))]
    assert kinds[0] == ("H1", outline().title)
    assert kinds[2:] == [("H2", "Syvä"), ("H2", "1 Ylä"), ("H3", "Alin"), ("H2", "Muu")]
    with pypdfium2.PdfDocument(data) as document:
        marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks[0] == (0, outline().title, 0)
    assert marks[2:] == [(1, "Syvä", 1), (1, "1 Ylä", 1), (2, "Alin", 1), (1, "Muu", 1)]


def test_the_contents_lead_to_the_headings_and_tell_their_pages() -> None:
    data = printed(outline())
    read = tree(data)
    entries = [each.whole() for each in read.all("TOCI")]
    assert entries[0] == "1 Perustiedot 2"
    assert len(entries) == sum(isinstance(block, Heading) for block in outline().blocks)
    texts = pages(data)
    for entry in entries:
        number, _, rest = entry.partition(" ")
        said, _, at = rest.rpartition(" ")
        assert squashed(number + said) in squashed(texts[int(at) - 1])


def test_contents_that_nearly_fit_on_the_first_page_are_set_closer_until_they_do() -> None:
    def first(many: int) -> tuple[int, str]:
        found = pages(printed(outline(*(Heading(2, f"Osa {n}", str(n)) for n in range(1, many + 1)))))
        return len(found), found[0]

    most = next(many for many in range(20, 50) if f"Osa{many + 1}" not in squashed(first(many + 1)[1]))
    assert most > 28, "more than fit with the air of short contents"
    assert "Osa29" not in squashed(first(most + 1)[1]), "where they do not fit anyway they have their air"


def test_few_headings_need_no_contents_and_what_follows_begins_under_the_facts() -> None:
    three, four = ([Heading(2, f"Osa {n}", str(n)) for n in range(many)] for many in (3, 4))
    read = tree(printed(outline(*three)))
    assert not read.all("TOC")
    assert "Osa 2" in pages(printed(outline(*three)))[0]
    assert len(tree(printed(outline(*four))).all("TOCI")) == 4
    assert len(pages(printed(outline(*four)))) == 2


def test_what_follows_contents_of_two_pages_does_not_leave_the_second_one_empty() -> None:
    sections = tuple(Heading(2, f"Osa {n}", str(n)) for n in range(1, 40))
    second = pages(printed(outline(*sections)))[1]
    assert "Osa 39" in second
    assert squashed(second).count("Osa1") >= 1


@pytest.mark.parametrize("entries", range(8, 40))
def test_a_sum_never_stands_alone_on_the_next_page(entries: int) -> None:
    columns = (Column("Tehtävä", 3), Column("Palkka", numeric=True))
    rows = tuple((f"Rivi {n} " + "pitkä tehtävän kuvaus " * 8, f"{n} €") for n in range(1, 4))
    grid = Grid("Henkilöstö", columns, rows, (("Yhteensä", "6 €"),))
    filling = tuple(Entry(f"Kysymys {n}", "Vastaus") for n in range(entries))
    for text in pages(printed(outline(*filling, grid))):
        assert "Yhteensä" not in text or "Rivi 3" in text


def test_long_contents_leave_out_the_third_level() -> None:
    blocks = [Heading(2 + (n % 3 > 0), f"Otsikko {n}") for n in range(300)]
    assert len(tree(printed(outline(*blocks))).all("TOCI")) == 100


def test_a_title_of_any_length_is_whole_in_its_place_and_short_where_it_is_pointed_to() -> None:
    title = "pitkä otsikko " * 200
    data = printed(outline(*[Heading(2, title)] * 4, title=title))
    read = tree(data)
    assert read.all("H1")[0].whole() == read.all("Sect")[0].all("H2")[0].whole() == title.strip()
    assert read.all("TOCI")[0].whole().endswith("… 4")


def test_a_title_in_another_language_says_so() -> None:
    (plain,) = tree(printed(outline())).all("H1")
    (other,) = tree(printed(replace(outline(), lang="sv"))).all("H1")
    assert (plain.lang, other.lang) == ("", "sv")


def test_what_is_not_the_whole_says_so_under_its_title() -> None:
    read = tree(printed(replace(outline(), about="Osatoteuttaja 2: Esimerkki Oy")))
    assert [kid.kind for kid in read.kids][:4] == ["P", "H1", "P", "Div"]
    assert read.kids[2].whole() == "Osatoteuttaja 2: Esimerkki Oy"


def test_answers_in_another_language_say_so() -> None:
    read = tree(printed(outline()))
    assert next(each.whole() for each in read.all("P", "Span") if each.lang == "en").startswith("Flex")
    table = Grid("T", (Column("A"),), (("a",),), (("b",),), lang="sv")
    assert [each.lang for each in tree(printed(outline(table))).all("TBody", "TFoot")] == ["sv", "sv"]


def test_a_line_of_spaces_that_do_not_break_is_no_paragraph() -> None:
    read = tree(printed(outline(Heading(2, "x"), Prose("Tarve", ("\x1b\xa0", "a\n\u2007\nb")))))
    assert [each.whole() for each in read.all("Sect")[0].all("P")] == ["Tarve", "a", "b"]


def test_lines_that_look_like_a_list_are_one() -> None:
    text = "Ensin:\n- yksi\n• kaksi\n* kolme\nSitten:\n1. a\n2) b\n1.9.2027 alkaen"
    read = tree(printed(outline(Prose("K", (text,)))))
    assert [[item.whole() for item in each.kids] for each in read.all("L")] == [
        ["• yksi", "• kaksi", "• kolme"],
        ["1. a", "2) b"],
    ]
    assert [each.whole() for each in read.all("P")][-3:] == ["Ensin:", "Sitten:", "1.9.2027 alkaen"]


def test_a_long_answer_takes_the_whole_measure() -> None:
    read = tree(printed(outline(Entry("Lyhyt", "a"), Entry("Pitkä", PARAGRAPH * 2), Entry("Toinen", "b"))))
    said = [each.whole() for each in read.all("P")]
    assert said[-4:] == ["Lyhyt a", "Pitkä", PARAGRAPH * 2, "Toinen b"]


def test_what_is_left_empty_leaves_nothing_behind() -> None:
    blocks = (Listing("Liitteet", ()), Prose("", ("a",)), Signature("Oy Ab", "", "", ""))
    said = [each.whole() for each in tree(printed(outline(*blocks), Language("en"))).all("P")]
    assert said[4:] == ["Liitteet", "–", "a", "Oy Ab", "Place and date", "Signature", "Name in print"]


def test_a_draft_says_so_on_every_page() -> None:
    assert all(text.count("LUONNOS") == 2 for text in pages(printed(outline(draft="LUONNOS"))))
    assert not any("LUONNOS" in text for text in pages(printed(outline())))


@pytest.mark.parametrize("draft", ["\u200d", "y" * 5000, "日本", " "])
def test_any_word_may_mark_a_draft(draft: str, tmp_path: Path) -> None:
    assert verdicts(printed(outline(draft=draft)), tmp_path) == []


def test_every_page_names_the_application_and_its_number() -> None:
    texts = pages(printed(outline(), Language("en")))
    for at, text in enumerate(texts, 1):
        assert "GD-7F3A-20K9 · versio 12" in text
        assert f"Page {at} / {len(texts)}" in text
        assert "Esimerkkikorkeakoulu Oy" in text


def test_charts_are_figures_with_words_in_their_place(tmp_path: Path) -> None:
    data = printed(outline(gantt(), stacks(), gantt(40)))
    assert verdicts(data, tmp_path) == []
    figures = tree(data).all("Figure")
    assert figures[0].alt.startswith("Aikataulu. Kuusi työpakettia")
    assert [each.whole() for each in figures[0].kids] == ["Aikataulu"]
    assert "135 000 €" in " ".join(figures[1].whole().split())
    assert [figure.alt[:16] for figure in figures[2:]] == [f"Aikataulu ({n}/5)." for n in range(1, 6)]


def test_the_file_says_what_it_is() -> None:
    data = printed(outline(), marks=Marks("grantdesk 9.9"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "fi"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        assert str(pdf.docinfo.Title) == outline().title
        assert str(pdf.docinfo.Producer) == "grantdesk 9.9"
        assert str(pdf.docinfo.CreationDate) == "D:20261124101500Z"
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == outline().title
            assert xmp["xmp:CreateDate"] == "2026-11-24T10:15:00Z"
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")


def test_a_moment_without_a_zone_is_in_utc_and_is_told_in_the_zone_that_is_asked_for() -> None:
    made = replace(outline(), saved="2026-11-24T10:15:00")
    assert printed(made) == printed(outline())
    helsinki = timezone(timedelta(hours=2))
    assert "24.11.2026 klo 12.15 UTC+02:00" in " ".join(
        pages(printed(made, marks=Marks(zone=helsinki)))[0].split()
    )


def test_a_day_alone_is_told_as_a_day() -> None:
    made = replace(outline(), saved="2026-11-24")
    text = pages(printed(made))[0]
    assert "24.11.2026" in text
    assert "klo" not in text
    assert "Tallennettu" not in text


def test_a_moment_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        printed(Outline("t", "a", "c", "fi", "i", "eilen"))


SCRIPT = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from pdf.sample import outline
from grantdesk.pdf import printed
print(hashlib.sha256(printed(outline(draft="LUONNOS"))).hexdigest())
"""


def test_the_same_outline_gives_the_same_bytes_anywhere() -> None:
    roots = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "src")]
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "fi_FI.UTF-8"},
    ]
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, *roots],
            env=os.environ | world,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for world in worlds
    }
    assert len(digests) == 1
    assert printed(outline()) == printed(outline())


WORDS = st.text(st.one_of(st.sampled_from("aä €-–.\n\t()\\<&日😀\u200d"), st.characters()), max_size=40)
LANGS = st.sampled_from(["", "fi", "sv", "en"])
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4).map(tuple)
COLUMNS = st.tuples(*[st.builds(Column, WORDS, st.floats(0.1, 9), st.booleans())] * 3)
MONTHS = st.integers(-3, 60)
DRAWINGS = st.one_of(
    st.builds(
        Gantt,
        st.lists(st.builds(Bar, WORDS, MONTHS, MONTHS, st.integers(0, 4), st.booleans()), max_size=4).map(
            tuple
        ),
        MONTHS,
        st.lists(st.tuples(MONTHS, WORDS), max_size=4).map(tuple),
    ),
    st.builds(
        Stacks,
        st.lists(WORDS, max_size=4).map(tuple),
        st.lists(
            st.builds(Stack, WORDS, st.lists(st.integers(-5, 10**12), max_size=4).map(tuple), WORDS),
            max_size=3,
        ).map(tuple),
    ),
)
GRIDS = st.builds(Grid, WORDS, COLUMNS, ROWS, ROWS, st.integers(0, 3), lang=LANGS)
TEXTS = st.lists(WORDS, max_size=3).map(tuple)
BLOCKS = st.one_of(
    st.builds(Heading, st.integers(1, 9), WORDS, WORDS),
    st.builds(Entry, WORDS, WORDS, lang=LANGS, answered=st.booleans()),
    st.builds(Prose, WORDS, TEXTS, lang=LANGS, answered=st.booleans()),
    st.builds(Listing, WORDS, TEXTS, lang=LANGS),
    GRIDS,
    st.builds(Chart, WORDS, WORDS, DRAWINGS, GRIDS),
    st.builds(Note, WORDS, st.sampled_from(["info", "advice", "warning", "error"])),
    st.builds(Signature, WORDS, WORDS, WORDS, WORDS),
)
MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), timezones=st.just(UTC)).map(datetime.isoformat)
OUTLINES = st.builds(
    Outline, WORDS, WORDS, WORDS, st.sampled_from(["fi", "sv", "en"]), WORDS, MOMENTS,
    st.lists(BLOCKS, max_size=8).map(tuple), WORDS,
)  # fmt: skip


@given(OUTLINES)
def test_any_outline_conforms_and_every_mark_leads_back(made: Outline) -> None:
    data = printed(made)
    tree(data)
    with tempfile.TemporaryDirectory() as folder:
        assert verdicts(data, Path(folder)) == []


def test_every_signature_has_a_place_for_an_electronic_one() -> None:
    data = printed(
        outline(Heading(2, "Allekirjoitukset"), Signature("A Oy", "Johtaja"), Signature("B ry", "Pj", "N"))
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(field.T) for field in fields] == ["Signature1", "Signature2"]
        assert [str(field.TU) for field in fields] == [
            "Allekirjoitus – A Oy – Johtaja",
            "Allekirjoitus – B ry – Pj",
        ]
        assert all(field.AP.N.read_bytes() == b"" for field in fields)
    assert len(tree(data).all("Form")) == 2


def test_where_nobody_signs_there_is_no_form() -> None:
    with pikepdf.open(io.BytesIO(printed(outline()))) as pdf:
        assert ("/AcroForm" in pdf.Root) == any(isinstance(block, Signature) for block in outline().blocks)
