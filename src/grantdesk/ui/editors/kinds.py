"""The editor of each kind of node. One is loaded when the first node of its kind is shown.

For start-up: a page has few kinds, and all editors together take longer to load than a page to be seen.
"""

from typing import assert_never

from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Date,
    Essay,
    Identifier,
    Indicators,
    Info,
    Matrix,
    Money,
    Number,
    Partners,
    Rate,
    Several,
    TableNode,
    Text,
    Total,
    YesNo,
)
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.editor import Editor

Line = Text | Money | Number | Rate | Date | Identifier
Large = Essay | Attachment | TableNode | Matrix | Indicators | Partners


def editor(desk: Desk, node: AnyNode, path: Path) -> Editor:
    """A new editor for the node, whose answer stands at path."""
    match node:
        case Choice():
            from grantdesk.ui.editors.choice.choosing import choosing

            return choosing(desk, node, path)
        case Several():
            from grantdesk.ui.editors.several.ticking import ticking

            return ticking(desk, node, path)
        case YesNo():
            from grantdesk.ui.editors.choice.yes_no import YesNoEditor

            return YesNoEditor(desk, node, path)
        case Total():
            from grantdesk.ui.editors.shown.total import TotalEditor

            return TotalEditor(desk, node, path)
        case Info():
            from grantdesk.ui.editors.shown.info import InfoEditor

            return InfoEditor(desk, node, path)
        case Essay() | Attachment() | TableNode() | Matrix() | Indicators() | Partners():
            return _large(desk, node, path)
        case _:
            return _line(desk, node, path)


def _line(desk: Desk, node: Line, path: Path) -> Editor:
    match node:
        case Text() if node.language:
            from grantdesk.ui.editors.long.title import TitleEditor

            return TitleEditor(desk, node, path)
        case Text():
            from grantdesk.ui.editors.line.text import TextEditor

            return TextEditor(desk, node, path)
        case Money():
            from grantdesk.ui.editors.line.money import MoneyEditor

            return MoneyEditor(desk, node, path)
        case Number():
            from grantdesk.ui.editors.line.number import NumberEditor

            return NumberEditor(desk, node, path)
        case Rate():
            from grantdesk.ui.editors.line.rate import RateEditor

            return RateEditor(desk, node, path)
        case Date():
            from grantdesk.ui.editors.line.date import DateEditor

            return DateEditor(desk, node, path)
        case Identifier():
            from grantdesk.ui.editors.line.identifier import IdentifierEditor

            return IdentifierEditor(desk, node, path)
        case _:
            assert_never(node)


def _large(desk: Desk, node: Large, path: Path) -> Editor:
    match node:
        case Essay():
            from grantdesk.ui.editors.long.essay import EssayEditor

            return EssayEditor(desk, node, path)
        case Attachment():
            from grantdesk.ui.editors.file.attachment import AttachmentEditor

            return AttachmentEditor(desk, node, path)
        case TableNode():
            from grantdesk.ui.editors.rows.table import TableEditor

            return TableEditor(desk, node, path, editor)
        case Matrix():
            from grantdesk.ui.editors.rows.matrix import MatrixEditor

            return MatrixEditor(desk, node, path, editor)
        case Indicators():
            from grantdesk.ui.editors.rows.indicators import IndicatorsEditor

            return IndicatorsEditor(desk, node, path, editor)
        case Partners():
            from grantdesk.ui.editors.rows.partners import PartnersEditor

            return PartnersEditor(desk, node, path, editor)
        case _:
            assert_never(node)
