"""Tests of the bench of the PDF: that it compares like with like, and that it says plainly what was missed."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from bench.pdf.rounds import Took
from bench.pdf.target import targets
from bench.rivals import with_grantdesk, with_untagged
from bench.rivals.data import Content
from bench.rivals.markup import page

TEXT = "Kaksi\nkappaletta. " * 200
COLUMNS = [
    {"label": "Erä", "share": 1.0, "numeric": False},
    {"label": "Euroa", "share": 1.0, "numeric": True},
]


@pytest.fixture
def content(tmp_path: Path) -> Content:
    enclosed = tmp_path / "application.grant"
    enclosed.write_bytes(b"PK")
    grid = {
        "caption": "Kulut",
        "columns": COLUMNS,
        "rows": [["Palkat", "1 000"]],
        "foot": [["Yhteensä", "1 000"]],
    }
    blocks = [
        {"kind": "Heading", "level": 2, "text": "Hanke", "number": "1"},
        {"kind": "Entry", "label": "Nimi", "text": "<b>Ei & lihavoitu</b>", "lang": "", "answered": True},
        {
            "kind": "Prose",
            "label": "Tavoite",
            "paragraphs": [TEXT],
            "lang": "",
            "answered": True,
        },
        {"kind": "Grid", **grid, "row_heads": 1, "lang": ""},
    ]
    about = {"title": "Ääni", "applicant": "Kaupunki", "call": "Haku", "language": "fi", "identity": "a-1"}
    return Content(**about, saved="2027-01-01T12:00:00Z", blocks=blocks, enclosed=enclosed)


def test_our_untagged_print_says_the_same_on_the_same_pages(content: Content) -> None:
    tagged, untagged = with_grantdesk.made(content), with_untagged.made(content)
    assert b"/StructTreeRoot" not in untagged
    assert _pages(tagged) == _pages(untagged)
    assert len(_pages(tagged)) > 2


def test_others_are_given_the_text_letter_by_letter(content: Content) -> None:
    html = page(content, "")
    assert "&lt;b&gt;Ei &amp; lihavoitu&lt;/b&gt;" in html
    assert html.count("<p>Kaksi</p>") == 1
    assert html.count("<p>kappaletta. Kaksi</p>") == 199
    assert '<th scope=row>Palkat</th><td align="right">1 000</td>' in html


def test_a_target_is_met_at_its_edge_and_missed_beyond() -> None:
    warm = {"grantdesk": _took(100), "untagged": _took(77), "typst": _took(300), "platypus": _took(299)}
    whole = {"export": _took(400, peak=80.0), "typst": _took(400)}
    met = {target.name: target.met for target in targets(warm, whole, {65: 1.0, 1000: 1.2})}
    assert [name for name, is_met in met.items() if not is_met] == [
        "≥ 3 times faster than platypus, 65 pages"
    ]


def test_what_was_not_measured_is_not_met() -> None:
    found = list(targets({"grantdesk": _took(1), "untagged": _took(1)}, {"export": _took(1)}, {65: 1.0}))
    assert [target.said for target in found if not target.met] == ["not measured"] * 3


def _took(cpu: float, peak: float = 0.0) -> Took:
    return Took([cpu], [cpu], peak)


def _pages(data: bytes) -> list[str]:
    with PdfDocument(data) as document:
        return [document[at].get_textpage().get_text_range() for at in range(len(document))]
