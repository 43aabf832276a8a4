"""Detection of media types from the bytes of a file, independent of its name."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from service.configuration.settings import Settings
from service.files.uploaded_files import media_type_of


def zipped(**parts: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/"), text)
    return content.getvalue()


def workbook() -> bytes:
    content = BytesIO()
    Workbook().save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0....", "image/jpeg"),
        (b"MM\x00*....", "image/tiff"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (zipped(word__document="x"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text", content="x"), "application/vnd.oasis.opendocument"),
        (zipped(**{"word/document": "x", "word/vbaProject.bin": "x"}), "application/vnd.ms-office.vbaProject"),
        (zipped(virus="x"), "application/zip"),
        ("电量,kWh\n一月,120\n".encode(), "text/plain"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "application/xml"),
        (b"<!DOCTYPE html><script>x</script>", "text/html"),
        (b"MZ\x90\x00\x03\x00\x00\x00", ""),
        (b"\x7fELF\x02\x01\x01\x00", "application/x-elf"),
        (b"text at first " * 50_000 + b"\x00\xff\xfe", ""),
        ("电量".encode("gb18030"), ""),
        (b"", ""),
    ],
)
def test_the_media_type_is_detected_from_the_bytes(content: bytes, named: str) -> None:
    assert media_type_of(BytesIO(content)) == named


def test_pages_archives_and_unknown_types_are_refused_by_default() -> None:
    media_types = Settings().evidence_media_types.split()
    assert not {"text/html", "application/zip", ""} & set(media_types)
