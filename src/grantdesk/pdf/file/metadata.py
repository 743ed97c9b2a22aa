"""What the file says of itself: XMP, the information dictionary, the output intent.

XMP and the information dictionary must say the same (6.7.3), so both are written from one value.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from grantdesk.pdf.file.objects import date, reference, string
from grantdesk.pdf.file.writer import Writer

PROFILE = b"(sRGB IEC61966-2.1)"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Clean one-line texts, the language as a BCP 47 tag, and the one moment that all dates are."""

    title: str
    author: str
    subject: str
    program: str
    language: str
    moment: datetime

    def info(self) -> bytes:
        """The information dictionary."""
        fields = {
            b"Title": string(self.title),
            b"Author": string(self.author),
            b"Subject": string(self.subject),
            b"Creator": string(self.program),
            b"Producer": string(self.program),
            b"CreationDate": date(self.moment),
            b"ModDate": date(self.moment),
        }
        return b"<<%s>>" % b"".join(b"/%s%s" % field for field in fields.items())

    def xmp(self, writer: Writer) -> int:
        """The number of the XMP stream; unpacked, so that a program that knows nothing of PDF can read it (6.6.2.1)."""
        moment = self.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        texts = (self.title, self.author, self.subject, self.program, self.language)
        title, author, subject, program, language = map(_escaped, texts)
        described = f"""{START}
<dc:format>application/pdf</dc:format>
<dc:title>{_either(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description>{_either(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<pdf:Producer>{program}</pdf:Producer>
{CLAIMS}"""
        return writer.stream(b"/Type/Metadata/Subtype/XML", described.encode(), packed=False)


def intent(writer: Writer, profile: bytes) -> bytes:
    """The output intent: every colour of the document is sRGB, as `profile` (an ICC profile) defines it."""
    data = reference(writer.stream(b"/N 3", profile))
    return b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier%s/Info%s/DestOutputProfile %s>>" % (
        PROFILE,
        PROFILE,
        data,
    )


def _escaped(text: str) -> str:
    # Not by xml.sax.saxutils or html: their imports take longer than a page does.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # The stream is not packed, and some readers look for its end by this word instead of by its length.
    return text.replace("endstream", "end&#115;tream")


def _either(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


START = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">"""

# PDF/A-3 does not know the schema of PDF/UA's claim, so the file describes it (6.6.2.3).
CLAIMS = """<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the document follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
