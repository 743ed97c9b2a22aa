"""The catalogues in resources/words: checked against the sentences of the program, and brought up to them."""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import PoFileError, escape, read_po

from sentences import SLOT, Sentence, sentences

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"fi": "Finnish", "sv": "Swedish"}
FORMS = 2  # Finnish and Swedish, as English: one, and several

# The date never changes: with the real one each build of the same sources would give another file.
HEAD = r"""# {name} sentences of grantdesk. scripts/words --update keeps the entries and their order.
msgid ""
msgstr ""
"Project-Id-Version: grantdesk\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\n"
"Language: {code}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""
MARK = re.compile(
    r"^(?:#(?![,:|~]).*\b(?:(?P<fi>fi|finnish|suomi|suomeksi)|(?P<sv>sv|swedish|svenska|ruotsi))\b"
    r'|"Language: (?:(?P<fi_head>fi)|(?P<sv_head>sv)))',
    re.IGNORECASE,
)

ENTRY_ENDS = re.compile(r'(?<=")\n(?=#|msgid ")')


@dataclass(frozen=True)
class Entry:
    """A translation: one form, or one for each of FORMS. `fuzzy`: the English has changed since it was made."""

    forms: tuple[str, ...]
    fuzzy: bool = False


Catalogue = dict[str, Entry]


def read(text: str, code: str) -> Catalogue:
    """The entries of a .po file by their English text. Those that were put aside ("#~") are left out."""
    entries: Catalogue = {}
    for message in read_po(BytesIO(text.encode()), locale=code, charset="utf-8", abort_invalid=True):
        said = message.id if isinstance(message.id, str) else message.id[0]
        string = message.string or ""
        if said:
            entries[said] = Entry((string,) if isinstance(string, str) else tuple(string), message.fuzzy)
    return entries


def written(code: str, found: Mapping[str, Sentence], entries: Mapping[str, Entry]) -> str:
    """The .po file: every sentence in the order of its English text, translated if it is."""
    blocks = [HEAD.format(name=LANGUAGES[code], code=code)]
    for said, sentence in sorted(found.items(), key=lambda item: (item[0].casefold(), item[0])):
        entry = entries.get(said, Entry(()))
        lines = [f"#: {source}" for source in sorted(sentence.sources)]
        lines += ["#, fuzzy"] * entry.fuzzy + [f"msgid {escape(said)}"]
        if sentence.plural:
            forms = (*entry.forms, *[""] * FORMS)[:FORMS]
            lines += [f"msgid_plural {escape(sentence.plural)}"]
            lines += [f"msgstr[{i}] {escape(form)}" for i, form in enumerate(forms)]
        else:
            lines += [f"msgstr {escape(next(iter(entry.forms), ''))}"]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def faults(found: Mapping[str, Sentence], entries: Mapping[str, Entry]) -> list[str]:
    """What is missing or wrong in a catalogue, and what is in it for nothing."""
    wrong = [f"nobody says {said!r} any more" for said in entries if said not in found]
    for said, sentence in sorted(found.items()):
        entry = entries.get(said)
        if entry is None or not all(entry.forms):
            wrong.append(f"no translation of {said!r}")
        elif entry.fuzzy:
            wrong.append(f"a fuzzy translation of {said!r}")
        elif len(entry.forms) != (FORMS if sentence.plural else 1):
            wrong.append(f"not the right number of forms of {said!r}")
        elif not same_slots(sentence, entry.forms):
            wrong.append(f"other slots in the translation of {said!r}")
    return wrong


def same_slots(sentence: Sentence, forms: Sequence[str]) -> bool:
    """Does the translation have the slots of the sentence? The form for one need not say its {n}."""
    wanted = sorted(SLOT.findall(sentence.plural or sentence.said))
    *one, last = [sorted(SLOT.findall(form)) for form in forms]
    return last == wanted and all({*slots, "n"} == {*wanted, "n"} for slots in one)


def split(text: str, name: str) -> dict[str, str]:
    """A file of entries in several languages, by language.

    A comment that names one language ("# fi"), a head that does ("Language: sv") or the file's name ("more.fi.po") says
    which language the entries after it are in. Heads are left out. ValueError if nothing says it.
    """
    ending = re.search(r"(?:^|[-_.])(fi|sv)\.po$", name)
    code = ending[1] if ending else ""
    parts: dict[str, list[str]] = {}
    apart = ENTRY_ENDS.sub("\n\n", text.replace("\r\n", "\n"))
    for block in re.split(r"\n(?:[ \t]*\n)+", apart):
        code = marked(block) or code
        if 'msgid ""\nmsgstr ""' in block or not re.search(r"^msgid ", block, re.MULTILINE):
            continue
        if not code:
            raise ValueError(f"{name}: say which language the entries are in, by a comment: # fi")
        parts.setdefault(code, []).append(block)
    return {code: "\n\n".join(blocks) for code, blocks in parts.items()}


def marked(block: str) -> str:
    """The language that a block names, if it is one."""
    named = {
        group[:2]
        for line in block.splitlines()
        for match in MARK.finditer(line)
        for group, value in match.groupdict().items()
        if value
    }
    return named.pop() if len(named) == 1 else ""


def check(root: Path) -> list[str]:
    """Everything that is wrong with the sentences of the program and with the catalogues."""
    found, wrong = sentences(root)
    for code in LANGUAGES:
        path = root / f"resources/words/{code}.po"
        text = path.read_text("utf-8") if path.exists() else ""
        entries = read(text, code)
        mine = faults(found, entries)
        if not mine and text != written(code, found, entries):
            mine = ["not as scripts/words --update writes it"]
        wrong += [f"{code}.po: {fault}" for fault in mine]
    return wrong


def update(root: Path, more: Iterable[Path]) -> list[str]:
    """Brings the catalogues up to the sentences, with the translations of more files; later ones win. Gives remarks."""
    found, remarks = sentences(root)
    files = [(path.name, split(path.read_text("utf-8"), path.name)) for path in more]
    for code in LANGUAGES:
        path = root / f"resources/words/{code}.po"
        entries = read(path.read_text("utf-8"), code) if path.exists() else {}
        for name, parts in files:
            for said, entry in read(parts.get(code, ""), code).items():
                known = entries.get(said)
                if known and all(known.forms) and known.forms != entry.forms:
                    remarks.append(f"{code}.po: {name} changes the translation of {said!r}")
                entries[said] = entry
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(code, found, entries), "utf-8", newline="\n")
        remarks += [f"{code}.po: {fault}" for fault in faults(found, entries)]
    return remarks


def main(arguments: Sequence[str]) -> int:
    """The command: 1 if --check finds something wrong."""
    parser = argparse.ArgumentParser(prog="words", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="say what is missing or wrong")
    what.add_argument("--update", action="store_true", help="bring the catalogues up to them, and compile")
    parser.add_argument("more", nargs="*", type=Path, help="files with more translations (with --update)")
    asked = parser.parse_args(arguments)
    try:
        remarks = update(ROOT, asked.more) if asked.update else check(ROOT)
    except (SyntaxError, ValueError, PoFileError) as error:  # nothing has been written yet
        sys.exit(f"words: {error}")
    for remark in remarks:
        print(remark)
    if asked.update:
        return subprocess.run([sys.executable, str(ROOT / "hatch_build.py")], check=False).returncode
    return 1 if remarks else 0
