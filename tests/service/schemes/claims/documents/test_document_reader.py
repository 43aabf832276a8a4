"""Text extraction from plain text, DOCX, PPTX and PDF: encodings, corrupt files, limits and refusals."""

import io
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from hypothesis import assume, given, settings, strategies as st
from pptx.util import Inches
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from service.schemes.claims import sources
from service.schemes.claims.documents import document, office
from service.schemes.claims.documents.document import ReadingError
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.refusals import ProblemCollector
from tests.support.tiers import tries

OLD = bytes.fromhex("d0cf11e0a1b11ae1")
GERMAN = "Umweltfreundliche Größe für alle Käufer, die sich öffnen."
CHINESE = "碳中和产品，绿色环保。我们的包装可回收，采用再生塑料制造。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_plain_text_is_read_in_its_encoding(encoding: str) -> None:
    assert read_bytes(GERMAN.encode(encoding)).text == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16"])
def test_chinese_text_is_read_in_its_encoding(encoding: str) -> None:
    assert read_bytes(CHINESE.encode(encoding)).text == CHINESE


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("绿色环保", "gb18030"),
        ("碳中和牛奶", "gbk"),
        ("Käse", "cp1252"),
        ("Größe", "cp1252"),
        ("très écologique", "cp1252"),
        ("綠色環保包裝，可回收再利用，減少碳排放，保護環境。", "big5"),
    ],
)
def test_short_texts_are_read_in_their_encoding(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding)).text == text


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"])))
@settings(deadline=None)
def test_utf_8_text_is_read_unchanged(text: str) -> None:
    read_document = read_bytes(text.encode())
    assume(read_document.kind == "text")
    assert read_document.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        assert len(read_bytes(content).text) <= len(content)
    except ReadingError as error:
        refused = [violation.field for violation in error.violations]
        assert refused == ["file"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "UNREADABLE_FORMAT"),
        (b"\x7fELF\x02\x01\x01\x00", "UNREADABLE_FORMAT"),
        (b"%PDF-1.7\nbroken", "BROKEN"),
        (b"PK\x03\x04broken", "BROKEN"),
        (b"\xff\xfe\x00\xd8", "BROKEN_ENCODING"),
    ],
)
def test_unreadable_content_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(content)
    assert [violation.reason for violation in caught.value.violations] == [reason]


