"""What the pages of a window ask and show, read from the widgets, as the blocks that a print must have for it.

A field gives what stands on it: its label, what is written, ticked or chosen, and the cells of its grid. A dash, or
"not answered yet" where the label has the asterisk, stands for what is left empty.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt

from grantdesk.outline.block import MARK, Block, Column, Entry, Grid, Heading, Listing, Note, Prose
from grantdesk.outline.fact.answer import NOTHING
from grantdesk.rules.value import whole
from grantdesk.ui.desk.spot import CHECK, spots
from grantdesk.ui.editors.choice.few import FewEditor
from grantdesk.ui.editors.choice.many import ManyEditor
from grantdesk.ui.editors.choice.yes_no import YesNoEditor
from grantdesk.ui.editors.file.attachment import AttachmentEditor
from grantdesk.ui.editors.grid.grid import Grid as Cells
from grantdesk.ui.editors.line.figure import FigureEditor
from grantdesk.ui.editors.line.line import LineEditor
from grantdesk.ui.editors.long.essay import EssayEditor
from grantdesk.ui.editors.rows.card.cards import Cards
from grantdesk.ui.editors.rows.indicators import IndicatorsEditor
from grantdesk.ui.editors.rows.matrix import MatrixEditor
from grantdesk.ui.editors.rows.partners import PartnersEditor
from grantdesk.ui.editors.rows.spread import Spread
from grantdesk.ui.editors.rows.table import TableEditor
from grantdesk.ui.editors.several.listed import ListedEditor
from grantdesk.ui.editors.several.ticks import TicksEditor
from grantdesk.ui.editors.shown.info import InfoEditor
from grantdesk.ui.editors.shown.total import TotalEditor
from grantdesk.ui.field.editor import Editor
from grantdesk.ui.field.field import Field
from grantdesk.ui.page.page import Page
from grantdesk.ui.window.window import Window
from grantdesk.words.manner import MINUS
from grantdesk.words.phrase import Phrase, Texts, phrase
from views import settle

REQUIRED = " *"
TOP = QPoint(0, 0)
OWN = phrase("Own part: {partner}", partner="")
GRIDS = (TableEditor, PartnersEditor, MatrixEditor, IndicatorsEditor)
Say = Callable[[Phrase | Texts], str]


@dataclass(frozen=True)
class Sight:
    """A page: the place of its partner among the partners, from 1, or 0 for what is common; what the partner is called;
    its title; what it shows.

    `totals` are the figures among the blocks, which a print may have in a table of amounts instead.
    """

    partner: int
    owner: str
    title: str
    blocks: tuple[Block, ...]
    totals: tuple[Block, ...]


def sights(window: Window) -> Iterator[Sight]:
    """Every page, as somebody sees it who turns to it."""
    session = window.desk.session
    members = list(session.dossier(window.desk.speech.language).members)
    for spot in spots(session):
        if spot == CHECK:
            continue
        window.moving.turn(spot)
        page = window.middle.book.page
        assert page is not None
        page.fill()
        settle(window)
        place = members.index(spot.partner) + 1 if spot.partner else 0
        owner = page.head.owner.text().removeprefix(window.desk.say(OWN)) if place else ""
        totals = [
            _block(each, each.desk.say) for each in _fields(page) if isinstance(each.editor, TotalEditor)
        ]
        yield Sight(place, owner, page.head.title.text(), shown(page), tuple(totals))


def shown(page: Page) -> tuple[Block, ...]:
    """What a page shows, also in the cards that have to be opened for it."""
    return tuple(_ordered(_fields(page), page.desk.say))


def _fields(page: Page) -> list[Field]:
    return sorted(page.questions.fields.values(), key=lambda field: field.mapTo(page, TOP).y())


def _ordered(fields: Sequence[Field], say: Say) -> Iterator[Block]:
    """What the fields show. Where a table has a heading for each row, grids come last and have headings, since what
    follows would seem to belong to the last row."""
    shown = {field: list(_blocks(field, say)) for field in fields}
    if not any(isinstance(block, Heading) for blocks in shown.values() for block in blocks):
        for blocks in shown.values():
            yield from blocks
        return
    for field, blocks in shown.items():
        if not isinstance(field.editor, GRIDS):
            yield from blocks
    for field, blocks in shown.items():
        if isinstance(field.editor, GRIDS):
            yield Heading(3, _label(field))
            for block in blocks:
                repeats = isinstance(block, Grid) and block.caption == _label(field)
                yield replace(block, caption="") if repeats else block  # type: ignore[call-arg]


def _blocks(field: Field, say: Say) -> Iterator[Block]:
    editor = field.editor
    match editor:
        case TableEditor(body=Cards() as cards):
            yield from _cards(field, editor, cards, say) if cards.cards else [_nothing(field, say)]
        case TableEditor(body=Spread() as spread):
            yield _spread(field, spread.grid, say) if spread.sheet.keys() else _nothing(field, say)
        case PartnersEditor():
            yield _partners(field, editor, say) if editor.members else _nothing(field, say)
        case MatrixEditor():
            yield _matrix(field, editor, say)
        case IndicatorsEditor():
            yield _indicators(field, editor, say)
        case _:
            yield _block(field, say)


def _block(field: Field, say: Say) -> Block:
    """A question of one answer, or of a few short ones."""
    editor, label = field.editor, _label(field)
    match editor:
        case InfoEditor():
            return Note("\n".join(filter(None, (label, editor.text.text()))))
        case TotalEditor() if editor.figure is None:
            return Entry(label, NOTHING)  # there is no room for "not known yet" among printed amounts
        case TotalEditor():
            return Entry(label, editor.amount.text())
        case EssayEditor():
            text = editor.paper.toPlainText()
            return Prose(label, (text,)) if text.strip() else _nothing(field, say)
        case AttachmentEditor():
            files = [_file(card.name.text(), card.facts.text()) for card in editor.cards.values()]
            return _listed(field, files, say)
        case TicksEditor() | ListedEditor():
            return _listed(field, _ticked(editor), say)
        case _:
            text = _line(editor)
            return Entry(label, text) if text else _nothing(field, say)


def _line(editor: Editor) -> str:
    """The answer on one line, with its unit where it is a number: what could not be read has none."""
    match editor:
        case FigureEditor() if whole(editor.answer) is not None:
            return _measured(editor, editor.line.text(), editor.unit.text())
        case LineEditor():
            return editor.line.text()
        case ManyEditor():
            return editor.drop.currentText() if editor.drop.currentIndex() else ""
        case FewEditor() | YesNoEditor():
            options = editor.radios.options.values()
            return "".join(option.words.text() for option in options if option.button.isChecked())
        case _:
            raise AssertionError(f"nobody has said what {type(editor).__name__} shows")


def _measured(editor: Editor, number: str, unit: str) -> str:
    """A number with the unit that stands beside it; an amount as the language writes amounts."""
    if unit == "€" and editor.desk.speech.language.manner.euro_first:
        return f"{MINUS}€{number[1:]}" if number.startswith(MINUS) else f"€{number}"
    return number if number.endswith(unit) else f"{number} {unit}"


def _ticked(editor: TicksEditor | ListedEditor) -> list[str]:
    """What is ticked, from above."""
    if isinstance(editor, ListedEditor):
        items = (editor.list.item(n) for n in range(editor.list.count()))
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]
    options = sorted(editor.options.values(), key=lambda option: option.y())
    return [option.words.text() for option in options if option.button.isChecked()]


def _file(name: str, facts: str) -> str:
    """A file with its size; its kind is the end of its name."""
    return f"{name} ({facts.split(' · ')[-1]})"


def _listed(field: Field, texts: Sequence[str], say: Say) -> Block:
    if not texts:
        return _nothing(field, say)
    return Listing(_label(field), tuple(texts)) if len(texts) > 1 else Entry(_label(field), texts[0])


def _nothing(field: Field, say: Say) -> Block:
    """What stands in place of an answer."""
    said = say(phrase("not answered yet")) if field.label.text().endswith(REQUIRED) else NOTHING
    if isinstance(field.editor, EssayEditor):
        return Prose(_label(field), (said,))
    return Entry(_label(field), said)


def _label(field: Field) -> str:
    return field.label.text().removesuffix(REQUIRED).replace("&&", "&")


def _in_cell(field: Field, say: Say) -> str:
    """A question in a cell: several things one after the other, a dash for none."""
    block = _block(field, say)
    assert isinstance(block, Entry | Listing)
    if block == _nothing(field, say):
        return NOTHING
    return block.text if isinstance(block, Entry) else "; ".join(block.items)


def _spread(field: Field, cells: Cells, say: Say) -> Grid:
    """A table that is a grid: the columns that any row is asked, the name of a row before its first cell."""
    model, sheet = cells.model, cells.model.sheet
    keys, across = sheet.keys(), Qt.Orientation.Horizontal
    read = [sheet.node(keys[0], at) is None for at in range(model.columnCount())]  # it is worked out
    shown = [at for at, only in enumerate(read) if only or any(sheet.asks(key, at) for key in keys)]
    rows = []
    for n, key in enumerate(keys):
        row = [model.text(n, at) or (NOTHING if read[at] or sheet.asks(key, at) else "") for at in shown]
        name = str(model.headerData(n, Qt.Orientation.Vertical))
        rows.append((f"{name} {row[0]}" if name != str(n + 1) else row[0], *row[1:]))
    foots = sheet.foot()
    sums = [] if cells.foot.isHidden() else [_sum(cells.foot.texts[at], foots[at].settled) for at in shown]
    foot = ((sums[0] or say(phrase("Total")), *sums[1:]),) if sums else ()
    heads = tuple(Column(str(model.headerData(at, across))) for at in shown)
    return Grid(_label(field), heads, tuple(rows), foot)


def _sum(text: str, settled: bool) -> str:
    """What the window calls a total so far has a mark in print."""
    return text if settled or text == NOTHING else text + MARK


def _cards(field: Field, editor: TableEditor, cards: Cards, say: Say) -> Iterator[Block]:
    """A table of cards: the name of each row, and its fields but the one that names it."""
    for key, card in list(cards.cards.items()):
        cards.open(key)
        assert cards.fields is not None
        yield Heading(4, card.head.text().replace("&&", "&"))
        for each in sorted(cards.fields.fields.values(), key=Field.y):
            if each.editor.node.id != editor.table.title or each.editor.answer is None:
                yield from _blocks(each, say)
    cards.open("")


def _partners(field: Field, editor: PartnersEditor, say: Say) -> Grid:
    """The cards of the partners, opened one after the other: a row each."""
    columns = editor.desk.session.form.call.tables[editor.node.table].columns
    heads: dict[str, str] = {}
    rows: list[dict[str, str]] = []
    for key in list(editor.members):
        editor.edit(key)
        assert editor.fields is not None
        fields = list(editor.fields.fields.values())
        heads |= {each.editor.node.id: _label(each) for each in fields}
        rows.append({each.editor.node.id: _in_cell(each, say) for each in fields})
    editor.edit("")
    shown = [each.id for each in columns if each.id in heads]
    cells = tuple(tuple(row.get(name, "") for name in shown) for row in rows)
    return Grid(_label(field), tuple(Column(heads[name]) for name in shown), cells)


def _matrix(field: Field, editor: MatrixEditor, say: Say) -> Block:
    """The numbers with their sums; the corner says what the rows are."""
    model, across = editor.grid.model, Qt.Orientation.Horizontal
    width, rows = model.columnCount(), range(model.rowCount())
    cells = [[model.text(row, at) for at in range(width)] for row in rows]
    if editor.grid.isHidden() or not any(text for row in cells for text in row[:-1]):
        return _nothing(field, say)
    names = [str(model.headerData(row, Qt.Orientation.Vertical)) for row in rows]
    heads = [str(model.headerData(at, across)) for at in range(width - 1)]
    total, node = say(phrase("Total")), editor.desk.session.form.project.node(editor.node.rows)
    assert node is not None
    unit = f" ({say(editor.node.unit)})" if editor.node.unit else ""
    return Grid(
        _label(field) + unit,
        tuple(map(Column, (say(node.label), *heads, total))),
        tuple((name, *(text or NOTHING for text in row)) for name, row in zip(names, cells, strict=True)),
        ((total, *editor.grid.foot.texts),),
        1,
    )


def _indicators(field: Field, editor: IndicatorsEditor, say: Say) -> Block:
    """Every indicator, once one of them has an answer; the difference of its numbers is for who types them."""
    model, sheet = editor.grid.model, editor.sheet
    rows = range(model.rowCount())
    asked = [at for at in range(model.columnCount()) if sheet.node(sheet.keys()[0], at) is not None]
    if not any(model.text(row, at) for row in rows for at in asked):
        return _nothing(field, say)
    based = any(model.text(row, asked[-1]) for row in rows)
    shown = [0, 1, *(asked if based else asked[:-1])]
    heads = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in shown]
    cells = tuple(tuple(model.text(row, at) or NOTHING for at in shown) for row in rows)
    return Grid(_label(field), tuple(map(Column, heads)), cells, (), 1)
