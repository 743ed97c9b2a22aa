"""What the widgets of a new window get to work with."""

from grantdesk.session.preferences import Preferences
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask
from grantdesk.ui.desk.attention import Attention
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.scene import Stage


def desk(session: Session, stage: Stage, ask: Ask, preferences: Preferences) -> Desk:
    """A desk for an application, which speaks and looks as all windows do."""
    return Desk(session, Attention(session), stage.speech, stage.look, ask, preferences, Work())
