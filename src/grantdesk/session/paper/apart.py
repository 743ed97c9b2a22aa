"""Pages made in a process of their own: only what can be sent goes there, and comes back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from grantdesk.files.container.content import Content
from grantdesk.files.grant import Grant
from grantdesk.rules.check import Report
from grantdesk.rules.length import Length
from grantdesk.session.application import Application
from grantdesk.session.paper.picture import Picture, known, remember, undrawn
from grantdesk.session.paper.printing import Print, Profile, length, pages
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase
from grantdesk.words.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed of an application, in the language of a code; `checked` is the report, and `pictures` are those
    that its files have, from whoever has them."""

    grant: Grant
    language: str
    empty: bool = True
    profile: Profile = "submission"
    partner: str | None = None
    checked: Report | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def undrawn(self) -> bool:
        """Is there a picture that must be drawn in this process first, for its file is not sent?"""
        return undrawn(self.grant)

    @property
    def sendable(self) -> "Edition":
        """The same without what cannot be sent, or is quicker made than sent: the contents of files, and the report.
        Pictures go along as they were drawn."""
        contents = {
            key: Content(each.sha256, each.size, _nothing) for key, each in self.grant.attachments.items()
        }
        grant = replace(self.grant, attachments=contents, extra={})
        return replace(self, grant=grant, checked=None, pictures=known(self.grant))

    @property
    def application(self) -> Application:
        """What is printed."""
        return Application(self.grant, self.checked)


def pages_of(edition: Edition) -> Print:
    """The pages with nothing inside. Unfit; KeyError if no such partner is there."""
    remember(edition.grant, edition.pictures)
    said = Language(edition.language)
    return pages(edition.application, said, edition.empty, edition.profile, edition.partner)


def length_of(edition: Edition) -> Length:
    """How long the application is on paper. Unfit."""
    remember(edition.grant, edition.pictures)
    return length(edition.application, Language(edition.language), edition.empty)


@dataclass(frozen=True, slots=True)
class Refused:
    """Trouble, as it can be sent."""

    phrase: Phrase


def sent(make: Callable[[Edition], Any], edition: Edition) -> Any:
    """What is made of an edition, or Refused."""
    try:
        return make(edition)
    except Trouble as trouble:
        return Refused(trouble.phrase)


def _nothing() -> Iterator[bytes]:
    return iter(())
