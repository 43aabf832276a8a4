"""Import of tables from workbooks and CSV files: errors with their location."""

from __future__ import annotations

import re
import tomllib
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.input.table_imports import import_file, manifest_of, read_draft_manifest, read_sheets
from service.input.tabular.cell_texts import TextRow
from tests.support.small_table import ROWS, benchmark_grid, small_manifest, small_table, workbook
from tests.support.tiers import tries

MISTAKES = tomllib.loads((Path(__file__).parent / "table_mistakes.toml").read_text(encoding="utf-8"))["mistake"]
GIVEN = {
    "edition": "2026-02-04",
    "known_from": "2025-12-31",
    "first_date": "2026-01-01",
    "certainty": "secondary",
    "complete": True,
}
RATES = {
    "name": "rates",
    "keys": [{"id": "year", "type": "years"}],
    "values": [{"id": "rate"}],
    "title": {"en": "Rates"},
    "coverage": {"en": "All"},
    "sources": [{"instrument": "an act"}],
}


def test_csv_is_read_with_any_column_order_quotes_and_line_ends() -> None:
    table = small_table()
    text = "\r\n".join([",".join(table.manifest.columns), *(f'"{row[0]}",{",".join(row[1:])}' for row in ROWS)])
    imported = import_file(b"\xef\xbb\xbf" + text.encode(), None, small_manifest())
    assert imported.table == table


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["name"]))
def test_every_mistake_of_a_csv_file_is_named(mistake: dict[str, Any]) -> None:
    with pytest.raises(InputError) as refused:
        import_file(str(mistake["content"]).encode(), None, manifest_of(RATES, GIVEN))
    assert [f"{one.field}: {one.description}" for one in refused.value.violations] == mistake["says"]
    chinese = [in_language(one.description, "zh") for one in refused.value.violations]
    assert all(re.search("[\u4e00-\u9fff]", said) for said in chinese), chinese


def test_a_draft_is_checked_field_by_field() -> None:
    with pytest.raises(InputError) as refused:
        manifest_of({**RATES, "name": "Rates", "rows": 7}, {"edition": "1", "certainty": "sure"})
    fields = [violation.field for violation in refused.value.violations]
    assert fields == [
        "manifest.name",
        "manifest.certainty",
        "manifest.first_date",
        "manifest.known_from",
        "manifest.complete",
    ]
    for text in (b"[]", b"{"):
        with pytest.raises(InputError):
            read_draft_manifest(text)


def zipped(parts: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("parts", "expected_message"),
    [
        ({"readme.txt": b"hello"}, "The file is a ZIP archive, not an XLSX workbook"),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": b"<!DOCTYPE a><a/>"}, "declares a document type"),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": bytes(65_000_000)}, "unpacks to 65000000 bytes"),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": b"<a"}, "The workbook cannot be read"),
    ],
)
def test_package_errors_are_reported_for_the_file(parts: dict[str, bytes], expected_message: str) -> None:
    with pytest.raises(InputError, match=f"^file: .*{expected_message}"):
        read_sheets(zipped(parts))


WORKBOOK = workbook(benchmark_grid())


@pytest.mark.parametrize("size", ["A1", "A1:XFD1048576"])
def test_the_stated_size_of_a_sheet_neither_hides_nor_adds_cells(size: str) -> None:
    with zipfile.ZipFile(BytesIO(WORKBOOK)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = {
        name: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="%s"' % size.encode(), part)
        for name, part in parts.items()
    }
    assert changed != parts
    assert read_sheets(zipped(changed)) == read_sheets(WORKBOOK)


@settings(max_examples=tries(200))
@given(st.data())
def test_a_corrupted_workbook_is_either_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.sampled_from([len(content), len(content) // 2, len(content) - 1]))
    with suppress(InputError):
        assert read_sheets(bytes(content[:end]))


@pytest.mark.parametrize(
    ("number", "text"), [(0.1 + 0.2, "0.3"), (1e-05, "0.00001"), (3.186892655, "3.186892655"), (2.0, "2")]
)
def test_binary_rounding_noise_of_numbers_is_removed(number: float, text: str) -> None:
    assert read_sheets(workbook({"Sheet": [[number]]}))[0].rows == (TextRow(1, (text,)),)
