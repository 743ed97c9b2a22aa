"""An application printed for different readers."""

from pathlib import Path

import page
import pypdfium2
import pytest

from grantdesk.files.container.entry import MAGIC
from grantdesk.pdf import NothingEnclosed, enclosed


def text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(each.get_textpage().get_text_range() for each in document)


@pytest.mark.parametrize(
    ("arguments", "told", "untold"),
    [
        (("--as", "draft"), ("What the checks found", "DRAFT", "Vantaan kaupunki"), ()),
        (("--as", "findings"), ("What the checks found",), ("Signatures", "DRAFT")),
        (("--as", "public"), ("Public summary",), ("Signatures", "Budget", "Check code")),
        (("--as", "partner", "--partner", "2"), ("Financing plan",), ("Public summary",)),
    ],
)
def test_each_reader_gets_what_is_meant_for_it(
    command, complete: Path, tmp_path: Path, arguments, told, untold
):
    pdf = tmp_path / "x.pdf"
    assert command("export", complete, "-o", pdf, "--lang", "en", *arguments).code == 0
    read = text(pdf)
    assert [each for each in told if each not in read] == []
    assert [each for each in untold if each in read] == []


def test_only_the_whole_application_travels_inside(command, complete: Path, tmp_path: Path):
    pdf = tmp_path / "x.pdf"
    for profile in ("submission", "draft"):
        command("export", complete, "-o", pdf, "--as", profile)
        assert enclosed(pdf.read_bytes(), MAGIC) == complete.read_bytes()
        assert command("verify", pdf, complete).code == 0
    for arguments in (("public",), ("findings",), ("partner", "--partner", "1")):
        command("export", complete, "-o", pdf, "--as", *arguments)
        with pytest.raises(NothingEnclosed):
            enclosed(pdf.read_bytes(), MAGIC)


def test_a_partner_is_named_or_counted(command, complete: Path, tmp_path: Path):
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    assert command("export", complete, "-o", one, "--as", "partner", "--partner", "1").code == 0
    assert (
        command("export", complete, "-o", two, "--as", "partner", "--partner", "vantaan KAUPUNKI").code == 0
    )
    assert one.read_bytes() == two.read_bytes()
    for wrong in (("--as", "partner"), ("--partner", "1"), ("--as", "partner", "--partner", "9")):
        assert command("export", complete, "-o", one, *wrong).code == 2


def test_a_call_is_printed_as_a_form_on_paper(command, tmp_path: Path):
    pdf = tmp_path / "form.pdf"
    assert command("call", "form", "lump", "-o", pdf, "--lang", "en").code == 0
    assert "Signature" in text(pdf)
    verdicts = [page.validate_pdf(str(pdf), profile=profile).failures for profile in ("3a", "ua1")]
    assert verdicts == [[], []]
