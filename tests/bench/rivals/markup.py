"""The content as HTML, for those who make a PDF of it."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from bench.rivals.data import Content, headed, lines, signed


def page(content: Content, style: str) -> str:
    """A whole document, with contents that lead to the headings."""
    headings = content.kinds("Heading")
    contents = "".join(
        f'<li><a href="#h{n}">{escape(headed(block))}</a></li>' for n, block in enumerate(headings)
    )
    body = "".join(_blocks(content))
    return (
        f'<!DOCTYPE html><html lang="{content.language}"><head><meta charset="utf-8"><title>{escape(content.title)}'
        f'</title><meta name="author" content="{escape(content.applicant)}"><style>{style}</style></head><body>'
        f"<h1>{escape(content.title)}</h1><p>{escape(content.applicant)}</p><ul class=contents>{contents}</ul>"
        f"{body}</body></html>"
    )


def _blocks(content: Content) -> Iterator[str]:
    number = 0
    for block in content.blocks:
        match block["kind"]:
            case "Heading":
                yield f'<h{block["level"]} id="h{number}">{escape(headed(block))}</h{block["level"]}>'
                number += 1
            case "Entry":
                yield f"<p class=entry><b>{escape(block['label'])}</b> {escape(block['text'])}</p>"
            case "Prose":
                yield _strong(block["label"]) + _paragraphs(lines(block))
            case "Listing":
                items = "".join(f"<li>{escape(item)}</li>" for item in block["items"])
                yield f"{_strong(block['label'])}<ul>{items}</ul>"
            case "Note":
                yield f"<p class=note>{escape(block['text'])}</p>"
            case "Signature":
                yield _paragraphs(signed(block))
            case "Grid":
                yield _table(block)


def _strong(text: str) -> str:
    return f"<p class=question><b>{escape(text)}</b></p>" if text else ""


def _paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _table(block: Mapping[str, Any]) -> str:
    columns, heads = block["columns"], block["row_heads"]
    right = ["" if not column["numeric"] else ' align="right"' for column in columns]
    labels = "".join(f"<th scope=col>{escape(column['label'])}</th>" for column in columns)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<th scope=row>{escape(text)}</th>" if n < heads else f"<td{right[n]}>{escape(text)}</td>"
            for n, text in enumerate(row)
        )
        + "</tr>"
        for row in [*block["rows"], *block["foot"]]
    )
    caption = f"<caption>{escape(block['caption'])}</caption>" if block["caption"] else ""
    return f"<table>{caption}<thead><tr>{labels}</tr></thead><tbody>{rows}</tbody></table>"