@pytest.mark.parametrize(
    ("content", "words", "reason"),
    [
        (OLD + bytes(600), "The file is a document of Office 97-2003 (.doc, .ppt).", "UNREADABLE_FORMAT"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "The document is encrypted. Open it, remove its", "ENCRYPTED"),
    ],
)
def test_a_file_named_docx_is_refused_with_its_real_type(content: bytes, words: str, reason: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(content, name="claims.docx")
    (violation,) = caught.value.violations
    assert (words in violation.description, violation.reason) == (True, reason), violation.description


@pytest.mark.parametrize("form", ["ascii", "utf-16-le"])
def test_a_part_that_declares_a_document_type_is_not_parsed(form: str) -> None:
    part = '<!DOCTYPE x [<!ENTITY a "aa">]><w:document>&a;</w:document>'.encode(form)
    with pytest.raises(ReadingError, match="of the document declares a document type"):
        read_bytes(zipped({"word/document.xml": part}))


def test_an_archive_of_very_many_parts_is_refused() -> None:
    with pytest.raises(ReadingError, match="The document has 2001 internal parts; at most 2000 are allowed"):
        read_bytes(zipped({f"{number}.bin": b"" for number in range(2_001)}))


def test_an_archive_that_is_no_document_is_refused() -> None:
    with pytest.raises(ReadingError, match="neither DOCX nor PPTX"):
        read_bytes(zipped({"a.txt": b"x"}))


def test_an_archive_with_excessive_unpacked_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MAXIMUM_UNPACKED", 1_000)
    with pytest.raises(ReadingError, match=r"of the document unpacks to 2000 bytes\. The limit is 1000 for one part"):
        read_bytes(zipped({"word/document.xml": b"x" * 2_000}))


def test_an_oversized_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAXIMUM_BYTES", 10)
    path = tmp_path / "large.txt"
    path.write_text("x" * 11)
    refusals = ProblemCollector(sources.NAMES)
    assert sources.read_source(str(path), refusals) == (str(path), None, b"")
    assert "11 bytes; at most 10" in str(refusals.error())


def test_an_overlong_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAXIMUM_CHARACTERS", 10)
    with pytest.raises(ReadingError, match="longer than 10 characters"):
        read_bytes(b"x" * 11)
    with pytest.raises(ReadingError, match="longer than 10 characters"):
        read_bytes(b"<p>one two</p><p>three four</p>")


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def test_a_docx_is_read_with_tables_and_text_in_order() -> None:
    made = docx.Document()
    made.add_heading("Carbon neutral soap", 1)
    made.add_paragraph("Our bottle is recyclable.")
    made.add_table(1, 2).rows[0].cells[1].text = "In a cell"
    made.add_paragraph("Last.")
    made.sections[0].header.paragraphs[0].text = "green header"
    buffer = io.BytesIO()
    made.save(buffer)
    read_document = read_bytes(buffer.getvalue())
    assert read_document.kind == "docx"
    assert read_document.text.split("\n\n") == [
        "Carbon neutral soap",
        "Our bottle is recyclable.",
        "In a cell",
        "Last.",
    ]


def test_a_pptx_is_read_slide_by_slide() -> None:
    made = pptx.Presentation()
    for title in ("Net zero by 2040", "Second"):
        slide = made.slides.add_slide(made.slide_layouts[5])
        assert slide.shapes.title is not None
        slide.shapes.title.text = title
    table = made.slides[1].shapes.add_table(1, 1, Inches(1), Inches(1), Inches(2), Inches(1)).table
    table.cell(0, 0).text = "In a cell"
    made.slides[0].notes_slide.notes_text_frame.text = "only for the speaker"
    buffer = io.BytesIO()
    made.save(buffer)
    read_document = read_bytes(buffer.getvalue())
    assert read_document.text.split("\n\n") == ["Net zero by 2040", "Second", "In a cell"]
    assert [block.place for block in read_document.blocks] == ["slide 1", "slide 2", "slide 2"]


@given(st.sampled_from(["docx", "pptx"]), st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
@settings(deadline=None, max_examples=tries(60))
def test_a_corrupt_package_is_read_or_refused(kind: str, place: int, damage: bytes) -> None:
    buffer = io.BytesIO()
    (docx.Document() if kind == "docx" else pptx.Presentation()).save(buffer)
    content = bytearray(buffer.getvalue())
    start = place % len(content)
    content[start : start + len(damage)] = damage
    try:
        assert read_bytes(bytes(content)).text is not None
    except ReadingError as error:
        refused = [violation.field for violation in error.violations]
        assert refused == ["file"]


def pdf(*lines: str) -> bytes:
    """Make a PDF of one page with these lines."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    content = DecodedStreamObject()
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    content.set_data(f"BT /F1 12 Tf 20 250 Td {shown} ET".encode())
    page[NameObject("/Contents")] = writer._add_object(content)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_is_read_page_by_page_and_hyphenated_words_are_joined() -> None:
    read_document = read_bytes(pdf("Our soap is climate neu-", "tral since 2021."))
    assert read_document.kind == "pdf"
    assert read_document.text == "Our soap is climate neutral since 2021."
    assert read_document.place(0) == "page 1"


def test_a_pdf_without_text_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"The PDF contains no text, perhaps only pictures of pages\."):
        read_bytes(pdf())


def test_an_encrypted_pdf_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(ReadingError, match="protected by a password"):
        read_bytes(buffer.getvalue())
