"""Paper tied to data: what belongs together says so, and what does not says what differs."""

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from desks import grant_of
from grantdesk.files.grant import Grant, digest
from grantdesk.files.writing import packed
from grantdesk.model.tree import put
from grantdesk.pdf import Attachment, NothingEnclosed, enclosed, reads_alike, seal
from grantdesk.pdf.cell import bounded
from grantdesk.pdf.code import payload, spelled
from grantdesk.pdf.sign.checking import Signed
from grantdesk.session.application import Application
from grantdesk.session.paper.code import code_verified
from grantdesk.session.paper.enclosing import MEDIA, unpacked
from grantdesk.session.paper.printing import Profile, printed
from grantdesk.session.paper.signer import signed
from grantdesk.session.paper.signing import FileKey, places, seen, sign
from grantdesk.session.paper.verdict import Verdict
from grantdesk.session.paper.verifying import verified
from grantdesk.words.language import Language
from pdf.papers import pictured
from pdf.sign.keys import NAME, PASSPHRASE, p12, pem
from pdf.works import here

ENGLISH = Language("en")


@pytest.fixture(scope="module")
def grant() -> Grant:
    return grant_of("lump", "complete")


@pytest.fixture(scope="module")
def pdf(grant: Grant) -> bytes:
    return printed(Application(grant), Language("fi"))


def test_a_pdf_and_its_application_belong_together(grant: Grant, pdf: bytes) -> None:
    verdict = verified(pdf, replace(grant, revision="0" * 32, saved="2027-01-01T00:00:00Z"), ENGLISH)
    said = [ENGLISH.say(each) for each in verdict.said]
    assert verdict.holds
    assert said == [
        "The PDF is as grantdesk made it.",
        "What is printed is what the application inside says.",
        "The PDF and the application belong together.",
    ]
    assert not verdict.differences
    assert verdict.open


def test_pictures_belong_together_too_and_files_come_out_as_they_went_in() -> None:
    full = pictured()
    made = printed(Application(full), Language("fi"))
    assert made.count(b"/Subtype/Image") == 5
    verdict = verified(made, full, ENGLISH)
    assert verdict.holds
    assert ENGLISH.say(verdict.said[-1]) == "The PDF and the application belong together."
    inside = unpacked(enclosed(made, MEDIA.encode()))
    assert {key: each.read() for key, each in inside.attachments.items()} == {
        key: each.read() for key, each in full.attachments.items()
    }


def test_what_has_changed_since_is_told_field_by_field(grant: Grant, pdf: bytes) -> None:
    title = grant.answers | {}
    key = next(name for name, value in title.items() if isinstance(value, str))
    changed = replace(grant, answers=put(grant.answers, (key,), "Jotain muuta"))
    verdict = verified(pdf, changed, ENGLISH)
    assert not verdict.holds
    assert [(each.path, each.after) for each in verdict.differences] == [((key,), "Jotain muuta")]


def test_another_application_is_told(grant: Grant, pdf: bytes) -> None:
    other = replace(grant, id="00000000-0000-4000-8000-000000000000")
    verdict = verified(pdf, other, ENGLISH)
    assert not verdict.holds
    assert "another application" in ENGLISH.say(verdict.said[-1])


def test_one_changed_byte_is_found_wherever_anything_is_said(pdf: bytes) -> None:
    table = int(pdf.rpartition(b"startxref\n")[2].partition(b"\n")[0])
    assert seal(pdf) == "whole"
    for at in range(10, table, len(pdf) // 40):
        assert seal(pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]) == "altered"


def test_an_altered_pdf_is_told(pdf: bytes) -> None:
    at = pdf.index(b"<pdf:Producer>") + 14
    verdict = verified(pdf[:at] + b"X" + pdf[at + 1 :], None, ENGLISH)
    assert not verdict.holds
    assert "altered" in ENGLISH.say(verdict.said[0])


def test_what_was_added_at_the_end_and_nobody_signed_does_not_hold(pdf: bytes) -> None:
    added = pdf + b"9999 0 obj\n<<>>\nendobj\nstartxref\n1\n%%EOF\n"
    assert seal(added) == "added"
    verdict = verified(added, None, ENGLISH)
    assert not verdict.holds
    assert "nobody signed" in ENGLISH.say(verdict.said[0])


