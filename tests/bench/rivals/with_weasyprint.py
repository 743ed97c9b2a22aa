"""WeasyPrint: tagged, PDF/UA-1; it gives PDF/A or PDF/UA, not both."""

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from bench.rivals.data import OTHER, REGULAR, STRONG, Content, Maker
from bench.rivals.markup import page

STYLE = f"""
@font-face {{ font-family: Source; src: url("{REGULAR.as_uri()}"); }}
@font-face {{ font-family: Source; font-weight: bold; src: url("{STRONG.as_uri()}"); }}
@font-face {{ font-family: Other; src: url("{OTHER.as_uri()}"); }}
@page {{
  size: A4; margin: 66pt 64pt 62pt; font: 8pt Source, Other;
  @top-left {{ content: string(head); }}
  @bottom-right {{ content: counter(page) " / " counter(pages); }}
}}
body {{ font: 10.5pt/15pt Source, Other; }}
h1 {{ string-set: head content(); }}
h1, h2, h3, h4 {{ break-after: avoid; }}
p {{ margin: 0 0 7pt; orphans: 2; widows: 2; }}
.question {{ margin: 10pt 0 2pt; break-after: avoid; }}
.entry {{ border-top: .5pt solid #d5dae1; padding: 3.5pt 0; margin: 0; }}
.note {{ background: #edf3fa; padding: 7pt; }}
.contents a {{ color: inherit; text-decoration: none; }}
.contents a::after {{ content: " " target-counter(attr(href), page); }}
table {{ width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 12pt; margin-bottom: 16pt; }}
caption {{ text-align: left; font-weight: bold; }}
th, td {{ text-align: left; border-bottom: .5pt solid #d5dae1; padding: 3pt 5pt; }}
td[align=right] {{ text-align: right; }}
"""


def maker() -> Maker:
    """The fonts stay loaded from one document to the next."""
    fonts = FontConfiguration()

    def made(content: Content) -> bytes:
        html = HTML(string=page(content, STYLE))
        made = html.write_pdf(font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True)
        assert isinstance(made, bytes)
        return made

    return made
