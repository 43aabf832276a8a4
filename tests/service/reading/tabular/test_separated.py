"""Is every file of separated values read by the same rules, whoever reads it?"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.reading.encodings import not_utf8
from service.reading.tabular.separated import GB18030, UTF16, Separated
from service.reading.tabular.texts import separated_rows
from service.reading.tree.problems import PlacedError

if TYPE_CHECKING:
    from pathlib import Path


def rows(content: str) -> list[tuple[int, int, tuple[str, ...]]]:
    text = Separated(content.encode())
    return [(row.number, row.line, row.cells) for row in separated_rows(text, text.separator())]


def test_rows_are_counted_as_a_spreadsheet_does_and_lines_as_an_editor_does() -> None:
    assert rows('a,"b\nb"\n\n c ,""\n,\n"d"\n') == [(1, 1, ("a", "b\nb")), (3, 4, ("c", "")), (5, 6, ("d",))]


@pytest.mark.parametrize(("content", "separator"), [("a;b,c;d", ";"), ("a\tb", "\t"), ("a", ","), ("sep=,\na;b", ",")])
def test_the_separator_is_told_or_the_commonest_of_the_head(content: str, separator: str) -> None:
    assert Separated(content.encode()).separator() == separator


@given(st.lists(st.lists(st.text('ab,;"\n é工', max_size=5), min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_a_program_writes_is_read_back(table: list[list[str]]) -> None:
    content = StringIO()
    csv.writer(content, quoting=csv.QUOTE_ALL).writerows(table)
    text = Separated(content.getvalue().encode())
    assert [text.values(record, ",") for record in text.records()] == table


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('a\n"b', "line 2, column 1: a quote"),
        ('a\nb,c "d"', "line 2, column 3: a quote"),
        ('a\n"b" ,c', "line 2, column 1: after a closing quote"),
        ("a\n" + "b" * 3_000_000, "line 2, column 1: the record has more than 2000000 characters"),
    ],
)
def test_what_is_astray_is_refused_by_line_and_column(content: str, told: str) -> None:
    with pytest.raises(PlacedError) as raised:
        rows(content)
    (violation,) = raised.value.violations
    assert (violation.description.startswith(told), violation.reason) == (True, "NOT_CSV"), violation.description


def test_other_encodings_are_taken_only_where_the_reader_says_so() -> None:
    wide, chinese = "甲,乙".encode("utf-16"), "浙江省工厂,企业".encode("gb18030")
    for content, also in ((wide, UTF16), (chinese, GB18030)):
        text = Separated(content, also=also)
        assert len(text.values(next(text.records()), ",")) == 2
        assert [note.reason for note in text.notes] == (["READ_AS_GB18030"] if also == GB18030 else [])
        with pytest.raises(PlacedError, match="is not UTF-8 but probably"):
            Separated(content)
    with pytest.raises(PlacedError, match="begins as UTF-16 but is none"):
        Separated(wide[:-1], also=UTF16)


@pytest.mark.parametrize("before", [0, 65_535, 65_536, 70_000])
def test_the_line_of_a_fault_is_found_however_far_it_stands(tmp_path: Path, before: int) -> None:
    (tmp_path / "x").write_bytes(b"\n" + "工".encode() * (before // 3) + b"a" * (before % 3) + b"\n\xff")
    with (tmp_path / "x").open("rb") as file:
        fault = not_utf8(file)
    assert fault is not None
    assert fault.line == 3
