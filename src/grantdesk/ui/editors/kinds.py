"""The editor of each kind of node."""

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
from grantdesk.ui.editors.choice.choosing import choosing
from grantdesk.ui.editors.choice.yes_no import YesNoEditor
from grantdesk.ui.editors.file.attachment import AttachmentEditor
from grantdesk.ui.editors.line.date import DateEditor
from grantdesk.ui.editors.line.identifier import IdentifierEditor
from grantdesk.ui.editors.line.money import MoneyEditor
from grantdesk.ui.editors.line.number import NumberEditor
from grantdesk.ui.editors.line.rate import RateEditor
from grantdesk.ui.editors.line.text import TextEditor
from grantdesk.ui.editors.long.essay import EssayEditor
from grantdesk.ui.editors.rows.indicators import IndicatorsEditor
from grantdesk.ui.editors.rows.matrix import MatrixEditor
from grantdesk.ui.editors.rows.partners import PartnersEditor
from grantdesk.ui.editors.rows.table import TableEditor
from grantdesk.ui.editors.several.ticking import ticking
from grantdesk.ui.editors.shown.info import InfoEditor
from grantdesk.ui.editors.shown.total import TotalEditor
from grantdesk.ui.field.editor import Editor

Line = Text | Money | Number | Rate | Date | Identifier
Large = Essay | Attachment | TableNode | Matrix | Indicators | Partners


def editor(desk: Desk, node: AnyNode, path: Path) -> Editor:
    """A new editor for the node, whose answer stands at path."""
    match node:
        case Choice():
            return choosing(desk, node, path)
        case Several():
            return ticking(desk, node, path)
        case YesNo():
            return YesNoEditor(desk, node, path)
        case Total():
            return TotalEditor(desk, node, path)
        case Info():
            return InfoEditor(desk, node, path)
        case Essay() | Attachment() | TableNode() | Matrix() | Indicators() | Partners():
            return _large(desk, node, path)
        case _:
            return _line(desk, node, path)


def _line(desk: Desk, node: Line, path: Path) -> Editor:
    match node:
        case Text():
            return TextEditor(desk, node, path)
        case Money():
            return MoneyEditor(desk, node, path)
        case Number():
            return NumberEditor(desk, node, path)
        case Rate():
            return RateEditor(desk, node, path)
        case Date():
            return DateEditor(desk, node, path)
        case Identifier():
            return IdentifierEditor(desk, node, path)
        case _:
            assert_never(node)


def _large(desk: Desk, node: Large, path: Path) -> Editor:
    match node:
        case Essay():
            return EssayEditor(desk, node, path)
        case Attachment():
            return AttachmentEditor(desk, node, path)
        case TableNode():
            return TableEditor(desk, node, path, editor)
        case Matrix():
            return MatrixEditor(desk, node, path, editor)
        case Indicators():
            return IndicatorsEditor(desk, node, path, editor)
        case Partners():
            return PartnersEditor(desk, node, path, editor)
        case _:
            assert_never(node)
