"""Handing on: what is to see to, the files that go along, and the PDF, which never takes the application's place."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from desks import NOW, grant_of, session_of
from grantdesk.files.trouble import Missing
from grantdesk.files.writing import write
from grantdesk.session.handing.attached import attached, copy, laid_out, safe, wanted
from grantdesk.session.handing.checklist import Matter, checklist
from grantdesk.session.handing.exporting import Wish, WouldReplace, is_draft, name, printing, suggested
from grantdesk.session.session import Session
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase

EN = Language("en")


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))


def matters(session: Session, now: datetime = NOW) -> dict[str, Matter]:
    return {EN.say(matter.said): matter for matter in checklist(session, EN, now)}


def test_a_complete_application_lacks_no_answer_and_no_file() -> None:
    found = matters(session_of("hevi", "complete"))
    assert found["Required answers"].state == "done"
    assert found["Required attachments"].state == "done"
    assert EN.say(found["Required attachments"].stands) == "5 files"


def test_an_unfinished_one_says_where_to_go_on() -> None:
    session = session_of("hevi", "unfinished")
    found = matters(session)
    assert found["Required answers"].state == "in_work"
    assert session.form.node(found["Required answers"].path) is not None
    assert found["Required attachments"].state == "to_fix"
    assert found["Required attachments"].path == ("cooperation_agreement",)
    assert len(found["Required attachments"].details) == 2


def test_a_file_that_was_lost_is_told() -> None:
    grant = grant_of("hevi", "complete")
    digest = next(iter(grant.attachments))
    left = {key: content for key, content in grant.attachments.items() if key != digest}
    session = Session(replace(grant, attachments=left))
    (file,) = [each for each in attached(session, EN) if each.sha256 == digest]
    told = matters(session)["Files that are attached"]
    assert (told.state, told.path) == ("to_fix", file.path)
    assert [EN.say(said) for said in told.details] == [f"{EN.say(file.place)}: {file.name}"]
    assert "Files that are attached" not in matters(Session(grant))


def test_an_empty_one_has_not_been_started() -> None:
    assert matters(session_of("hevi"))["Required answers"].state == "not_started"


def test_everybody_who_must_sign_is_named() -> None:
    signing = matters(session_of("hevi", "complete"))["Who must sign"]
    said = [EN.say(detail) for detail in signing.details if isinstance(detail, Phrase)]
    assert said[0] == "Vantaan kaupunki: Helmi Mallinen, apulaiskaupunginjohtaja"
    assert len(said) == 3


@pytest.mark.parametrize(
    ("now", "state", "stands"),
    [
        (NOW, "done", "in 157 days"),
        (datetime(2027, 4, 29, 22, 0, tzinfo=UTC), "in_work", "today"),
        (datetime(2027, 4, 29, 8, 0, tzinfo=UTC), "in_work", "in 1 day"),
        (datetime(2027, 4, 30, 14, 0, tzinfo=UTC), "to_fix", "closed"),
    ],
)
def test_the_closing_time_is_counted_down_where_the_call_is(now: datetime, state: str, stands: str) -> None:
    closing = matters(session_of("hevi"), now)["The call closes"]
    assert (closing.state, EN.say(closing.stands)) == (state, stands)


def test_files_are_told_with_their_places_and_copied_as_they_are(tmp_path: Path) -> None:
    session = session_of("hevi", "complete")
    files = attached(session, EN)
    assert [file.name for file in files][:2] == ["yhteistyosopimus-luonnos.pdf", "kokeiluymparistot.png"]
    assert EN.say(files[0].place) == "Attachments of the project › Cooperation agreement of the group project"
    copy(session, files[0], tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").stat().st_size == files[0].size


@pytest.mark.usefixtures("own_home")
def test_a_copy_to_open_lies_among_what_can_be_made_anew(tmp_path: Path) -> None:
    session = session_of("hevi", "complete")
    path = laid_out(session, attached(session, EN)[0])
    assert path.is_relative_to(tmp_path / "home")
    assert path.name == "yhteistyosopimus-luonnos.pdf"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    session = session_of("hevi", "complete")
    lost = replace(attached(session, EN)[0], sha256="0" * 64)
    with pytest.raises(Missing):
        copy(session, lost, tmp_path / "copy.pdf")


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\temp\\a.pdf", "C_temp_a.pdf"),
        ("...", "file"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        (".hidden", "hidden"),
    ],
)
def test_the_name_of_a_file_leads_nowhere_else(given: str, taken: str) -> None:
    assert safe(given) == taken


def test_questions_for_files_are_told_though_nothing_goes_along() -> None:
    first = wanted(session_of("hevi", "unfinished"), EN)[0]
    assert (first.path, first.needed, first.files) == (("cooperation_agreement",), True, ())


def test_the_pdf_is_that_of_the_moment_it_was_asked_for(tmp_path: Path) -> None:
    session = session_of("hevi", "complete")
    job = printing(session)
    session.edit({("name_fi",): "Toinen nimi"}, phrase("Change"))
    job.export(Wish("fi"), tmp_path / "a.pdf")
    text = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()
    assert "Hiljainen jakelu" in text
    assert "Toinen nimi" not in text


@pytest.mark.parametrize(("language", "said"), [("fi", "Sisällys"), ("sv", "Innehåll"), ("en", "Contents")])
def test_it_is_printed_in_the_language_that_was_chosen(language: str, said: str) -> None:
    data = printing(session_of("hevi", "complete")).pdf(Wish(language))
    assert said in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def test_without_empty_parts_it_is_shorter() -> None:
    job = printing(session_of("hevi", "unfinished"))
    whole, short = (len(pypdfium2.PdfDocument(job.pdf(Wish("fi", empty)))) for empty in (True, False))
    assert short <= whole


def test_it_never_takes_the_place_of_the_application(tmp_path: Path) -> None:
    own = tmp_path / "a.grant"
    write(grant_of("hevi", "complete"), own)
    before = own.read_bytes()
    (tmp_path / "link.pdf").symlink_to(own)
    for target in (own, tmp_path / "link.pdf"):
        with pytest.raises(WouldReplace):
            printing(session_of("hevi", "complete")).export(Wish("fi"), target, own)
    assert own.read_bytes() == before


def test_a_name_is_suggested_after_the_file_or_the_project(tmp_path: Path) -> None:
    session = session_of("hevi", "complete")
    own = tmp_path / "Hakemus.grant"
    assert name(session, Wish("fi"), own) == "Hakemus.pdf"
    assert name(session, Wish("sv", profile="draft"), own) == "Hakemus (draft, sv).pdf"
    assert name(session, Wish("fi"), None).startswith("Hiljainen jakelu")
    assert suggested(session, Wish("fi"), own) == tmp_path / "Hakemus.pdf"
    (tmp_path / "out").mkdir()
    assert suggested(session, Wish("fi"), own, str(tmp_path / "out")) == tmp_path / "out/Hakemus.pdf"
    assert suggested(session, Wish("fi"), own, str(tmp_path / "gone")) == tmp_path / "Hakemus.pdf"


def test_errors_make_a_draft() -> None:
    session = session_of("hevi", "complete")
    assert is_draft(session)
    wrong = next(finding for finding in session.report.findings if finding.severity == "error")
    session.edit({wrong.path: "2029-08-31"}, phrase("Change"))
    assert not is_draft(session)
