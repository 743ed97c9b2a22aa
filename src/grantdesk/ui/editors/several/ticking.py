"""Which editor several choices have: a few are seen at once, a long list is searched."""

from grantdesk.call.terms.node import Several
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import MANY
from grantdesk.ui.editors.several.listed import ListedEditor
from grantdesk.ui.editors.several.ticks import TicksEditor
from grantdesk.ui.field.editor import Editor


def ticking(desk: Desk, node: Several, path: Path) -> Editor:
    """Ticks for up to twelve options, and for rows; a list that is searched for more."""
    many = node.options is not None and len(desk.session.form.call.lists[node.options].options) > MANY
    return ListedEditor(desk, node, path) if many else TicksEditor(desk, node, path)
