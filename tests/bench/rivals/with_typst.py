"""typst: tagged, PDF/A-3a and PDF/UA-1, with the application inside; the rival that claims what grantdesk claims.

The content goes to it as data that a template reads, so no text is parsed as mark-up; its fonts are loaded before.
"""

import json

from typst import Compiler, Fonts

from bench.rivals.data import FONTS, Content, Maker

STANDARDS = ["a-3a", "ua-1"]
TEMPLATE = """
#let content = json(bytes(sys.inputs.content))
#set document(title: content.title, author: content.applicant, date: datetime(year: 2027, month: 1, day: 1))
#set text(font: ("Source Sans Pro", "DejaVu Sans"), size: 10.5pt, lang: content.language, hyphenate: false)
#set page(
  paper: "a4", margin: (x: 64pt, top: 66pt, bottom: 62pt), numbering: "1 / 1",
  header: text(8pt)[#content.call · #content.applicant],
  footer: context text(8pt)[#content.identity #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set par(spacing: 12pt, leading: 7.7pt)
#set table(stroke: (y: 0.5pt + rgb("#d5dae1")), inset: 4pt)
#show table: set text(9pt)
#show table: set par(leading: 5.4pt)
#show figure: set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#let strong-line(it) = par(text(weight: 600, it))
#let cells(row, columns, heads) = row.enumerate().map(((n, it)) => if n < heads { text(weight: 600, it) } else { it })
#let grid-of(b) = figure(
  caption: b.caption, kind: table, supplement: none, numbering: none,
  table(
    columns: b.columns.map(c => if c.numeric { auto } else { 1fr }),
    align: b.columns.map(c => if c.numeric { right } else { left }),
    table.header(..b.columns.map(c => text(weight: 600, c.label))),
    ..b.rows.map(row => cells(row, b.columns, b.row_heads)).flatten(),
    ..b.foot.map(row => row.map(it => text(weight: 600, it))).flatten(),
  ),
)
#pdf.attach("application.grant", read(sys.inputs.enclosed, encoding: none), relationship: "source",
  mime-type: "application/zip", description: "The application itself")
#title()
#par(content.applicant)
#outline(title: none, depth: 3)
#for b in content.blocks {
  if b.kind == "Heading" { heading(level: b.level - 1, (b.number + " " + b.text).trim()) }
  else if b.kind == "Entry" { par[#text(weight: 600, b.label) #h(1em) #b.text] }
  else if b.kind == "Prose" {
    if b.label != "" { strong-line(b.label) }
    for p in b.paragraphs { for line in p.split("\\n") { par(line) } }
  }
  else if b.kind == "Listing" { strong-line(b.label); list(..b.items) }
  else if b.kind == "Note" { block(fill: rgb("#edf3fa"), inset: 7pt, width: 100%, b.text) }
  else if b.kind == "Signature" {
    for line in (b.organisation, b.role, b.promise, b.name, "_" * 40) { if line != "" { par(line) } }
  }
  else if b.kind == "Grid" { grid-of(b) }
}
"""


def maker() -> Maker:
    """A compiler that has read its template and fonts."""
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    compiler = Compiler(root="/", font_paths=fonts)

    def made(content: Content) -> bytes:
        told = {
            name: getattr(content, name) for name in ("title", "applicant", "call", "language", "identity")
        }
        data = json.dumps({**told, "blocks": content.blocks}, ensure_ascii=False)
        inputs = {"content": data, "enclosed": str(content.enclosed)}
        return compiler.compile(TEMPLATE.encode(), format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS)  # type: ignore[return-value]

    return made
