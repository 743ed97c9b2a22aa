"""The command that tells whether paper and data belong together."""

from pathlib import Path

import pypdfium2

from grantdesk.files.grant import digest
from grantdesk.files.reading import read


def test_a_print_is_verified_by_itself_and_against_its_application(command, complete: Path, tmp_path: Path):
    pdf = tmp_path / "printed.pdf"
    command("export", complete, "-o", pdf)
    assert command("verify", pdf).code == 0
    assert "belong together" in command("verify", pdf, complete).out
    command("set", complete, "acronym=Toinen")
    said = command("verify", pdf, complete)
    assert said.code == 1
    assert "Toinen" in said.out


def test_a_picture_of_the_first_page_is_verified(command, complete: Path, tmp_path: Path):
    pdf, scan = tmp_path / "printed.pdf", tmp_path / "scan.jpg"
    command("export", complete, "-o", pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        document[0].render(scale=150 / 72).to_pil().rotate(1.5, fillcolor="white").save(scan, quality=40)
    held = command("verify", "--image", scan, complete)
    assert held.code == 0
    assert "belong together" in held.out
    command("set", complete, "acronym=Toinen")
    assert command("verify", "--image", scan, complete).code == 1
    assert command("verify", "--image", complete, complete).code == 2, "no picture"
    assert command("verify", "--image", scan, "--code", "x", complete).code == 2
    assert command("verify", "--image", tmp_path / "none.png", complete).code == 3


def test_a_code_is_verified(command, complete: Path):
    code = digest(read(complete).grant)[:12].upper()
    assert command("verify", complete, "--code", code).code == 0
    assert command("verify", complete, "--code", "0000-0000-0000").code == 1
    assert command("verify", complete, complete, "--code", code).code == 2
    assert command("verify", complete.parent / "none.pdf").code == 3
