"""Where answers name a file."""

from desks import grant_of
from grantdesk.session.named import DIGEST, digests, named

FILE = {"name": "a.pdf", "type": "application/pdf", DIGEST: "0a"}


def test_files_are_told_with_their_places_in_the_order_of_the_tree() -> None:
    answers = {
        "b": {"x": FILE},
        "a": {"r": {"files": {"y": FILE, "z": {**FILE, DIGEST: "0b"}}}},
        "text": "0c",
    }
    places = [path for path, _ in named(answers)]
    assert places == [("b", "x"), ("a", "r", "files", "y"), ("a", "r", "files", "z")]
    assert digests(answers) == ["0a", "0b"]


def test_what_is_no_digest_names_nothing() -> None:
    answers = {"a": {DIGEST: 7}, "b": {DIGEST: {"deeper": FILE}}}
    assert [path for path, _ in named(answers)] == [("b", DIGEST, "deeper")]
    assert digests(answers) == ["0a"]


def test_a_complete_application_holds_what_its_answers_name() -> None:
    grant = grant_of("hevi", "complete")
    assert {*digests(grant.answers)} == grant.attachments.keys()