@pytest.mark.parametrize("way", [bounded, here])
def test_pages_that_say_something_else_are_no_print(
    way: Callable[..., bytes], pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[reads_alike.__module__], "bounded", way)
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as read:
        del read.pages[0]
        read.save(changed)
    assert not reads_alike([pdf], changed.getvalue())
    assert not reads_alike([pdf], b"%PDF")
    assert not reads_alike([], pdf)
    assert reads_alike([changed.getvalue(), pdf], pdf + b"% comment")


def test_signatures_are_told_with_what_cannot_be_checked(pdf: bytes, tmp_path: Path) -> None:
    key, now = FileKey(p12(tmp_path), PASSPHRASE), datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
    data = sign(pdf, next(iter(places(pdf))), key, seen(ENGLISH, now))
    verdict = verified(data, None, ENGLISH, [pem(tmp_path).read_bytes()])
    said = [ENGLISH.say(each) for each in verdict.said]
    assert verdict.holds
    assert said[:2] == [
        "The PDF is as grantdesk made it, with signatures added.",
        "What is printed is what the application inside says.",
    ]
    assert said[2].startswith(f"Signed by {NAME}, ")
    assert any("revoked" in ENGLISH.say(each) for each in verdict.open)
    assert not any("trust" in ENGLISH.say(each) for each in verdict.open)
    assert any("trust" in ENGLISH.say(each) for each in verified(data, None, ENGLISH).open)
    assert any("leads to none" in ENGLISH.say(each) for each in verified(data, None, ENGLISH, []).open)


@pytest.mark.parametrize(
    "data", [b"", b"startxref\n1\n%%EOF\n", b"startxref\n999999999999\n%%EOF\n", b"x" * 100]
)
def test_strangers_files_are_no_prints(data: bytes) -> None:
    assert seal(data) == "altered"
    with pytest.raises(NothingEnclosed):
        verified(data, None, ENGLISH)


def saying(verdict: Verdict) -> list[str]:
    return [ENGLISH.say(each) for each in verdict.said]


@pytest.mark.parametrize(
    ("language", "empty", "profile"),
    [("sv", True, "draft"), ("en", False, "submission"), ("fi", False, "draft")],
)
def test_every_edition_is_known_as_a_print_of_what_is_inside(
    grant: Grant, language: str, empty: bool, profile: Profile
) -> None:
    verdict = verified(printed(Application(grant), Language(language), empty, profile), grant, ENGLISH)
    assert verdict.holds
    assert saying(verdict)[1] == "What is printed is what the application inside says."


