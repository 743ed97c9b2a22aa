"""Every paper conforms, by two validators that know nothing of each other, and says under each tag what it should."""

import io
from pathlib import Path

import pikepdf
import pytest

from pdf.expected import expected, told
from pdf.papers import LARGE, MAKERS, failures, paper
from pdf.reading import tree
from pdf.vera.verdicts import judged, needed

COVERS = "SIGNATURE-BYTERANGE"  # see sign/test_signing.py: of several signatures only the last can cover the whole file
EVERY = pytest.mark.parametrize("name", [name for name in MAKERS if name not in LARGE])


@EVERY
def test_every_paper_conforms(name: str, tmp_path: Path) -> None:
    found = failures(paper(name).data, tmp_path)
    assert [each for each in found if name != "signed twice" or COVERS not in each] == []


@EVERY
def test_what_stands_under_each_tag_is_what_the_outline_says(name: str) -> None:
    """And the parent tree leads back from every mark, and none is claimed twice or by nobody: `tree` sees to it."""
    made = paper(name)
    assert told(tree(made.data)) == expected(made.outline)


@pytest.mark.slow
def test_verapdf_says_the_same(tmp_path: Path) -> None:
    needed()
    files = {tmp_path / f"{at}.pdf": name for at, name in enumerate(MAKERS)}
    for file, name in files.items():
        file.write_bytes(paper(name).data)
    assert {
        files[file]: verdict.broken for file, verdict in judged([*files]).items() if not verdict.holds
    } == {}


def unmarked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def unclaimed(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.StructParents


def misdrawn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"foo"))


@pytest.mark.slow
def test_verapdf_sees_what_is_broken(tmp_path: Path) -> None:
    """Whoever judges must be able to say no, and the second and third of these page-validation lets pass."""
    needed()
    files = []
    for wound in (unmarked, unclaimed, misdrawn):
        with pikepdf.open(io.BytesIO(paper("public").data)) as pdf:
            wound(pdf)
            files.append(tmp_path / f"{wound.__name__}.pdf")
            pdf.save(files[-1])
    (tmp_path / "no.pdf").write_bytes(b"no PDF at all")
    verdicts = judged([*files, tmp_path / "no.pdf"])
    assert [file.stem for file, verdict in verdicts.items() if verdict.holds] == []
