"""Unreadable documents: bilingual reasons with a remedy, file type by content, and pages without text."""

import io
import zipfile

import openpyxl
import pytest

from rules.contracts.messages import in_language
from service.schemes.claims.documents.document import PICTURED, ReadingError
from service.schemes.claims.documents.document_reader import read_bytes
from tests.service.schemes.claims.documents.making import drawn_pdf, word_document

TEXT = "Our soap is climate neutral."
PDF, WORD = drawn_pdf(f"BT /F1 10 Tf 20 350 Td ({TEXT}) Tj ET".encode()), word_document(TEXT)


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("text.txt", TEXT)
    return buffer.getvalue()


def _workbook() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "english", "chinese"),
    [
        (PDF[: len(PDF) // 2], "The end of the PDF is missing.", "缺少结尾"),
        (PDF[:-60], "The end of the PDF is missing.", "缺少结尾"),
        (WORD[: len(WORD) // 2], "its end is missing", "缺少结尾"),
        (drawn_pdf(b""), r"The PDF contains no text, perhaps only pictures of pages.", "文字识别"),
        (drawn_pdf(b"", key="secret"), "protected by a password", "密码"),
        (_archive(), "neither DOCX nor PPTX", "既非 DOCX 也非 PPTX"),
        (_workbook(), "an Excel workbook", "Excel 工作簿"),
        (b"\x89PNG\r\n\x1a\n\0\0", r"a picture \(PNG\)", "图片（PNG）"),
    ],
)
def test_an_unreadable_file_is_refused_with_reason_and_remedy(content: bytes, english: str, chinese: str) -> None:
    with pytest.raises(ReadingError, match=english) as refused:
        read_bytes(content)
    assert chinese in in_language(refused.value.violations[0].description, "zh")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("soap.docx", PDF, "pdf"),
        ("soap.pdf", WORD, "docx"),
        ("soap.pdf", TEXT.encode(), "text"),
        ("soap.txt", f"<html><body><p>{TEXT}</p></body></html>".encode(), "html"),
    ],
)
def test_a_wrong_file_extension_does_not_change_the_result(name: str, content: bytes, kind: str) -> None:
    document = read_bytes(content, name=name)
    assert (document.kind, document.text) == (kind, TEXT)


def test_pages_without_text_are_counted() -> None:
    assert read_bytes(PDF).left_out == {}
    assert read_bytes(drawn_pdf(f"BT /F1 10 Tf 20 350 Td ({TEXT}) Tj ET".encode(), blank=2)).left_out == {PICTURED: 2}
