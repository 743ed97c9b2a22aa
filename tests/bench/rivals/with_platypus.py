"""reportlab's own layout (Platypus), untagged and with no claim: in one pass, so its contents have no page numbers."""

from collections.abc import Iterator, Mapping
from functools import partial
from html import escape
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from bench.rivals.data import REGULAR, STRONG, Content, Maker, headed, lines, signed

BODY = ParagraphStyle("body", fontName="Source", fontSize=10.5, leading=15, spaceAfter=7)
QUESTION = ParagraphStyle("question", BODY, fontName="Strong", spaceBefore=10, spaceAfter=2, keepWithNext=1)
CELL = ParagraphStyle("cell", BODY, fontSize=9, leading=12, spaceAfter=0)
HEAD = ParagraphStyle("head", CELL, fontName="Strong")
NUMBER = ParagraphStyle("number", CELL, alignment=2)
NOTE = ParagraphStyle("note", BODY, backColor=HexColor("#edf3fa"), borderPadding=7)
ITEM = ParagraphStyle("item", BODY, leftIndent=15, bulletIndent=5)
TITLE = ParagraphStyle("title", BODY, fontName="Strong", fontSize=25, leading=31)
SIZES = {2: (17, 22), 3: (13, 18), 4: (11, 15)}
HEADINGS = {
    level: ParagraphStyle(f"h{level}", QUESTION, fontSize=size, leading=leading)
    for level, (size, leading) in SIZES.items()
}
LINES = [("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor("#d5dae1")), ("VALIGN", (0, 0), (-1, -1), "TOP")]
MEASURE = A4[0] - 128


def maker() -> Maker:
    """Its page streams are not written in ASCII85, as they would be out of the box: that only takes time."""
    rl_config.useA85 = 0
    registerFont(TTFont("Source", str(REGULAR)))
    registerFont(TTFont("Strong", str(STRONG)))
    return made


def made(content: Content) -> bytes:
    """The document; texts are escaped, since a paragraph of it is parsed as mark-up."""
    target = BytesIO()
    frame = {"leftMargin": 58, "rightMargin": 58, "topMargin": 60, "bottomMargin": 56}
    document = SimpleDocTemplate(
        target, pagesize=A4, title=content.title, author=content.applicant, initialFontName="Source", **frame
    )
    around = partial(_around, content)
    document.build(list(_story(content)), onFirstPage=around, onLaterPages=around)
    return target.getvalue()


def _around(content: Content, canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Source", 8)
    canvas.drawString(64, A4[1] - 40, f"{content.call} · {content.applicant}")
    canvas.drawString(64, 38, content.identity)
    canvas.drawRightString(A4[0] - 64, 38, f"{document.page}")


def _story(content: Content) -> Iterator[Flowable]:
    yield Paragraph(escape(content.title), TITLE)
    yield Paragraph(escape(content.applicant), BODY)
    for block in content.kinds("Heading"):
        yield Paragraph(escape(headed(block)), BODY)
    for block in content.blocks:
        yield from _block(block)


def _block(block: Mapping[str, Any]) -> Iterator[Flowable]:
    match block["kind"]:
        case "Heading":
            yield Paragraph(escape(headed(block)), HEADINGS[min(block["level"], 4)])
        case "Entry":
            label = f'<font name="Strong">{escape(block["label"])}</font>'
            yield Paragraph(f"{label} {escape(block['text'])}", BODY)
        case "Prose":
            if block["label"]:
                yield Paragraph(escape(block["label"]), QUESTION)
            yield from (Paragraph(escape(line), BODY) for line in lines(block))
        case "Listing":
            yield Paragraph(escape(block["label"]), QUESTION)
            yield from (Paragraph(escape(item), ITEM, bulletText="•") for item in block["items"])
        case "Note":
            yield Paragraph(escape(block["text"]), NOTE)
        case "Signature":
            yield from (Paragraph(escape(line), BODY) for line in signed(block))
        case "Grid":
            yield from _table(block)


def _table(block: Mapping[str, Any]) -> Iterator[Flowable]:
    columns = block["columns"]
    if block["caption"]:
        yield Paragraph(escape(block["caption"]), QUESTION)
    styles = [NUMBER if column["numeric"] else CELL for column in columns]
    rows = [[Paragraph(escape(column["label"]), HEAD) for column in columns]]
    for row in [*block["rows"], *block["foot"]]:
        rows.append([Paragraph(escape(text), style) for text, style in zip(row, styles, strict=True)])
    wishes = [0.6 if column["numeric"] else 1.0 for column in columns]
    widths = [MEASURE * wish / sum(wishes) for wish in wishes]
    yield Table(rows, colWidths=widths, repeatRows=1, style=LINES, spaceAfter=16, splitInRow=1)
