"""The command line as a public contract: exit codes, one sentence on stderr, JSON that programs may rely on."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from grantdesk.app.command.demo import sample, samples
from grantdesk.files import places
from grantdesk.files.disk.lock import Lock
from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.words.phrase import phrase

SAMPLES = samples()


def test_calls_lists_every_call_that_comes_along(command):
    listed = command("calls", "--json")
    assert listed.code == 0
    assert [call["id"] for call in listed.data] == [path.stem for path in places.calls()]
    assert all(call["id"] in command("calls").out for call in listed.data)


@pytest.mark.parametrize("path", places.calls(), ids=lambda path: path.stem)
def test_every_call_that_comes_along_is_proved(command, path: Path):
    proved = command("call", "prove", path)
    assert (proved.code, proved.err) == (0, "")


def test_an_unsound_call_is_listed_fault_by_fault_and_ends_with_1(command, tmp_path: Path):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "call.toml").write_text('format = "grantdesk/call"\nid = "bad"\n', encoding="utf-8")
    proved = command("call", "prove", tmp_path / "bad", "--json")
    assert proved.code == 1
    assert {"place", "message"} <= proved.data[str(tmp_path / "bad")][0].keys()


def test_a_packed_call_is_the_same_call(command, tmp_path: Path):
    packed = tmp_path / "packed.json"
    assert command("call", "pack", "lump", "-o", packed).code == 0
    assert command("call", "show", packed, "--json").out == command("call", "show", "lump", "--json").out


def test_check_json_has_the_shape_of_the_contract(command, complete: Path):
    checked = command("check", complete, "--json", "--lang", "en")
    data = checked.data
    assert data["file"] == str(complete)
    assert data["call"].keys() == {"id", "version", "digest"}
    assert {"errors", "warnings", "advice", "progress"} <= data["summary"].keys()
    for finding in data["findings"]:
        assert {"rule", "severity", "path", "message", "source"} <= finding.keys()
    money = {"pay", "side_costs", "staff", "flat", "total", "income", "net", "grant", "own"}
    assert money <= data["figures"]["project"].keys()
    for partner in data["figures"]["partners"].values():
        assert money | {"years"} <= partner.keys()
        assert all(isinstance(partner[name], int) for name in money)
        for name in money:
            assert sum(year[name] for year in partner["years"].values()) == partner[name]
    assert checked.code == (1 if data["summary"]["errors"] else 0)


def test_the_sample_has_its_two_intended_findings(command, complete: Path):
    assert len(command("check", complete, "--json").data["findings"]) == 2


def test_partners_add_up_to_the_project(command, complete: Path):
    figures = command("check", complete, "--json").data["figures"]
    for name, cents in figures["project"].items():
        if isinstance(cents, int) and not isinstance(cents, bool):
            assert sum(partner[name] for partner in figures["partners"].values()) == cents


def test_several_files_are_checked_in_order_and_one_that_cannot_be_read_is_told(command, complete, tmp_path):
    other = tmp_path / "other.grant"
    other.write_bytes(b"PK no application")
    checked = command("check", complete, other, complete, "--json")
    assert [item["file"] for item in checked.data] == [str(complete), str(other), str(complete)]
    assert "error" in checked.data[1]
    assert checked.code == 3


def test_show_tells_the_application_in_each_language(command, complete: Path):
    shown = {lang: command("show", complete, "--lang", lang).out for lang in ("fi", "sv", "en")}
    assert len(set(shown.values())) == 3
    answers = read(complete).grant.answers
    assert all(answers[f"name_{lang}"] in text for lang, text in shown.items())


def test_export_prints_the_application(command, complete: Path, tmp_path: Path):
    pdf = tmp_path / "out.pdf"
    exported = command("export", complete, "-o", pdf, "--lang", "fi")
    assert exported.code == 0
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert read(complete).grant.answers["name_fi"].split()[0] in text
    document.close()


def test_export_tells_of_a_file_that_was_lost(command, complete: Path, tmp_path: Path):
    grant = read(complete).grant
    left = {key: each for key, each in grant.attachments.items() if each.size != 706}
    assert len(left) < len(grant.attachments)
    write(replace(grant, attachments=left), tmp_path / "rescued.grant")
    exported = command("export", tmp_path / "rescued.grant", "-o", tmp_path / "out.pdf", "--lang", "en")
    said = "These files are missing in the application and do not go along: yhteistyosopimus-luonnos.pdf."
    assert (exported.code, exported.err.splitlines()[0]) == (0, said)
    assert said not in command("export", complete, "-o", tmp_path / "out.pdf", "--lang", "en").err


def test_export_never_replaces_the_application(command, complete: Path):
    before = complete.read_bytes()
    assert command("export", complete, "-o", complete).code == 2
    assert complete.read_bytes() == before


def test_new_never_replaces_a_file(command, application: Path):
    before = application.read_bytes()
    again = command("new", "lump", "-o", application)
    assert (again.code, application.read_bytes()) == (2, before)
    assert again.err.count("\n") == 1


@pytest.mark.parametrize(
    "given",
    ["[]", "not json", '{"no_such_field": 1}', '{"name": 1.5}', "{" * 2000],
    ids=["a list", "no json", "an unknown field", "a float", "too deep"],
)
def test_answers_that_do_not_fit_are_refused_in_a_sentence(command, tmp_path: Path, given: str):
    source = tmp_path / "answers.json"
    source.write_text(given, encoding="utf-8")
    refused = command("new", "lump", "-o", tmp_path / "x.grant", "--answers", source)
    assert refused.code == 2
    assert refused.err
    assert "Traceback" not in refused.err
    assert not (tmp_path / "x.grant").exists()


def test_set_puts_answers_in_as_they_are_typed(command, complete: Path):
    assert command("set", complete, "end=31.12.2028", "--lang", "fi").code == 0
    assert read(complete).grant.answers["end"] == "2028-12-31"


def test_set_keeps_the_earlier_revision_as_the_parent(command, complete: Path):
    before = read(complete).grant
    command("set", complete, "end=31.12.2028", "--lang", "fi")
    after = read(complete).grant
    assert (after.parent, after.id) == (before.revision, before.id)


def test_set_refuses_what_it_cannot_read_and_leaves_the_file(command, complete: Path):
    before = complete.read_bytes()
    for change in ("end=sometime", "nothing=1", "end", "partners..name=x"):
        refused = command("set", complete, change)
        assert (refused.code, complete.read_bytes()) == (2, before), change
        assert "Traceback" not in refused.err


def test_set_makes_a_new_row_and_removes_one(command, complete: Path):
    before = len(read(complete).grant.answers["risks"])
    assert command("set", complete, "risks.+.risk=Myöhästyminen").code == 0
    rows = read(complete).grant.answers["risks"]
    new = next(key for key, row in rows.items() if row.get("risk") == "Myöhästyminen")
    assert len(rows) == before + 1
    assert rows[new]["pos"] == max(row["pos"] for row in rows.values())
    assert command("set", complete, f"risks.{new}=").code == 0
    assert len(read(complete).grant.answers["risks"]) == before


def test_what_cannot_be_read_ends_with_3_and_one_sentence(command, tmp_path: Path):
    (tmp_path / "letter.grant").write_bytes(b"%PDF-1.7 no application")
    for file in (tmp_path / "letter.grant", tmp_path / "absent.grant", tmp_path):
        for name in ("show", "check"):
            ended = command(name, file)
            assert ended.code == 3, (name, file)
            assert ended.err.count("\n") == 1
            assert "Traceback" not in ended.err


def test_rescue_saves_what_is_left_into_a_new_file(command, complete: Path, tmp_path: Path):
    damaged = tmp_path / "damaged.grant"
    damaged.write_bytes(complete.read_bytes()[:-200])
    before = damaged.read_bytes()
    assert command("show", damaged).code == 3
    assert command("rescue", damaged, "-o", tmp_path / "saved.grant").code == 0
    assert damaged.read_bytes() == before
    assert read(tmp_path / "saved.grant").grant.answers == read(complete).grant.answers


def test_demo_makes_an_application_and_its_pdf(command, tmp_path: Path):
    made = command("demo", "-o", tmp_path / "build")
    assert made.code == 0
    names = sorted(path.name for path in (tmp_path / "build").iterdir())
    assert names == sorted(f"{source.stem}{suffix}" for source in SAMPLES for suffix in (".grant", ".pdf"))


def test_selftest_passes(command):
    tested = command("selftest")
    assert (tested.code, "FAIL" in tested.out) == (0, False)


def test_selftest_tells_that_pictures_are_not_drawn(command, monkeypatch):
    monkeypatch.setattr("grantdesk.app.selftest.known", lambda _: {"x": phrase("No picture.")})
    tested = command("selftest", "--lang", "en")
    assert tested.code == 1
    assert [line for line in tested.out.splitlines() if "FAIL" in line] == [
        "FAIL  An attached picture is drawn"
    ]


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("check",), ("new",), ("show", "--lang", "de", "x.grant")]
)
def test_a_command_that_makes_no_sense_ends_with_2(command, arguments):
    assert command(*arguments).code == 2


def test_the_help_lists_the_commands(command):
    shown = command("--help")
    assert shown.code == 0
    assert "export" in shown.out


def test_a_fault_of_the_program_leaves_a_report_without_answers(command, complete, monkeypatch, tmp_path):
    secret = read(complete).grant.answers["name_fi"]

    def fails(*_: object) -> None:
        raise ZeroDivisionError(secret)

    monkeypatch.setattr("grantdesk.app.command.read.opened", fails)
    ended = command("show", complete)
    reports = list((tmp_path / "home" / "state" / "crashes").iterdir())
    assert ended.code == 70
    assert "ZeroDivisionError" in reports[0].read_text(encoding="utf-8")
    assert secret not in reports[0].read_text(encoding="utf-8") + ended.err


def test_the_same_answers_give_the_same_application(tmp_path: Path):
    one, two = sample(SAMPLES[0]), sample(SAMPLES[0])
    stripped = [json.dumps(grant.answers, sort_keys=True).count('"pos"') for grant in (one, two)]
    assert stripped[0] == stripped[1]
    write(one, tmp_path / "one.grant")
    assert read(tmp_path / "one.grant").grant == one


def test_identifiers_take_their_normal_form_on_the_way_in(command, complete: Path):
    partner = next(iter(read(complete).grant.answers["partners"]))
    assert command("set", complete, f"partners.{partner}.business_id=FI 201256 6").code == 0
    assert read(complete).grant.answers["partners"][partner]["business_id"] == "0201256-6"


def test_a_file_that_somebody_has_open_is_not_changed(command, complete: Path):
    lock = Lock.take(complete, "Aino Esimerkki", datetime.now(UTC))
    before = complete.read_bytes()
    refused = command("set", complete, "end=31.12.2028", "--lang", "fi")
    assert (refused.code, complete.read_bytes()) == (3, before)
    assert "Aino Esimerkki" in refused.err
    lock.release()
    assert command("set", complete, "end=31.12.2028", "--lang", "fi").code == 0
    assert not lock.path.exists()


def test_proving_tells_what_is_worth_a_second_look(command, tmp_path: Path):
    folder = tmp_path / "lump"
    shutil.copytree(next(path for path in places.calls() if path.stem == "lump"), folder)
    for sample_file in list((folder / "samples").iterdir())[1:]:
        sample_file.unlink()
    proved = command("call", "prove", folder)
    assert proved.code == 0
    assert "worth a look" in proved.err
