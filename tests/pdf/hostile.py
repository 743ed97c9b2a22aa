"""What people type, paste and send that a page must survive."""

from grantdesk.outline.block import Block, Column, Entry, Grid, Heading, Listing, Note, Prose, Signature

TEXTS = (
    "Őze & Söhne <GmbH>",
    '<img src="/etc/passwd"> <font color="red">x</font> </para> <b>',
    "<script>alert(1)</script> [x](javascript:alert(1)) {{7*7}} ${jndi:ldap://x} %s %(x)s {0}",
    "R&D &nbsp; &#0; &amp; &#x110000; %PDF-1.7 endstream endobj xref trailer startxref",
    "(paren) \\back\\slash \\123 )( \\",
    "]]> <!-- <?xpacket end='w'?> </rdf:RDF> <<>> [ ] { } BT ET Q BDC EMC",
    "emoji 😀👍🎉 👩‍🔬 👨‍👩‍👧‍👦 ❤️ 🇫🇮 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "שלום عربى 日本語 中文 한국어 نمی‌خواهم हिन्दी ไทย",
    "Ωμέγα Привет ŋŧđ ≥ ≤ − ☐ ☑ ✓ ①② ǥǩǯ",
    "nul\x00bel\x07esc\x1bnel\x85zw\u200b rlo\u202e|\u2066x\u2069",
    "lone \ud800 surrogate \udfff pair \ud83d\ude00",
    "e\u0301a\u0308 NFD \uf8ff \ue000 PUA \U000f0000 \ufffe\uffff\U0001fffe\U0010ffff",
    "Z" + "\u0300\u0301\u0302\u0303\u0304\u0327" * 20 + "algo",
    "tab\there\r\nwin\rmac\u2028line\u2029para\vvt\fff",
    "@@L0@@ \x010\x01 \x00\x01",
    "pitkä\u00adtavutus \u00a0 \u202f \u2011 \u3000 \u180e",
    "yhteen" * 900,
    "a" + "\u0301" * 40_000,
    "\u0301 \u0308 \u200d \u200c \ufe0f \ufeff",
    "ﬁ ﬀ Ǆ ǅ İ ı ß ẞ ſ ﷺ ﷽",
    "- - - * * 1. 2) 999. • – —",
    "https://example.org/" + "a/" * 200 + "?q=%00&x=<>",
    "",
    "   ",
    "\n\n\n",
    "- ",
    "1. yksi\n- kaksi\n* kolme\n12) neljä",
)


def _blocks() -> tuple[Block, ...]:
    columns = (Column("A<", 1), Column("B & \\", 2), Column("C\n)", 1, numeric=True))
    rows = tuple((text[:40], text, text[:9]) for text in TEXTS)
    return (
        *(Heading(n % 5 + 1, text, text[:3]) for n, text in enumerate(TEXTS)),
        *(Entry(text[:200], text) for text in TEXTS),
        *(Prose(text[:200], (text, text)) for text in TEXTS),
        *(Note(text, "warning") for text in TEXTS),
        Listing("Luettelo", TEXTS),
        Grid(TEXTS[1], columns, rows, rows[:2], row_heads=1),
        *(Signature(*TEXTS[at : at + 4]) for at in range(0, 20, 4)),
    )


BLOCKS = _blocks()
"""Every one of them in every place that takes text."""
