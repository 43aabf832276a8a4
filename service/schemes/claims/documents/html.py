"""How does a page become a document: its text as its reader sees it, what it shows, and how it presents both?

The walk through the page is in `page_walk.py`, what is left out in `furniture.py`, how words look in `looks.py`.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from rules.contracts.messages import speaker
from service.schemes.claims.documents.document import Document, ReadingError, assemble
from service.schemes.claims.documents.page_bounds import check_page
from service.schemes.claims.documents.page_bytes import decode_page
from service.schemes.claims.documents.page_facts import page_facts
from service.schemes.claims.documents.page_walk import walk
from service.schemes.claims.documents.presenting import presentation
from service.schemes.claims.documents.style_sheets import StyleSheets

_say = speaker(__name__)


def read_html(content: bytes) -> Document:
    """Read the visible text of a page.

    Raises:
        ReadingError: its encoding cannot be told, it is too long, or its elements are too many, too deep, or too
            much for the parser.
    """
    page = decode_page(content)
    check_page(page)
    try:
        tree = LexborHTMLParser(page)
    except SelectolaxError as error:  # its memory does not suffice
        raise ReadingError(_say("BROKEN_PAGE"), "TOO_LONG") from error
    walked = walk(tree, StyleSheets(tree))
    document = assemble("html", ((part.text, part.place) for part in walked.parts))
    return Document(
        document.kind,
        document.text,
        document.blocks,
        dict(walked.left_out),
        page_facts(tree, document.text, walked.pictures),
        presentation(walked, document.blocks),
    )