def test_pages_of_another_application_around_this_one_are_told(grant: Grant, pdf: bytes) -> None:
    """Whole by its seal, made by who knows how: the pages give it away."""
    key = next(name for name, value in grant.answers.items() if isinstance(value, str))
    other = replace(grant, answers=put(grant.answers, (key,), "Jotain muuta"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grantdesk.session.paper.printing.enclosures", lambda *_: [own(grant)])
        forged = printed(Application(other), Language("fi"))
    assert seal(forged) == "whole"
    verdict = verified(forged, grant, ENGLISH)
    assert (verdict.holds, verdict.fit) == (False, "same")
    assert saying(verdict)[1].startswith("What is printed is not what the application inside says")
    assert saying(verdict)[2].endswith("do not rely on this PDF: print the application again.")


def own(grant: Grant) -> Attachment:
    return Attachment("a.grant", MEDIA, "Hakemus", "Source", packed(grant))


def test_what_another_version_printed_is_not_compared(grant: Grant) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grantdesk.session.paper.printing.PROGRAM", "grantdesk 0.0.1")
        old = printed(Application(grant), Language("fi"))
    verdict = verified(old, grant, ENGLISH)
    assert verdict.holds
    assert saying(verdict)[:2] == [
        "The PDF is as grantdesk made it.",
        "Another version of grantdesk printed it: its pages were not compared with the application inside.",
    ]


def test_a_print_that_another_program_wrote_anew_still_says_the_same(grant: Grant, pdf: bytes) -> None:
    anew = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as read:
        read.save(anew, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    verdict = verified(anew.getvalue(), grant, ENGLISH)
    assert not verdict.holds
    assert saying(verdict)[:2] == [
        "The PDF was altered after grantdesk made it, or another program has written it anew.",
        "What is printed is what the application inside says.",
    ]
    assert not any("belong together" in each for each in saying(verdict))


def test_a_signature_under_something_else_does_not_stand(grant: Grant, pdf: bytes, tmp_path: Path) -> None:
    key, now = FileKey(p12(tmp_path), PASSPHRASE), datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
    data = sign(pdf, next(iter(places(pdf))), key, seen(ENGLISH, now))
    at = data.index(b"<pdf:Producer>") + 14
    verdict = verified(data[:at] + b"X" + data[at + 1 :], grant, ENGLISH)
    assert not verdict.holds
    assert f"The signature of {NAME} does not stand: the file is not what was signed." in saying(verdict)
    added = verified(data + b"9999 0 obj\n<<>>\nendobj\nstartxref\n1\n%%EOF\n", grant, ENGLISH)
    assert not added.holds


def test_a_moment_that_nobody_told_is_not_made_up() -> None:
    without = Signed("Signature1", NAME, None, True, True, True, False, True, False)
    assert ENGLISH.say(signed(without)) == f"Signed by {NAME}; the file is as it was then."


def test_another_version_of_the_call_is_told(grant: Grant, pdf: bytes) -> None:
    verdict = verified(pdf, replace(grant, call=grant.call + b" "), ENGLISH)
    assert (verdict.holds, verdict.fit, verdict.differences) == (False, "changed", ())
    assert (
        saying(verdict)[-1]
        == "The application has changed since the PDF was made: its call is another version."
    )


def test_the_places_to_sign_are_told(pdf: bytes) -> None:
    found = places(pdf)
    assert found
    assert all(found.values())


def test_a_code_is_read_as_people_type_it(grant: Grant) -> None:
    own = digest(grant)
    for typed in (
        payload(own),
        spelled(own, " "),
        spelled(own[:12]),
        own[:12],
        f" {spelled(own[:16], '–')} ",
    ):
        assert code_verified(typed, grant).holds, typed
    for wrong in ("", "F55F", "F55F-51C8-B91G", "0" * 12, own + "0"):
        assert not code_verified(wrong, grant).holds, wrong


def test_letters_that_look_like_digits_are_taken_for_them(grant: Grant) -> None:
    own = digest(grant)
    for letters in ("OIZS", "oizs", "olzs"):
        typed = own.translate(str.maketrans("0125", letters))
        assert any(letter in typed for letter in letters)
        assert code_verified(typed, grant).holds, typed
        assert code_verified(f"grantdesk 1 {typed}", grant).holds, typed


def said_of(code: str, grant: Grant) -> tuple[str, str]:
    verdict = code_verified(code, grant)
    assert not verdict.holds
    return verdict.fit, ENGLISH.say(verdict.said[0])


def test_what_is_wrong_with_a_code_is_told(grant: Grant) -> None:
    """A missing group and one wrong key are no other application."""
    own = digest(grant)
    wrong = own[:4] + ("1" if own[4] == "0" else "0") + own[5:]
    assert said_of(own[:8], grant) == (
        "unread",
        "The code is not whole: it has 8 characters. It has 12 at the foot of a page, and 64 on the first one.",
    )
    assert said_of(own[:8] + own[12:], grant)[1].startswith("The code is not whole: it has 60 characters.")
    for typed in (wrong[:12], wrong):
        assert said_of(typed, grant) == (
            "unread",
            "All but 1 character of the code is right. Compare what you typed with the paper.",
        )
    other = own.translate(str.maketrans("0123456789abcdef", "123456789abcdef0"))
    for typed in (other, other[:12]):
        assert said_of(typed, grant) == (
            "differs",
            f"The paper is not of this application as it is now: its code is {spelled(own[:12])}.",
        )
    for typed in ("", "!", "hello", own[:11] + "g"):
        fit, said = said_of(typed, grant)
        assert fit == "unread"
        assert said.startswith(f"“{typed}” is no code of a printed page")


def test_the_digest_is_of_what_is_said_and_not_of_the_revision(grant: Grant) -> None:
    assert digest(grant) == digest(replace(grant, revision="0" * 32, parent=None, by="x"))
    assert digest(grant) != digest(replace(grant, answers=put(grant.answers, ("x",), "y")))
    assert digest(grant) != digest(replace(grant, id="00000000-0000-4000-8000-000000000000"))
    assert digest(grant) != digest(replace(grant, call=grant.call + b" "))
