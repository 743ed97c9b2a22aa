"""What the list of recent files tells of an application that is open."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grantdesk.files.preferences import Recent
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech

if TYPE_CHECKING:  # for start-up: the page where one begins needs no application
    from grantdesk.session.keeping.keeper import Keeper


def remember(preferences: Preferences, keeper: "Keeper", speech: Speech) -> None:
    """Puts the file of an application first in the list; one without a file is in no list."""
    if keeper.path is not None:
        preferences.remember(recent(keeper, speech))


def recent(keeper: "Keeper", speech: Speech) -> Recent:
    """The application as it stands now."""
    session = keeper.session
    call = session.form.call
    title = session.answers.get(call.parts.title)
    return Recent(
        path=str(keeper.path),
        opened=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        application=session.base.id,
        name=title[:300] if isinstance(title, str) else "",
        call=speech.say(call.title)[:300],
        closes=call.closes.when().isoformat() if call.closes else "",
        share=session.report.progress.whole.share,
    )
