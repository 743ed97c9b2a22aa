"""fpdf2: PDF/A-3u, without tags."""

from collections.abc import Mapping
from typing import Any

from fpdf import FPDF
from fpdf.enums import DocumentCompliance, TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace
from fpdf.outline import TableOfContents

from bench.rivals.data import OTHER, REGULAR, STRONG, Content, Maker, headed, lines, signed

SIZES = {2: 17, 3: 13, 4: 11}


class Pages(FPDF):
    """Pages with what runs above and below them."""

    def __init__(self, content: Content) -> None:
        super().__init__(unit="pt", enforce_compliance=DocumentCompliance.PDFA_3U)
        self.content = content
        self.add_font("Source", "", REGULAR)
        self.add_font("Source", "B", STRONG)
        self.add_font("Other", "", OTHER)
        self.set_fallback_fonts(["Other"])
        self.set_margins(64, 66, 64)
        self.set_auto_page_break(True, 62)
        self.set_lang(content.language)
        self.set_title(content.title)
        self.set_author(content.applicant)

    def header(self) -> None:
        """Above the text."""
        self.set_font("Source", size=8)
        self.set_y(30)
        self.cell(text=f"{self.content.call} · {self.content.applicant}", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_y(66)

    def footer(self) -> None:
        """Below it."""
        self.set_font("Source", size=8)
        self.set_y(-40)
        self.cell(text=self.content.identity)
        self.cell(w=0, text=f"{self.page_no()} / {{nb}}", align="R")

    def said(self, text: str, style: str = "", size: float = 10.5, leading: float = 15) -> None:
        """A paragraph."""
        self.set_font("Source", style, size)
        self.multi_cell(w=0, h=leading, text=text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(4)


def maker() -> Maker:
    """Fonts are read for each document: it has no other way."""
    return made


def made(content: Content) -> bytes:
    """The document."""
    pages = Pages(content)
    pages.add_page()
    pages.said(content.title, "B", 25, 31)
    pages.said(content.applicant)
    pages.set_font("Source", size=9.5)
    pages.insert_toc_placeholder(TableOfContents().render_toc, allow_extra_pages=True)
    for block in content.blocks:
        _block(pages, block)
    return bytes(pages.output())


def _block(pages: Pages, block: Mapping[str, Any]) -> None:
    match block["kind"]:
        case "Heading":
            size = SIZES[min(block["level"], 4)]
            pages.start_section(headed(block), level=block["level"] - 2)
            pages.said(headed(block), "B", size, size * 1.3)
        case "Entry":
            pages.said(block["label"], "B")
            pages.said(block["text"])
        case "Prose":
            if block["label"]:
                pages.said(block["label"], "B")
            for line in lines(block):
                pages.said(line)
        case "Listing":
            pages.said(block["label"], "B")
            for item in block["items"]:
                pages.said(f"•  {item}")
        case "Note":
            pages.said(block["text"])
        case "Signature":
            for line in signed(block):
                pages.said(line)
        case "Grid":
            _table(pages, block)


def _table(pages: Pages, block: Mapping[str, Any]) -> None:
    columns = block["columns"]
    if block["caption"]:
        pages.said(block["caption"], "B")
    pages.set_font("Source", size=9)
    wishes = tuple(6 if column["numeric"] else 10 for column in columns)
    aligned = tuple("RIGHT" if column["numeric"] else "LEFT" for column in columns)
    with pages.table(
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        col_widths=wishes,
        text_align=aligned,
        line_height=12,
        headings_style=FontFace(emphasis="BOLD"),
    ) as table:
        table.row([column["label"] for column in columns])
        for row in [*block["rows"], *block["foot"]]:
            table.row(row)
    pages.ln(10)
