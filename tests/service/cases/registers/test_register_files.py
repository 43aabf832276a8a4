"""Upload files: equal bytes, hostile texts as plain values, and the size that a public register accepts."""

from __future__ import annotations

import csv
import io
import time

import openpyxl
import pytest
from hypothesis import given, strategies as st
from lxml import etree

from rules.contracts import InputError
from service.cases.registers.register_files import register_file
from service.cases.registers.register_formats import FILE_TYPES, RegisterFormat, register_format

HOSTILE = ("=1+1", "</certification>&<!DOCTYPE x>", "a\x00b\x1fc\ufffe", "]]>", '"quoted", 某某', "@SUM(A1)", "-1")


def upload(id: str = "iaf-certsearch") -> RegisterFormat:
    known = register_format(id)
    assert known is not None
    return known


def rows_of(*texts: str) -> list[list[str]]:
    return [[text for _ in upload().columns] for text in texts]


def test_equal_rows_yield_equal_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = {kind: register_file(upload(), rows_of(*HOSTILE), kind) for kind in FILE_TYPES}
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    assert {kind: register_file(upload(), rows_of(*HOSTILE), kind) for kind in FILE_TYPES} == first


def test_a_workbook_has_the_columns_in_order_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(register_file(upload(), rows_of(*HOSTILE), "xlsx")))
    heads, *rows = book["Certifications"].iter_rows()
    assert [cell.value for cell in heads] == upload().heads
    assert all(cell.data_type == "s" for row in rows for cell in row)
    assert [row[0].value for row in rows][:2] == list(HOSTILE[:2])


def test_a_csv_file_begins_with_a_byte_order_mark_and_escapes_formulas() -> None:
    content = register_file(upload(), rows_of(*HOSTILE), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    first, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert first == upload().heads
    assert [row[0] for row in rows][::5] == ["'=1+1", "'@SUM(A1)"]


def test_xml_groups_the_elements_of_the_scheme() -> None:
    root = etree.fromstring(register_file(upload(), rows_of(*HOSTILE), "xml"))
    assert (root.tag, {child.tag for child in root}) == ("client_certs", {"certification"})
    assert root[1].findtext("certificate_number") == HOSTILE[1]
    assert root[2].findtext("certification_standard_and_scheme/scheme_name") == "a\ufffdb\ufffdc\ufffd"
    assert root[0].find("scheme_name") is None
    names = [element.tag for element in root[0].iter() if not len(element)]
    assert names == [column.element for column in upload().columns]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_well_formed_xml(text: str) -> None:
    etree.fromstring(register_file(upload("china-certificates"), [[text] * 59], "xml"))


def test_a_file_larger_than_the_register_accepts_is_refused() -> None:
    small = upload().model_copy(update={"most_bytes": {"csv": 100}})
    with pytest.raises(InputError, match="at most 100") as refused:
        register_file(small, rows_of("a"), "csv")
    assert refused.value.violations[0].field == "file_type"
    assert register_file(small, rows_of("a"), "xml")
