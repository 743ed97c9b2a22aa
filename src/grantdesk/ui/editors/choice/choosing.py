"""Which editor a choice has: what is few is seen at once, what is long is searched."""

from grantdesk.call.terms.node import Choice
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.few import FewEditor
from grantdesk.ui.editors.choice.many import ManyEditor
from grantdesk.ui.field.editor import Editor

FEW = 5


def choosing(desk: Desk, node: Choice, path: Path) -> Editor:
    """Radio buttons for up to five options; a list for more, and for rows, of which there may be any number."""
    few = node.options is not None and len(desk.session.form.call.lists[node.options].options) <= FEW
    return FewEditor(desk, node, path) if few else ManyEditor(desk, node, path)
