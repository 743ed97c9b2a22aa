"""The catalogues: that they are complete, and that the script which says so can tell."""

from pathlib import Path

import pytest

import catalogues
from sentences import sentences

SOURCE = """
from grantdesk.words import Phrase, counted, phrase, words

a = phrase("Save {file}", file="x")
b = counted("{n} error", "{n} errors", n=3)
c = phrase("Open" if a else "Close")
d = words.phrase("Under "  "way", **facts)
e = Phrase(said, facts)
f = Phrase("Bare", {})
g = Phrase("{n} cat", {}, plural="{n} cats")
h = phrase("Filled {later}")
i = trouble.phrase(1), print("not said")
"""

FINNISH = """# fi
msgid "Save {file}"
msgstr "Tallenna {file}"

msgid "{n} error"
msgid_plural "{n} errors"
msgstr[0] "{n} virhe"
msgstr[1] "{n} virhettä"

msgid "Open"
msgstr "Avaa"

msgid "Close"
msgstr "Sulje"

msgid "Under way"
msgstr "Kesken"

msgid "Bare"
msgstr "Paljas"

msgid "{n} cat"
msgid_plural "{n} cats"
msgstr[0] "yksi kissa"
msgstr[1] "{n} kissaa"

msgid "Filled {later}"
msgstr "{later} täytetään"
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small program, and its Finnish and Swedish sentences in one file."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.py").write_text(SOURCE, "utf-8")
    (tmp_path / "more.po").write_text(FINNISH + "\n" + FINNISH.replace("# fi", "# in Swedish"), "utf-8")
    return tmp_path


def test_every_sentence_of_the_program_is_translated() -> None:
    assert catalogues.check(catalogues.ROOT) == []


def test_the_sentences_are_found_in_the_source(tree: Path) -> None:
    found, faults = sentences(tree)
    assert faults == []
    assert {said: sentence.plural for said, sentence in found.items()} == {
        **dict.fromkeys(("Save {file}", "Open", "Close", "Under way", "Bare", "Filled {later}"), ""),
        "{n} error": "{n} errors",
        "{n} cat": "{n} cats",
    }
    assert found["Open"].sources == {"src/a.py"}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("phrase(sentence)", "phrase() needs its sentence written out, to be found and translated"),
        ("phrase('a' if x else y)", "phrase() needs its sentence written out, to be found and translated"),
        ("phrase()", "phrase() needs its sentence written out, to be found and translated"),
        (
            "counted('{n} a', many, n=1)",
            "counted() needs its sentence written out, to be found and translated",
        ),
        ("counted('{n} a', n=1)", "counted() needs a sentence for one and a sentence for several"),
        (
            "counted('a', 'b' if x else 'c', n=1)",
            "counted() needs a sentence for one and a sentence for several",
        ),
        ("phrase('{a} {b}', a=1)", "no fact for b"),
        ("phrase('{n} error')", "'{n} error' stands elsewhere with another plural"),
    ],
)
def test_what_cannot_be_translated_is_named(tree: Path, line: str, fault: str) -> None:
    (tree / "src/b.py").write_text(f"\n{line}\n", "utf-8")
    assert sentences(tree)[1] == [f"src/b.py:2: {fault}"]


def test_an_update_takes_the_translations_and_is_complete(tree: Path) -> None:
    assert catalogues.update(tree, [tree / "more.po"]) == []
    assert catalogues.check(tree) == []
    finnish = (tree / "resources/words/fi.po").read_text("utf-8")
    assert '#: src/a.py\nmsgid "Close"\nmsgstr "Sulje"\n' in finnish
    assert finnish.index('"Bare"') < finnish.index('"Close"') < finnish.index('"{n} error"')
    assert 'msgstr[1] "{n} virhettä"' in (tree / "resources/words/sv.po").read_text("utf-8")


def test_updating_twice_is_updating_once(tree: Path) -> None:
    catalogues.update(tree, [tree / "more.po"])
    before = (tree / "resources/words/fi.po").read_bytes()
    assert catalogues.update(tree, []) == []
    assert (tree / "resources/words/fi.po").read_bytes() == before


def test_a_later_file_wins_and_it_is_said(tree: Path) -> None:
    catalogues.update(tree, [tree / "more.po"])
    (tree / "even.fi.po").write_text(
        'msgid "Open"\nmsgstr "Aukaise"\n\nmsgid "Gone"\nmsgstr "Poissa"\n', "utf-8"
    )
    assert catalogues.update(tree, [tree / "even.fi.po"]) == [
        "fi.po: even.fi.po changes the translation of 'Open'",
        "fi.po: nobody says 'Gone' any more",
    ]
    assert catalogues.check(tree) == []
    assert '"Aukaise"' in (tree / "resources/words/fi.po").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('msgstr "Sulje"', 'msgstr ""', "no translation of 'Close'"),
        ('msgstr[1] "{n} virhettä"', 'msgstr[1] ""', "no translation of '{n} error'"),
        ('msgid "Close"', '#, fuzzy\nmsgid "Close"', "a fuzzy translation of 'Close'"),
        ('"Tallenna {file}"', '"Tallenna {tiedosto}"', "other slots in the translation of 'Save {file}'"),
        ('"{n} kissaa"', '"monta kissaa"', "other slots in the translation of '{n} cat'"),
        ('"yksi kissa"', '"{m} kissa"', "other slots in the translation of '{n} cat'"),
        (
            '\nmsgid_plural "{n} cats"\nmsgstr[0] "yksi kissa"\nmsgstr[1]',
            "\nmsgstr",
            "not the right number of forms of '{n} cat'",
        ),
        ('msgid "Close"', 'msgid "Gone"\nmsgstr "x"\n\nmsgid "Close"', "nobody says 'Gone' any more"),
        (
            "nplurals=2; plural=(n != 1)",
            "nplurals=2; plural=(n > 1)",
            "not as scripts/words --update writes it",
        ),
        (
            'msgid "Close"',
            '#~ msgid "Old"\n#~ msgstr "x"\n\nmsgid "Close"',
            "not as scripts/words --update writes it",
        ),
        ("#: src/a.py", "#: src/b.py:7", "not as scripts/words --update writes it"),
    ],
)
def test_a_catalogue_that_is_not_sound_is_found_out(tree: Path, old: str, new: str, fault: str) -> None:
    catalogues.update(tree, [tree / "more.po"])
    path = tree / "resources/words/fi.po"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert catalogues.check(tree) == [f"fi.po: {fault}"]


def test_a_program_without_catalogues_gets_empty_ones(tree: Path) -> None:
    assert "sv.po: no translation of 'Close'" in catalogues.check(tree)
    assert "sv.po: no translation of 'Close'" in catalogues.update(tree, [])
    assert 'msgid "{n} cat"\nmsgid_plural "{n} cats"\nmsgstr[0] ""\nmsgstr[1] ""' in (
        tree / "resources/words/sv.po"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ('# fi\nmsgid "a"\nmsgstr "b"\n\n# sv\nmsgid "a"\nmsgstr "c"', "x.po", ["fi", "sv"]),
        (
            '# fi\nmsgid "a"\nmsgstr "b"\n# sv\nmsgid "a"\nmsgstr "c"\nmsgid "d"\nmsgstr "e"',
            "x.po",
            ["fi", "sv"],
        ),
        ('msgid ""\nmsgstr ""\n"Language: sv\\n"\nmsgid "a"\nmsgstr "c"', "x.po", ["sv"]),
        ('msgid ""\nmsgstr ""\n"Language: sv\\n"\n\nmsgid "a"\nmsgstr "c"', "x.po", ["sv"]),
        ('# Finnish and Swedish\n\n#: src/fi.py\n#. suomi\nmsgid "a"\nmsgstr "b"', "x.po", ["fi"]),
        ('msgid "a"\nmsgstr "b"', "x.sv.po", ["sv"]),
        ("# nothing here", "x.po", []),
    ],
)
def test_a_file_says_which_language_its_entries_are_in(text: str, name: str, codes: list[str]) -> None:
    assert [*catalogues.split(text, name)] == codes


def test_entries_in_no_language_are_refused(tree: Path) -> None:
    (tree / "more.po").write_text('msgid "Open"\nmsgstr "Avaa"\n', "utf-8")
    with pytest.raises(ValueError, match="say which language"):
        catalogues.update(tree, [tree / "more.po"])
    assert not (tree / "resources").exists()


def test_the_command_fails_when_something_is_wrong(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "hatch_build.py").write_text("", "utf-8")
    monkeypatch.setattr(catalogues, "ROOT", tree)
    assert catalogues.main(["--check"]) == 1
    assert "fi.po: no translation of 'Bare'" in capsys.readouterr().out
    assert catalogues.main(["--update", str(tree / "more.po")]) == 0
    assert catalogues.main(["--check"]) == 0
    assert capsys.readouterr().out == ""
    (tree / "src/b.py").write_text("def", "utf-8")
    with pytest.raises(SystemExit, match="words: "):
        catalogues.main(["--update"])


def test_entries_need_no_empty_lines_between_them() -> None:
    parts = catalogues.split(
        '# fi\nmsgid "a"\nmsgstr "b"\n# sv\nmsgid "a"\nmsgstr "c"\nmsgid "d"\nmsgstr "e"', "x.po"
    )
    assert catalogues.read(parts["fi"], "fi") == {"a": catalogues.Entry(("b",))}
    assert catalogues.read(parts["sv"], "sv") == {
        "a": catalogues.Entry(("c",)),
        "d": catalogues.Entry(("e",)),
    }
