"""The command that takes an application out of its PDF."""

from pathlib import Path


def test_export_and_extract_give_the_file_back_byte_for_byte(command, complete: Path, tmp_path: Path):
    pdf, back = tmp_path / "printed.pdf", tmp_path / "back.grant"
    assert command("export", complete, "-o", pdf).code == 0
    assert command("extract", pdf, "-o", back).code == 0
    assert back.read_bytes() == complete.read_bytes()


def test_extract_never_replaces_a_file(command, complete: Path, tmp_path: Path):
    before = complete.read_bytes()
    assert command("extract", complete, "-o", complete).code == 2
    assert complete.read_bytes() == before


def test_extract_says_that_nothing_is_in_a_file(command, tmp_path: Path):
    (tmp_path / "empty.pdf").write_bytes(b"%PDF-1.7\n")
    said = command("extract", tmp_path / "empty.pdf", "-o", tmp_path / "x.grant")
    assert said.code == 2
    assert "no application" in said.err
    assert command("extract", tmp_path / "none.pdf", "-o", tmp_path / "x.grant").code == 3
