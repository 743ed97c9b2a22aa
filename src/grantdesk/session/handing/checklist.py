"""What to see to before an application is submitted: each matter with its state, in words, and the way to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from grantdesk.model.path import ROOT, Path
from grantdesk.outline.block import Signature
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import plain
from grantdesk.outline.signature import signatures
from grantdesk.rules.finding import Finding
from grantdesk.rules.progress import State
from grantdesk.session.handing.attached import Attached, wanted
from grantdesk.session.session import Session
from grantdesk.words.language import Language
from grantdesk.words.phrase import Fact, Phrase, counted, phrase
from grantdesk.words.writing import parsed_day


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to see to: what it is, how it stands, lines that say more, the place to go to (ROOT: there is none),
    and what is done about it, if it is not an answer."""

    said: Phrase
    state: State
    stands: Phrase
    details: tuple[Fact, ...] = ()
    path: Path = ROOT
    deed: Literal["", "sign"] = ""


def checklist(session: Session, language: Language, now: datetime) -> list[Matter]:
    """Everything to see to, in the order in which one does."""
    dossier = session.dossier(language)
    return [
        _answered(session),
        _errors(session),
        *_remarks(session),
        *_attachments(session, language),
        *_notice(session),
        *_signatures(dossier),
        *_closing(session, now),
    ]


def _of(session: Session, severity: str) -> list[Finding]:
    return [finding for finding in session.report.findings if finding.severity == severity]


def _answered(session: Session) -> Matter:
    whole = session.report.progress.whole
    missing = [finding for finding in _of(session, "error") if finding.missing]
    stands = phrase("{answered} of {asked}", answered=whole.answered, asked=whole.asked)
    state: State = "in_work" if whole.touched else "not_started"
    if whole.answered >= whole.asked and not missing:
        state = "done"
    return Matter(phrase("Required answers"), state, stands, path=_first(missing))


def _errors(session: Session) -> Matter:
    wrong = [finding for finding in _of(session, "error") if not finding.missing]
    if not wrong:
        return Matter(phrase("Errors in answers"), "done", phrase("none"))
    stands = counted("{n} to fix", "{n} to fix", n=len(wrong))
    return Matter(phrase("Errors in answers"), "to_fix", stands, path=_first(wrong))


def _remarks(session: Session) -> Iterator[Matter]:
    """Warnings and advice stop nobody, but somebody should have looked at them."""
    found = [*_of(session, "warning"), *_of(session, "advice")]
    if found:
        stands = counted("{n} to look at", "{n} to look at", n=len(found))
        yield Matter(phrase("Warnings and advice"), "in_work", stands, path=_first(found))


def _attachments(session: Session, language: Language) -> Iterator[Matter]:
    questions = wanted(session, language)
    missing = {
        finding.path for finding in session.report.findings if finding.missing and finding.severity == "error"
    }
    asked = [each for each in questions if each.needed or each.files or each.path in missing]
    if not asked:
        return
    yield from _lost(session, [file for each in asked for file in each.files])
    lacking = [each for each in asked if not each.files]
    files = sum(len(each.files) for each in asked)
    if lacking:
        stands = counted("{n} missing", "{n} missing", n=len(lacking))
        places = tuple(each.place for each in lacking)
        yield Matter(phrase("Required attachments"), "to_fix", stands, places, lacking[0].path)
    else:
        yield Matter(
            phrase("Required attachments"),
            "done",
            counted("{n} file", "{n} files", n=files),
            path=asked[0].path,
        )


def _lost(session: Session, files: Sequence[Attached]) -> Iterator[Matter]:
    """Files that answers name and the application does not hold, as after a rescue: they cannot go along."""
    gone = [file for file in files if file.sha256 not in session.attachments]
    if gone:
        stands = counted("{n} missing", "{n} missing", n=len(gone))
        names = tuple(phrase("{place}: {name}", place=file.place, name=file.name) for file in gone)
        yield Matter(phrase("Files that are attached"), "to_fix", stands, names, gone[0].path)


def _notice(session: Session) -> Iterator[Matter]:
    """What nobody has seen the call notice say is to be compared with it."""
    call = session.form.call
    nodes = [node for section in call.sections for node in section.nodes]
    open_ = sum(not node.confirmed for node in nodes) + sum(not rule.confirmed for rule in call.rules)
    if open_ or call.notice.remark:
        day = parsed_day(call.notice.checked)
        stands = phrase("compare with the notice")
        said = phrase(
            "This form was compared with public sources on {day}. Read the call notice before you submit: {address}",
            day=day or call.notice.checked,
            address=call.notice.address or "–",
        )
        yield Matter(phrase("The call notice"), "in_work", stands, (said,))


def _signatures(dossier: Dossier) -> Iterator[Matter]:
    places = [block for block in signatures(dossier, 2) if isinstance(block, Signature)]
    if places:
        stands = counted("{n} signature", "{n} signatures", n=len(places))
        names = tuple(_signer(place) for place in places)
        yield Matter(phrase("Who must sign"), "not_started", stands, names, deed="sign")


def _signer(place: Signature) -> Fact:
    if place.name:
        return plain("{organisation}: {name}", organisation=place.organisation, name=place.name)
    return plain("{organisation}: {name}", organisation=place.organisation, name=place.role)


def _closing(session: Session, now: datetime) -> Iterator[Matter]:
    closes = session.form.call.closes
    if closes is None:
        return
    when = closes.when()
    days = (when.date() - now.astimezone(when.tzinfo).date()).days
    if now >= when:
        yield Matter(phrase("The call closes"), "to_fix", phrase("closed"), (when,))
    elif days:
        stands = counted("in {n} day", "in {n} days", n=days)
        yield Matter(phrase("The call closes"), "done" if days > 2 else "in_work", stands, (when,))
    else:
        yield Matter(phrase("The call closes"), "in_work", phrase("today"), (when,))


def _first(findings: list[Finding]) -> Path:
    return findings[0].path if findings else ROOT
