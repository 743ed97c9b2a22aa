"""What people type is text: no link that runs, nothing pulled in from the machine. And the code is large enough."""

import io
from collections.abc import Iterator
from functools import cache

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from bench.reference import Size
from desks import grant_of
from grantdesk.pdf.code import PREFIX, SHORT, spelled
from pdf.papers import Paper, Wild, paper, print_of

SECRET = "tämä-ei-kuulu-hakemukseen"
RUNS = {
    "/URI",
    "/JavaScript",
    "/JS",
    "/Launch",
    "/GoToR",
    "/GoToE",
    "/SubmitForm",
    "/ImportData",
    "/Rendition",
}
SIZE = 15.0  # mm: what a scan at 150 dots an inch can still be read from
DPI = 400
# The public summary and a blank form are tied to no data.
TIED = (
    "whole, fi",
    "unfinished",
    "draft",
    "without empty parts",
    "partner",
    "findings",
    "lump sum",
    "signed once",
)
UNTIED = ("public", "form, fi", "form, sv")


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """An application full of addresses: of scripts, of files of this machine, and of the web."""
    file = tmp_path_factory.mktemp("machine") / "secret.txt"
    file.write_text(SECRET, "utf-8")
    texts = (
        "javascript:app.alert(1)",
        f"file://{file}",
        f'<img src="{file}"> <a href="javascript:alert(1)">x</a> <link href="{file}" rel="attachment">',
        "data:text/html,<script>alert(1)</script>",
        "https://example.org/?q=1 http://example.org mailto:a@example.org",
        f"\\input{{{file}}} {{{{ {file} }}}} #include <{file}> [x]({file}) ![]({file}) @import '{file}'",
        f"/F ({file}) /S /URI /URI (http://example.org) /S /JavaScript /JS (app.alert\\(1\\))",
    )
    return print_of(grant_of("hevi", Wild("hevi", texts, Size(2, 2, 1, 1), 5).answers()))


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those inside others too."""
    waiting = [*pdf.objects]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            yield each
            waiting += [value for _, value in each.items() if not getattr(value, "is_indirect", False)]
        elif isinstance(each, pikepdf.Array):
            waiting += [value for value in each if not getattr(value, "is_indirect", False)]


def test_no_address_that_is_typed_becomes_a_link(links: Paper) -> None:
    with pikepdf.open(io.BytesIO(links.data)) as pdf:
        assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
        annotations = [each for each in dictionaries(pdf) if each.get("/Subtype") in ("/Link", "/Widget")]
        for each in dictionaries(pdf):
            assert not RUNS & set(each.keys()), each
            assert str(each.get("/S", "")) not in RUNS, each
            assert "/AA" not in each, each
    assert annotations, "the contents are links"
    assert all("/Dest" in each for each in annotations if each.Subtype == "/Link")


def test_nothing_of_the_machine_is_pulled_in(links: Paper) -> None:
    with pikepdf.open(io.BytesIO(links.data)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        assert len(streams) > 10
        assert not any(each.get("/Subtype") == "/Image" for each in streams)
        for each in streams:
            assert SECRET.encode() not in each.read_bytes()
            assert SECRET.encode("utf-16-be") not in each.read_bytes()
    assert "javascript:app.alert(1)" in text(links.data), "it stands there as it was typed"


def text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "".join(document[at].get_textpage().get_text_range() for at in range(len(document)))


@cache
def codes(name: str) -> list[tuple[str, float]]:
    """The codes on the first page, with the shorter side of each in mm, measured as it is drawn."""
    with pypdfium2.PdfDocument(paper(name).data) as document:
        picture = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
    found = []
    for code in zxingcpp.read_barcodes(picture):
        at = code.position
        corners = [at.top_left, at.top_right, at.bottom_right, at.bottom_left]
        sides = [
            abs(complex(a.x - b.x, a.y - b.y))
            for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
        ]
        found.append((code.text, min(sides) / DPI * 25.4))
    return found


@pytest.mark.parametrize("name", TIED)
def test_the_code_is_large_enough_for_a_scan_for_every_reader(name: str) -> None:
    ((said, side),) = codes(name)
    assert said.startswith(PREFIX)
    assert side >= SIZE
    own = said.removeprefix(PREFIX)
    assert len(own) == 64
    with pypdfium2.PdfDocument(paper(name).data) as document:
        for at in range(len(document)):
            assert spelled(own[:SHORT]) in document[at].get_textpage().get_text_range(), "at the foot"


@pytest.mark.parametrize("name", UNTIED)
def test_what_is_tied_to_no_data_has_no_code(name: str) -> None:
    assert codes(name) == []
