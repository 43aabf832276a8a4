"""Binary files instead of text or a workbook: every reader names the file type and the next step."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.base.file_kinds import file_kind, file_kinds
from service.batch.sources import open_batch
from service.input.encodings import NotUtf8Error, decode_utf8
from service.input.tabular.csv_parser import DelimitedText
from service.input.tabular.xlsx_access import open_workbook
from service.input.tree.strict_json import read_json
from service.input.tree.tree_reader import read_tree
from service.input.workbook.input_file import read_subject_content
from service.output.terminal.draft_folder import read_texts
from tests.support.files_of_kinds import workbook, zipped
from tests.support.small_card import small_card

PDF = b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
GIVEN = {
    "ods": (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument file (.ods"),
    "xlsx": (workbook(), "an Excel workbook (.xlsx"),
    "xls": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "a document of Office 97-2003 (.xls"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "a picture (PNG)"),
    "pdf": (PDF, "a PDF document"),
    "docx": (zipped(word__document=b"<w/>"), "a Word document (.docx)"),
    "zip": (zipped(readme=b"hello"), "a ZIP archive"),
    "gzip": (b"\x1f\x8b\x08" + bytes(20), "a compressed file (gzip)"),
    "rtf": (b"{\\rtf1\\ansi subject}", "a formatted text (RTF)"),
}


def problem_of(read: Callable[[], object]) -> str:
    try:
        read()
    except (InputError, NotUtf8Error) as error:
        return str(error_message(error)) if isinstance(error, NotUtf8Error) else str(error)
    return "nothing was refused"


def batch(path: Path, content: bytes, ending: str) -> str:
    file = path / f"given{ending}"
    file.write_bytes(content)

    def read() -> None:
        with open_batch(file, small_card(), as_of="2026-03-01", settings={}) as opened:
            for item in opened.items():
                item.read()

    return problem_of(read)


def draft(path: Path, content: bytes) -> str:
    (path / "card.en.feature").write_bytes(content)
    return problem_of(lambda: read_texts(path))


TEXT_READERS: dict[str, Callable[[Path, bytes], str]] = {
    "text": lambda _, content: problem_of(lambda: decode_utf8(content)),
    "yaml": lambda _, content: problem_of(lambda: read_tree(content)),
    "json": lambda _, content: problem_of(lambda: read_json(content)),
    "csv": lambda _, content: problem_of(lambda: DelimitedText(content)),
    "batch of csv": lambda path, content: batch(path, content, ".csv"),
    "batch of lines": lambda path, content: batch(path, content, ".jsonl"),
    "batch of yaml": lambda path, content: batch(path, content, ".yaml"),
    "features": draft,
}


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("reader", TEXT_READERS)
def test_every_text_reader_names_the_type_of_a_binary_file(reader: str, given: str, tmp_path: Path) -> None:
    content, name = GIVEN[given]
    problem = TEXT_READERS[reader](tmp_path, content)
    assert f"The file is {name}" in problem, problem
    assert "iconv" not in problem
    assert "The text is not valid YAML:" not in problem


@pytest.mark.parametrize("given", GIVEN.keys() - {"xlsx", "xls"})
def test_the_workbook_reader_names_the_type_of_another_file(given: str) -> None:
    content, name = GIVEN[given]

    def read() -> None:
        with open_workbook(content):
            pass

    assert f"The file is {name}" in (problem := problem_of(read)), problem
    assert "Save it as an Excel workbook (.xlsx)" in problem


@pytest.mark.parametrize("given", ["ods", "png", "pdf", "docx", "zip"])
def test_readers_that_detect_the_format_name_the_type_of_another_file(given: str) -> None:
    content, name = GIVEN[given]
    problem = problem_of(lambda: read_subject_content(content, small_card(), as_of="2026-03-01"))
    assert name in problem


@pytest.mark.parametrize(
    "text",
    [
        b"PK,name\n1,a\n",
        b"subject: a\n",
        b"BM,1\n",
        b'{"a": 1}',
        b"PAR1,PAR2\n",
        "工厂,1\n".encode("gb18030"),
        b"GIF,8\n",
        b"",
    ],
)
def test_text_has_no_binary_file_type(text: bytes) -> None:
    assert file_kind(text) is None


def test_detection_leaves_an_open_file_at_its_beginning() -> None:
    file = BytesIO(PDF)
    kind = file_kind(file)
    assert kind is not None
    assert (kind.media_type, file.tell()) == ("application/pdf", 0)


def test_the_refusal_is_in_both_languages() -> None:
    with pytest.raises(NotUtf8Error) as raised:
        decode_utf8(GIVEN["ods"][0])
    words = error_message(raised.value)
    assert "Save the file as an Excel workbook (.xlsx) or as CSV in UTF-8," in words
    assert "文件是 OpenDocument 文件（.ods、.odt 或 .odp），不是文本。请把文件另存为 Excel 工作簿" in in_language(
        words, "zh"
    )
    assert len({kind.media_type for kind in file_kinds()}) == len(file_kinds())
