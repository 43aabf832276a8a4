"""Uploaded feature files: single files, ZIP archives and refused uploads."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile

import pytest

from rules.contracts import InputError
from service.workbench.draft_files import read_feature_files
from service.workbench.forms import UploadedFile


def read(uploads: Sequence[tuple[str, bytes]]) -> dict[str, str]:
    """Read files as a form brings them."""
    with ExitStack() as opened:
        files = []
        for name, content in uploads:
            file = opened.enter_context(SpooledTemporaryFile())
            file.write(content)
            files.append(UploadedFile("files", name, "", file))
        return read_feature_files(files)


def zipped(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def test_files_are_read_directly_or_from_a_zip_without_folders_and_byte_order_marks() -> None:
    archive = zipped(**{"x/card.en.feature": b"a\r\nb", "x/README.md": b"\xff", "__MACOSX/._card.en.feature": b"\0"})
    assert read([("any", archive), ("y.en.feature", b"\xef\xbb\xbfc")]) == {
        "card.en.feature": "a\nb",
        "y.en.feature": "c",
    }


@pytest.mark.parametrize(
    ("uploads", "reason"),
    [
        ([], "REQUIRED"),
        ([("x.zip", zipped(**{"a.txt": b"a"}))], "REQUIRED"),
        ([("x.zip", b"PK\x03\x04broken")], "MALFORMED"),
        ([("x.zip", zipped(**{"a.en.feature": b"a" * 1_000_001}))], "MALFORMED"),
        ([("a.en.feature", b"a" * 1_000_001)], "TOO_LARGE"),
        ([("a.en.feature", b"\xff")], "MALFORMED"),
        ([("a.en.feature", b"a"), ("x.zip", zipped(**{"b/a.en.feature": b"b"}))], "DUPLICATE"),
    ],
)
def test_an_upload_without_a_valid_draft_is_refused_at_its_form_field(
    uploads: list[tuple[str, bytes]], reason: str
) -> None:
    with pytest.raises(InputError) as raised:
        read(uploads)
    assert [(violation.field, violation.reason) for violation in raised.value.violations] == [("files", reason)]
