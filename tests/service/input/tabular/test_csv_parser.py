"""CSV parser: separators, quoting, row and line numbers, encoding detection and error positions."""

from __future__ import annotations

import codecs
import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from service.input.tabular.cell_texts import read_delimited_rows
from service.input.tabular.csv_parser import DelimitedText
from service.input.tree.placed_errors import PlacedError


def rows(content: str) -> list[tuple[int, int, tuple[str, ...]]]:
    text = DelimitedText(content.encode())
    return [(row.number, row.line, row.cells) for row in read_delimited_rows(text, text.separator())]


def test_rows_are_counted_as_in_a_spreadsheet_and_lines_as_in_an_editor() -> None:
    assert rows('a,"b\nb"\n\n c ,""\n,\n"d"\n') == [(1, 1, ("a", "b\nb")), (3, 4, ("c", "")), (5, 6, ("d",))]


@pytest.mark.parametrize(("content", "separator"), [("a;b,c;d", ";"), ("a\tb", "\t"), ("a", ","), ("sep=,\na;b", ",")])
def test_the_separator_is_declared_or_the_most_frequent_in_the_head(content: str, separator: str) -> None:
    assert DelimitedText(content.encode()).separator() == separator


@given(st.lists(st.lists(st.text('ab,;"\n é工', max_size=5), min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_written_table_is_read_back_unchanged(table: list[list[str]]) -> None:
    content = StringIO()
    csv.writer(content, quoting=csv.QUOTE_ALL).writerows(table)
    text = DelimitedText(content.getvalue().encode())
    assert [text.values(record, ",") for record in text.records()] == table


@pytest.mark.parametrize(
    ("content", "expected_description"),
    [
        ('a\n"b', "line 2, column 1: A quotation mark"),
        ('a\nb,c "d"', "line 2, column 3: The field contains a quote"),
        ('a\n"b" ,c', "line 2, column 1: Only a separator"),
        ("a\n" + "b" * 3_000_000, "line 2, column 1: The record has more than 2000000 characters"),
    ],
)
def test_malformed_csv_is_refused_with_line_and_column(content: str, expected_description: str) -> None:
    with pytest.raises(PlacedError) as raised:
        rows(content)
    (violation,) = raised.value.violations
    assert (violation.description.startswith(expected_description), violation.reason) == (True, "NOT_CSV"), (
        violation.description
    )


def test_a_guessed_encoding_is_reported_with_the_first_line_that_is_not_utf8() -> None:
    text = DelimitedText("a,b\n甲,乙\n浙江省工厂,企业".encode("gb18030"))
    assert [text.values(record, ",") for record in text.records()][2] == ["浙江省工厂", "企业"]
    ((place, reason),) = ((note.position, note.reason) for note in text.notes)
    assert (place.line if place else 0, reason) == (2, "READ_AS_GB18030")


@pytest.mark.parametrize("words", ["Zürich", "Müller & Söhne", "façade", "Città di Castello è"])
def test_accented_european_letters_are_not_mistaken_for_chinese(words: str) -> None:
    with pytest.raises(PlacedError, match="The text is not UTF-8"):
        DelimitedText(f"line,name\n1,{words}\n".encode("cp1252"))


@pytest.mark.parametrize("before", [0, 65_535, 65_536, 70_000])
def test_the_line_of_an_encoding_error_is_found_at_any_distance(tmp_path: Path, before: int) -> None:
    (tmp_path / "x").write_bytes(b"\n" + "工".encode() * (before // 3) + b"a" * (before % 3) + b"\n\xff")
    with pytest.raises(PlacedError) as raised:
        DelimitedText(tmp_path / "x")
    (problem,) = raised.value.problems
    assert problem.position is not None
    assert problem.position.line == 3


@pytest.mark.parametrize("before", [0, 32_766, 32_767, 40_000])
def test_the_line_of_a_utf16_error_is_found_at_any_distance(before: int) -> None:
    content = codecs.BOM_UTF16_BE + ("\n" + "上" * before + "\n").encode("utf-16-be") + b"\xd8"
    with pytest.raises(PlacedError, match="The file begins like UTF-16, but is not valid UTF-16") as raised:
        DelimitedText(content)
    assert [problem.position.line for problem in raised.value.problems if problem.position] == [3]
