"""Annotation of documents: Word comments and PDF notes anchored to the words of a claim."""

import io
from contextlib import closing

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from service.schemes.claims.documents.document import Document, ReadingError
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.documents.pdf_places import PdfNotes, PdfPlaces
from service.schemes.claims.documents.word_places import build_word_document, locate_text
from tests.service.schemes.claims.documents.making import drawn_pdf, word_document


def commented(content: bytes) -> dict[str, str]:
    """Read a document of Word: by the first line of each comment the words between its marks."""
    document = docx.Document(io.BytesIO(content))
    comments = {}
    for comment in document.comments:
        words, inside = "", False
        for element in document.element.body.iter():
            if element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart")
            if inside and element.tag in {qn("w:t"), qn("w:footnoteReference"), qn("w:endnoteReference")}:
                words += element.text or "*"
        comments[comment.paragraphs[0].text] = words
    return comments


def with_comments(content: bytes, *quotes: str) -> dict[str, str]:
    read = read_bytes(content)
    places = locate_text(content, read)
    for quote in quotes:
        start = read.text.index(quote)
        anchor = places.anchor(start, start + len(quote))
        assert anchor is not None
        places.comment(anchor, iter([f"{anchor.container}:{quote}"]), "Touchstone")
    return commented(places.content())


def test_a_comment_covers_only_its_words_across_runs_and_in_cells() -> None:
    content = word_document("  Our bottle is cli", "mate neu", "tral. Our lid", " too.", cell="A recyclable cup")
    quotes = ("climate neutral", "mate neutral. Our", "recyclable", "Our bottle")
    assert with_comments(content, *quotes) == {f":{quote}": quote for quote in quotes}


def test_the_document_is_unchanged_except_for_the_comments() -> None:
    content = word_document("Our bottle is climate ", "neutral.", cell="A cup")
    read = read_bytes(content)
    places = locate_text(content, read)
    start = read.text.index("climate")
    anchor = places.anchor(start, start + 5)
    assert anchor is not None
    places.comment(anchor, iter(["said"]), "Touchstone")
    written = places.content()
    assert read_bytes(written).text == read.text
    bold = [run.bold for run in docx.Document(io.BytesIO(written)).paragraphs[0].runs if run.text]
    assert bold == [True] * 4


def test_comments_on_notes_and_text_boxes_are_anchored_in_the_body() -> None:
    content = word_document(
        "Our bottle.", footnote="By offsets.", endnote="A recyclable cap.", box="Good for the planet"
    )
    assert with_comments(content, "offsets", "recyclable", "planet") == {
        "footnote:offsets": "*",
        "endnote:recyclable": "*",
        "text_box:planet": "Good for the planet",
    }


def test_any_text_becomes_a_word_document() -> None:
    text = "One line\x0c here.\n\n  Our cup is green.\tAnd\ufffe more"
    read = Document("text", text)
    places = build_word_document(read)
    start = text.index("green")
    anchor = places.anchor(start, start + 5)
    assert anchor is not None
    places.comment(anchor, iter(["said \x00"]), "Touchstone")
    places.comment(places.beginning(), iter(["first"]), "Touchstone")
    assert commented(places.content()) == {"said  ": "green", "first": "One line  here."}


DRAWN = rb"""BT /F1 10 Tf 20 350 Td (Our soap is climate neu-) Tj 0 -14 Td (tral since 2021. It smells nice.) Tj ET
BT /F1 10 Tf 250 350 Td (Our lid is 100% recyclable and) Tj 0 -14 Td (green. Our lamp is ef\001cient.) Tj ET
BT /F1 10 Tf 20 200 Td (Our soap is climate neutral, too.) Tj ET"""


def marked(content: bytes, start: int, end: int) -> list[str]:
    """Highlight words in a PDF, and read the text under the highlights with another reader."""
    with closing(PdfPlaces(content, read_bytes(content))) as places:
        boxes = places.boxes(start, end)
    notes = PdfNotes(content)
    for page, filled in boxes.items():
        notes.highlight(page, filled, "ff0000", ["said", "再说"], "Touchstone")
    written = notes.written()
    opened = pypdfium2.PdfDocument(written)
    passages = []
    for number, drawn in enumerate(PdfReader(io.BytesIO(written)).pages):
        words = opened[number].get_textpage()
        for note in drawn.annotations or ():
            assert note["/Contents"] == "said\n再说"
            corners = [float(one) for one in note["/QuadPoints"]]
            for at in range(0, len(corners), 8):
                left, top, right, bottom = corners[at], corners[at + 1], corners[at + 2], corners[at + 5]
                passages.append(words.get_text_bounded(left, bottom, right, top).strip(" \x02"))
    if boxes:
        assert written.startswith(content)
    return passages


@pytest.mark.parametrize(
    ("quote", "occurrence", "marked_lines"),
    [
        ("climate neutral", 0, ["climate neu", "tral"]),
        ("climate neutral", 1, ["climate neutral"]),
        ("100% recyclable and\ngreen", 0, ["100% recyclable and", "green"]),
        ("lamp is ef\ufb01cient", 0, ["lamp is efficient"]),
    ],
)
def test_a_pdf_note_covers_its_words(quote: str, occurrence: int, marked_lines: list[str]) -> None:
    content = drawn_pdf(DRAWN)
    text = read_bytes(content).text
    start = text.index(quote)
    if occurrence:
        start = text.index(quote, start + 1)
    assert marked(content, start, start + len(quote)) == marked_lines


def test_rotated_words_are_never_marked_at_another_position() -> None:
    content = drawn_pdf(DRAWN, rotate=90)
    start = read_bytes(content).text.index("climate neutral")
    assert marked(content, start, start + len("climate neutral")) in ([], ["climate neu", "tral"])


def test_a_pdf_that_forbids_notes_is_refused() -> None:
    content = drawn_pdf(DRAWN, key="", owner="secret")
    assert read_bytes(content).text
    with pytest.raises(ReadingError, match="The PDF is protected, so notes cannot be added"):
        PdfNotes(content)
